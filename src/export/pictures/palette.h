// The colours of a picture that has few.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace ghreveal::exporter {

// Pixels in rows of `stride` bytes, 0x00RRGGBB in native byte order above an unused byte.
struct PixelRows {
    const std::uint8_t* first = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;
};

// A picture with numbers for colours.
struct IndexedPicture {
    std::vector<std::uint32_t> colors;  // at most 256, 0x00RRGGBB
    std::vector<std::uint8_t> indices;  // row by row, one a pixel
};

// Nothing when there are more than 256 colours.
std::optional<IndexedPicture> with_palette(const PixelRows&);

}  // namespace ghreveal::exporter
