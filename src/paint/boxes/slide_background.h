// What lies behind a slide's content, over the whole page.
#pragma once

#include "paint/display_list.h"
#include "paint/paint.h"
#include "style/style_engine.h"

namespace ghreveal::paint {

// Whether a background draws anything: a colour, a gradient or a picture.
bool has_background(const style::PaintStyle&);

// The backgrounds of <html> or <body> (CSS Backgrounds 3 §2.11.2: propagated to the canvas).
void paint_page_background(const style::SlideStyles&, const PageGeometry&, PaintContext&,
                           DisplayList&);

// The same, and those of `.reveal` and `.slides`.
void paint_canvas_background(const style::SlideStyles&, const PageGeometry&, PaintContext&,
                             DisplayList&);

// `data-background` and its kin, of the stack and then of the slide in it (format.md §3). What
// sheets say of the slide's `.slide-background` (SlideStyles::slide_background, may be null) shows
// where the slide's own attributes say nothing. `page` (px): where it lies.
void paint_slide_background(const deck::Slide&, const style::ComputedStyle* element,
                            const Rect& page, PaintContext&, DisplayList&);

}  // namespace ghreveal::paint
