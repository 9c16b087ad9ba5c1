// Step 2 of inline layout: text and items -> pieces.
#pragma once

#include "layout/inline/inline_items.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

// Fills `content.pieces` from its text and items.
void shape_pieces(InlineContent& content, LayoutContext&);

// What stands at the end of a line that divides a word (CSS Text 4 §6.2).
std::string_view hyphen_of(const style::TextStyle&);

text::ShapeOptions shape_options(const style::TextStyle&,
                                 text::Direction = text::Direction::kLeftToRight);

}  // namespace ghreveal::layout
