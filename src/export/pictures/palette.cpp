#include "export/pictures/palette.h"

#include <array>
#include <cstring>

namespace ghreveal::exporter {

namespace {

constexpr std::uint32_t kColor = 0xFFFFFFU;
constexpr std::size_t kMostColors = 256;

// Colours met so far, by open addressing: four places for each colour there may be.
class ColorTable {
public:
    ColorTable() { places_.fill(kFree); }

    // The colour's index; nothing when it would be one too many.
    std::optional<std::uint8_t> index_of(std::uint32_t color) {
        std::size_t place = (color * 0x9E3779B1U) >> 22U;
        while (places_[place] != kFree && colors_[places_[place]] != color) {
            place = (place + 1) % places_.size();
        }
        if (places_[place] == kFree) {
            if (colors_.size() == kMostColors) {
                return std::nullopt;
            }
            places_[place] = static_cast<std::uint16_t>(colors_.size());
            colors_.push_back(color);
        }
        return static_cast<std::uint8_t>(places_[place]);
    }

    std::vector<std::uint32_t> take() { return std::move(colors_); }

private:
    static constexpr std::uint16_t kFree = 0xFFFF;
    std::array<std::uint16_t, 1024> places_{};
    std::vector<std::uint32_t> colors_;
};

}  // namespace

std::optional<IndexedPicture> with_palette(const PixelRows& pixels) {
    IndexedPicture picture;
    picture.indices.resize(static_cast<std::size_t>(pixels.width) *
                           static_cast<std::size_t>(pixels.height));
    ColorTable table;
    std::uint8_t* target = picture.indices.data();
    std::uint32_t last = ~0U;
    std::uint8_t index = 0;
    for (int y = 0; y < pixels.height; ++y) {
        const std::uint8_t* row = pixels.first + static_cast<std::ptrdiff_t>(y) * pixels.stride;
        for (int x = 0; x < pixels.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
            pixel &= kColor;
            if (pixel != last) {
                const auto found = table.index_of(pixel);
                if (!found) {
                    return std::nullopt;
                }
                index = *found;
                last = pixel;
            }
            *target++ = index;
        }
    }
    picture.colors = table.take();
    return picture;
}

}  // namespace ghreveal::exporter
