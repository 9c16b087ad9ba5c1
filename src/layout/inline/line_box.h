// Step 4 of inline layout: the pieces of a line -> a line box with fragments at their places, along
// the line and across it (CSS 2.1 §10.8).
#pragma once

#include "layout/inline/line_breaking.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

// What stays the same for all lines of a block container.
struct LineBoxContext {
    const boxes::Box& container;
    const InlineContent& content;
    LineBreaker& breaker;
    ContainingBlock containing_block;
    LayoutContext& context;
};

struct LinePlace {
    Px indent = 0;         // of the first line, from where the line begins
    Px width = 0;          // of the line, from edge to edge of what floats leave
    Px left = 0;           // of the line's left edge, from that of the block container's content
    bool is_last = false;  // of its block or before a forced break: not justified
};

// Where `text-align` puts what leaves `free` px of its line empty, on lines that need no
// stretching: px from the left. `direction`: of the paragraph.
Px alignment_offset(style::TextAlign, text::Direction, Px free);

// A line box (kLine), its left edge and top at (0, 0), `baseline` set. `open_boxes`: the inline
// boxes that go on from the line before; on return those that go on to the next.
Fragment place_line(const Line&, const LinePlace&, std::vector<const InlineItem*>& open_boxes,
                    LineBoxContext&);

}  // namespace ghreveal::layout
