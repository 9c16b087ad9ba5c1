// What filters make of colours (Filter Effects 1 §8, §9).
#pragma once

#include <span>

#include "css/effect_values.h"
#include "draw/cairo_path.h"

namespace ghreveal::draw {

// Whether it changes each pixel by its own colour, and leaves its opacity.
bool is_of_colors(const css::FilterFunction&);

// Through filters of colours, first to last.
Color filtered(Color, std::span<const css::FilterFunction>);
// Changes an image surface in place.
void filter_pixels(cairo_surface_t*, std::span<const css::FilterFunction>);

}  // namespace ghreveal::draw
