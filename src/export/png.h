// A page as a PNG picture.
#pragma once

#include <string>

#include "paint/canvas.h"
#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// Draws a page of `page_size` px with `scale` pixels a px on white paper, and gives the file's
// bytes. The Canvas must be one for raster output. Throws Error when the picture cannot be made.
std::string page_as_png(const paint::DisplayList&, Size page_size, double scale, paint::Canvas&);

}  // namespace ghreveal::exporter
