// What is recorded once and played back wherever it is shown.
#pragma once

#include "draw/cairo_path.h"
#include "support/geometry.h"

namespace ghreveal::draw {

// Throws Error when there is too little memory for it.
SurfaceHandle recording_surface(const Rect& extents);

// Draws nothing, over all of a recording. Each time one is played back into a PDF, Cairo adds up
// the region that its shapes cover; as long as that is not all of it, each shape costs as much time
// as there are shapes.
void cover(cairo_t*, const Rect& extents);

}  // namespace ghreveal::draw
