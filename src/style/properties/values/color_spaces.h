// Colours of other spaces than sRGB's bytes (CSS Color 4 §8 to §10, §17).
#pragma once

#include <array>
#include <cstdint>

namespace ghreveal::style {

enum class ColorSpace : std::uint8_t {
    kSrgb,
    kSrgbLinear,
    kDisplayP3,
    kDisplayP3Linear,
    kA98,
    kProPhoto,
    kRec2020,
    kXyzD65,
    kXyzD50,
    kHsl,  // degrees, then parts of 1
    kHwb,
    kLab,
    kLch,
    kOklab,
    kOklch
};

// In the order of the space's name; a hue in degrees.
using Channels = std::array<double, 3>;

Channels converted(const Channels&, ColorSpace from, ColorSpace to);

// Which of the channels is the hue; 3: none is.
std::size_t hue_channel(ColorSpace);

}  // namespace ghreveal::style
