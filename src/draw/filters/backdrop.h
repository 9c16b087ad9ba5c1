// What `backdrop-filter` shows: what is drawn so far, through filters (Filter Effects 2 §2).
#pragma once

#include "draw/filters/rasterised.h"
#include "paint/display_list.h"

namespace ghreveal::draw {

bool takes_backdrop(const paint::DisplayList&);

// What the context's group, which has pixels, shows in the item's rectangle, through its filters.
Raster filtered_backdrop(cairo_t*, const paint::TakeBackdrop&);

// Inside the shape.
void show_backdrop(cairo_t*, const Raster&, const paint::RoundedRect&, double alpha);

}  // namespace ghreveal::draw
