// Pictures, placeholders and bullets: what a fragment draws inside its box.
#pragma once

#include "layout/fragment.h"
#include "paint/boxes/box_decorations.h"
#include "paint/display_list.h"
#include "paint/paint.h"
#include "style/computed_style.h"

namespace ghreveal::paint {

void paint_picture(const layout::Fragment&, const DecoratedBox&, PaintContext&, DisplayList&);
// An inline <svg>, with the styles that the page gives its elements at this step.
void paint_inline_svg(const layout::Fragment&, const style::SlideStyles&, PaintContext&,
                      DisplayList&);
// [placeholder.cpp] A frame with a label, a play mark for what can be played, and a link.
void paint_placeholder(const layout::Fragment&, const DecoratedBox&, const style::ComputedStyle&,
                       PaintContext&, DisplayList&);
void paint_bullet(const layout::Fragment&, const Color&, DisplayList&);

}  // namespace ghreveal::paint
