// Pictures of the same four colours in every format and kind that a browser knows, made here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ghreveal::testing {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Rgb&) const = default;
};

// Shown top left, top right, bottom left, bottom right, whatever the file's kind.
inline constexpr std::array<Rgb, 4> kQuadrants{
    {{200, 40, 40}, {40, 160, 60}, {50, 60, 190}, {128, 128, 128}}};

struct PictureOfKind {
    std::string name;  // of its file
    std::string bytes;
};

std::vector<PictureOfKind> pictures_of_all_kinds();

}  // namespace ghreveal::testing
