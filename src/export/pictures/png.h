// A page as a PNG picture.
#pragma once

#include <string>

#include "draw/canvas.h"
#include "paint/display_list.h"
#include "paint/page_pixels.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// Draws a page of `page_size` px with `scale` pixels a px on white paper, and gives the file's
// bytes: 8-bit, with a palette when the page has at most 256 colours; sRGB; its density says that
// the page is as large as its px. The Canvas must be one for raster output.
// Throws Error when the picture cannot be made.
std::string page_as_png(const paint::DisplayList&, Size page_size, double scale, draw::Canvas&);

// The page's colours, a pixel a px.
paint::PagePixels page_pixels(const paint::DisplayList&, Size page_size, draw::Canvas&);

// How many pixels that is.
struct PixelSize {
    int width = 0;
    int height = 0;
};
PixelSize picture_size(Size page_size, double scale);

}  // namespace ghreveal::exporter
