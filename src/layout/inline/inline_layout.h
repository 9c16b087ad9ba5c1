// Inline formatting (CSS 2.1 §9.4.2): collect, shape, break lines, place.
#pragma once

#include <vector>

#include "layout/block/floats.h"
#include "layout/inline/inline_items.h"
#include "layout/layout.h"

namespace ghreveal::layout {

// Where a content box lies in its block formatting context.
struct FlowArea {
    FloatContext& floats;
    Point origin;  // of the content box's top left corner
    // Of a multi-column box's content: the width of children that span all columns.
    std::optional<Px> spanner_width{};
    // What of the first and the last line is trimmed, for the box itself or for one around it.
    bool trims_start = false;
    bool trims_end = false;
};

// From where to where a line has room, from the content box's left edge. px
struct LineSpan {
    Px left = 0;
    Px right = 0;
};

struct InlineLayout {
    std::vector<Fragment> fragments;  // lines and floats, from the content box's top left corner
    Px height = 0;
    // From the content box's top; nothing without lines.
    std::optional<Px> first_baseline;
    std::optional<Px> last_baseline;
    LineSpan first_line;
};

// `content_box`: the container's content box.
InlineLayout lay_out_inline(const boxes::Box& container, const ContainingBlock& content_box,
                            const FlowArea&, LayoutContext&);

// The container's inline content, made when first asked for.
const InlineContent& cached_inline_content(const boxes::Box& container, LayoutContext&);

// A floating box, laid out once however often a place is looked for. Its origin is still (0, 0).
struct FloatingBox {
    const boxes::Box* box = nullptr;
    Fragment fragment;
    Edges margins;
    Size margin_box() const { return fragment.border_box.outset(margins).size(); }
};
FloatingBox lay_out_float(const boxes::Box&, const ContainingBlock& content_box, LayoutContext&);

// Places it not above `top`; all in the coordinates of the area's content box.
Fragment place_float(FloatingBox&&, Px top, const ContainingBlock& content_box, const FlowArea&);

}  // namespace ghreveal::layout
