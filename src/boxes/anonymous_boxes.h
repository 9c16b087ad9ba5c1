// The anonymous boxes that make a tree legal: blocks around inline content beside blocks, inline
// boxes split around blocks (CSS 2.1 §9.2.1.1, §9.2.2.1).
#pragma once

#include "boxes/box.h"
#include "style/properties/box_style.h"

namespace ghreveal::boxes {

// Text of collapsible white space only, and inline boxes without edges around such text.
bool is_collapsible_space(const Box&);

// The same of white space that is preserved: that vanishes too between a table's parts and a flex
// container's items (CSS 2.1 §17.2.1, CSS Flexbox 1 §4).
bool is_white_space(const Box&);

// An anonymous box inside `parent`.
Box anonymous_box(BoxKind, style::Display, const Box& parent);

// Inline content beside block-level boxes gets blocks around it; white space there vanishes.
void wrap_inline_runs(Box& block_container);

// Every run of text in a flex container becomes an item (CSS Flexbox 1 §4).
void wrap_item_text(Box& flex_container);

// Appends an inline box to `out`; in parts, with its blocks between them, when it has block-level
// children in flow.
void append_inline(Box&& inline_box, std::vector<Box>& out);

}  // namespace ghreveal::boxes
