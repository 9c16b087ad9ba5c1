// Parts of a page as pixels: what filters and masks need that no output has by itself.
#pragma once

#include <functional>

#include "draw/cairo_path.h"

namespace ghreveal::draw {

struct Raster {
    SurfaceHandle surface;  // ARGB32; null: nothing is drawn
    Rect area;              // of the user space
    double scale = 1;       // pixels of a px
};

// A Gaussian reaches no further than this many deviations, as seen.
inline constexpr double kBlurReach = 3;
// Of a blur, pixels of a deviation: more would not be seen.
inline constexpr double kBlurSamples = 8;

// The area with its edges on whole pixels of the output, where it has any.
Rect on_pixels(cairo_t*, const Rect& area);
// As many pixels of a px as what is drawn into this context needs; fewer where `area` is large.
double raster_scale(cairo_t*, const Rect& area);
// What `draw` draws in an area of the user space.
Raster rasterised(const Rect& area, double scale, const std::function<void(cairo_t*)>& draw);
// Only the part that has anything in it.
Raster cropped(Raster);
void paint_raster(cairo_t*, const Raster&, double alpha);

// A Gaussian of this standard deviation, px.
void blur(Raster&, Px deviation);
// Every pixel in one colour, as opaque as it was.
void tint(Raster&, const Color&);
// What is as opaque as it was bright (CSS Masking 1 §4.1.1).
void make_luminance_alpha(Raster&);

// Where drawing into the context can be seen.
Rect visible_area(cairo_t*);

}  // namespace ghreveal::draw
