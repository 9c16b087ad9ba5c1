// What lies behind a slide's content, over the whole page.
#pragma once

#include "paint/display_list.h"
#include "paint/paint.h"
#include "style/style_engine.h"

namespace ghreveal::paint {

// The backgrounds of <html> or <body> (CSS Backgrounds 3 §2.11.2: propagated to the canvas).
void paint_page_background(const style::SlideStyles&, const PageGeometry&, PaintContext&,
                           DisplayList&);

// The same, and those of `.reveal` and `.slides`.
void paint_canvas_background(const style::SlideStyles&, const PageGeometry&, PaintContext&,
                             DisplayList&);

// `data-background` and its kin, of the stack and then of the slide in it (format.md §3). What
// sheets say of the slide's `.slide-background` (SlideStyles::slide_background, may be null) shows
// where the slide's own attributes say nothing.
void paint_slide_background(const deck::Slide&, const style::ComputedStyle* element, Size page,
                            PaintContext&, DisplayList&);

}  // namespace ghreveal::paint
