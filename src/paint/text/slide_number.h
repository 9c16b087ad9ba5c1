// reveal.js's slide number, at the page's bottom right (layout-facts "The page").
#pragma once

#include "paint/display_list.h"
#include "paint/paint.h"

namespace ghreveal::paint {

void paint_slide_number(const deck::Slide&, Size page, PaintContext&, DisplayList&);

}  // namespace ghreveal::paint
