// Between steps 1 and 2 of inline layout: which way the text of inline content runs (UAX #9, CSS
// Writing Modes 4 §2).
#pragma once

#include "layout/inline/inline_items.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

// Fills `content.levels` and `content.paragraphs`, or leaves them empty when all of it runs left
// to right.
void find_levels(const boxes::Box& container, InlineContent& content);

inline bool is_right_to_left(const style::TextStyle& style) {
    return style.direction == style::Direction::kRightToLeft;
}
inline text::Direction direction_of(const style::TextStyle& style) {
    return is_right_to_left(style) ? text::Direction::kRightToLeft : text::Direction::kLeftToRight;
}

}  // namespace ghreveal::layout
