// Paints pages for `check`, which looks at their colours.
#pragma once

#include <functional>

#include "paint/display_list.h"
#include "paint/page_pixels.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// What it draws with is made for the first page. Throws Error when a page cannot be painted.
std::function<paint::PagePixels(const paint::DisplayList&)> page_painter(Size page_size);

}  // namespace ghreveal::exporter
