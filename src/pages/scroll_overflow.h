// Scroll boxes whose text is cut: what a browser would give a scroll bar, or hide.
#pragma once

#include <vector>

#include "layout/fragment.h"

namespace ghreveal::pages {

// Sizes of what is there and of the room for it, px of the content box.
struct ScrollOverflow {
    const dom::Node* element = nullptr;
    Size content;
    Size room;
    bool is_too_wide = false;
    bool is_too_high = false;
};

// Boxes with `overflow: auto` or `scroll`, for code `hidden` too, in document order; of nested ones
// the outermost. `root` is in absolute coordinates.
std::vector<ScrollOverflow> scroll_overflows(const layout::Fragment& root,
                                             const style::SlideStyles&);

// An element's box and the one it stands in, which is null for the root's.
struct FragmentInParent {
    const layout::Fragment* fragment = nullptr;
    const layout::Fragment* parent = nullptr;
};

// Of the first fragment of the element; null when it has none.
FragmentInParent find_fragment(const layout::Fragment& root, const dom::Node& element);

}  // namespace ghreveal::pages
