// Text of vertical lines (CSS Writing Modes 4 §5): painted as that of a horizontal line is, in
// coordinates that are turned.
#pragma once

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"
#include "paint/text/text_decoration.h"
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::paint {

void paint_vertical_text(const layout::Fragment& text, const style::TextStyle&,
                         const style::InkStyle&, const Decorations&, PaintContext&, DisplayList&);

}  // namespace ghreveal::paint
