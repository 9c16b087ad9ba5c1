// Pixels as a JPEG.
#pragma once

#include <cstdint>
#include <string>

namespace ghreveal::media {

// Opaque ones: blue, green, red and a byte that is not looked at.
struct JpegRows {
    const std::uint8_t* bgrx = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;  // bytes
};

// In a quality that is not told from the pixels where it is looked at as large as it is.
std::string encoded_jpeg(const JpegRows&);

}  // namespace ghreveal::media
