// An sRGB colour with straight (not premultiplied) alpha, as CSS Color 3 writes it.
#pragma once

#include <cstdint>

namespace ghreveal {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    float alpha = 1;  // 0 transparent … 1 opaque
    bool operator==(const Color&) const = default;
};

inline constexpr Color kTransparent{0, 0, 0, 0};
inline constexpr Color kBlack{0, 0, 0, 1};
inline constexpr Color kWhite{255, 255, 255, 1};

// W3C AERT brightness, 0 … 255; reveal.js calls a background dark below 128.
constexpr double brightness(Color c) {
    return (c.red * 299 + c.green * 587 + c.blue * 114) / 1000.0;
}

// WCAG 2.2 "relative luminance", 0 … 1, and "contrast ratio", 1 … 21; alpha does not count.
double relative_luminance(Color);
double contrast_ratio(Color, Color);

}  // namespace ghreveal
