// Colours between two others: color-mix() and gradients (CSS Color 4 §12).
#pragma once

#include <optional>

#include "style/properties/values/color_spaces.h"
#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

struct SpaceColor {
    ColorSpace space = ColorSpace::kSrgb;
    Channels channels{};
    double alpha = 1;
};

// What is outside of sRGB is brought to its edge.
Color to_color(const SpaceColor&);
SpaceColor in_space(const Color&, ColorSpace);

enum class HuePath : std::uint8_t { kShorter, kLonger, kIncreasing, kDecreasing };

// <color-interpolation-method>
struct Interpolation {
    ColorSpace space = ColorSpace::kSrgb;
    HuePath hue_path = HuePath::kShorter;
};

// `in oklch longer hue`; nothing when it is not next, or is wrong.
std::optional<Interpolation> read_interpolation(ValueReader&);

Color interpolated(const Color& a, const Color& b, double part_of_b, const Interpolation&);

}  // namespace ghreveal::style
