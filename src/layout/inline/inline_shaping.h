// Step 2 of inline layout: text and items -> pieces.
#pragma once

#include "layout/inline/inline_items.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

// Fills `content.pieces` from its text and items.
void shape_pieces(InlineContent& content, LayoutContext&);

text::ShapeOptions shape_options(const style::TextStyle&,
                                 text::Direction = text::Direction::kLeftToRight);

}  // namespace ghreveal::layout
