// Glyphs with their shadows and decorations.
#pragma once

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"
#include "paint/text/text_decoration.h"
#include "style/computed_style.h"
#include "style/properties/ink_style.h"

namespace ghreveal::paint {

void paint_text(const layout::Fragment& text, const style::InkStyle&, const Decorations&,
                PaintContext&, DisplayList&);

// The letters of a box and of those in it, as `background-clip: text` has them.
std::vector<PlacedGlyphs> text_below(const layout::Fragment&, const style::SlideStyles&);

}  // namespace ghreveal::paint
