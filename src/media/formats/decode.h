// One decoder a format: sizes from headers alone, pixels when asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "media/image.h"
#include "support/limits.h"

namespace ghreveal::media {

// What the first bytes say the format is (not the file's name, which authors get wrong).
std::optional<Format> sniff_format(std::string_view bytes);

// Width and height in px from a raster file's header.
// Throws Error when the header is broken or names more pixels than the limit.
Size raster_size(Format, std::string_view bytes, const Limits&);

// Throws Error when the data is broken or cut short.
Pixels decode_png(std::string_view bytes);
Pixels decode_jpeg(std::string_view bytes, const Limits& = {});
Pixels decode_webp(std::string_view bytes);
// The first frame.
Pixels decode_gif(std::string_view bytes);

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
