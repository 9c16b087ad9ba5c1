// A CSS gradient as a Cairo pattern (CSS Images 3 §3).
#pragma once

#include "css/values.h"
#include "draw/cairo_path.h"

namespace ghreveal::draw {

// The pattern of `gradient` in `box`, its colours faded by `alpha`.
PatternHandle gradient_pattern(const css::Gradient&, const Rect& box, double alpha);

// Exposed for tests: a gradient's stops as fractions of its line, gaps filled (§3.4.3).
struct PlacedStop {
    double offset = 0;
    Color color;
};
std::vector<PlacedStop> placed_stops(const css::Gradient&, Px line_length);

}  // namespace ghreveal::draw
