// What stands on a line from left to right (UAX #9 L1 and L2, CSS Writing Modes 4 §2.4.5).
#pragma once

#include "layout/inline/line_breaking.h"

namespace ghreveal::layout {

// A part of an inline box on a line: all of it that has the same box around it. Boxes whose
// content is torn apart by reordering are shown in several fragments.
struct LineInlineBox {
    const InlineItem* item = nullptr;
    int parent = -1;  // index of another one; -1: the root inline box
    bool begins_here = true;
    bool ends_here = false;
    // Positions in LineOrder::pieces of what stands leftmost and rightmost in it.
    std::size_t leftmost = 0;
    std::size_t rightmost = 0;
};

struct OrderedPiece {
    std::size_t piece = 0;  // index in InlineContent::pieces
    int box = -1;           // the innermost inline box around it
    // Something that shows comes before it in logical order.
    bool follows_content = false;
};

struct LineOrder {
    std::vector<OrderedPiece> pieces;  // from left to right, without edges of boxes
    std::vector<LineInlineBox> boxes;

    // Whether `box` is `around` or in it; -1 is the root inline box.
    bool is_inside(int box, int around) const;
    // Edges by side, as the box's own direction puts its beginning and end (CSS 2.1 §8.6).
    bool has_left_edge(std::size_t box, std::size_t at) const;
    bool has_right_edge(std::size_t box, std::size_t at) const;
};

// `open_boxes`: the inline boxes that go on from the line before; on return those that go on to
// the next.
LineOrder order_of_line(const Line&, const InlineContent&,
                        std::vector<const InlineItem*>& open_boxes);

}  // namespace ghreveal::layout
