// What a raster file says of itself before it is decoded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "media/image.h"
#include "support/limits.h"

namespace ghreveal::media {

enum class Inks : std::uint8_t { kGray, kRgb, kCmyk };

struct PictureFacts {
    Size stored;  // pixels, before they are turned
    Orientation orientation = Orientation::kTopLeft;
    // In CSS px, not turned, of a file that says how dense its pixels are; else empty.
    Size density_corrected;
    Inks inks = Inks::kRgb;
    std::string profile;  // an ICC profile that is not sRGB; of a PNG libpng gives it
    // JPEG: whether a PDF viewer decodes it to the colours a browser does.
    bool has_common_colors = true;
};

// Throws Error when the header is broken or past the limits.
PictureFacts picture_facts(Format, std::string_view bytes, const Limits&);

// [jpeg_facts.cpp], [webp_facts.cpp], [png_facts.cpp]
PictureFacts jpeg_facts(std::string_view bytes, const Limits&);
PictureFacts png_facts(std::string_view bytes);
PictureFacts webp_facts(std::string_view bytes);

// 5 to 8: rows become columns.
inline bool swaps_sides(Orientation orientation) {
    return orientation >= Orientation::kLeftTop;
}

// Whether an ICC profile is that of sRGB itself, by its description: most that cameras and editors
// embed are.
bool is_srgb_profile(std::string_view profile);

}  // namespace ghreveal::media
