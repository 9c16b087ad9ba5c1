// One decoder a format: pixels in sRGB, premultiplied, not turned.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "media/formats/facts/picture_facts.h"
#include "media/image.h"
#include "support/limits.h"

namespace ghreveal::media {

// What the first bytes say the format is (not the file's name, which authors get wrong).
std::optional<Format> sniff_format(std::string_view bytes);

// All throw Error when the data is broken or cut short. `reduction` pixels of the file along each
// side become one; of a JPEG it is 1, 2, 4 or 8.
Pixels decode_png(std::string_view bytes, int reduction = 1);
Pixels decode_jpeg(std::string_view bytes, const PictureFacts&, int reduction = 1);
// The first frame, on a canvas of the picture's size.
Pixels decode_webp(std::string_view bytes, const PictureFacts&, int reduction = 1);
Pixels decode_gif(std::string_view bytes, int reduction = 1);

// Throws Error when the JPEG cannot be decoded to its end. Keeps nothing.
void check_jpeg(std::string_view bytes);
// The picture as a JPEG of sRGB's colours, with those that decode_jpeg gives; as it is when that is
// so already. Keeps only rows of it in memory.
std::string with_common_colors(std::string_view jpeg, const PictureFacts&);

// Whether the file's end is there, as far as that can be seen without decoding it.
bool has_end(Format, std::string_view bytes);

// An SVG's own size: `width` and `height` in px where they are absolute lengths, the ratio from
// them or from the viewBox (SVG 2 §8.2; CSS Images 3 §4.1).
struct SvgSize {
    Size size;
    double ratio = 0;
};
SvgSize svg_size(std::string_view text);

}  // namespace ghreveal::media
