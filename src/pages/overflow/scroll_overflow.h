// Scroll boxes whose text is cut: what a browser would give a scroll bar, or hide.
#pragma once

#include <unordered_map>
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

// Where elements' first fragments are, noted in one walk when the first one is asked for.
class FragmentFinder {
public:
    explicit FragmentFinder(const layout::Fragment& root) : root_(root) {}
    // Null when the element has no fragment.
    FragmentInParent find(const dom::Node& element);

private:
    void note(const layout::Fragment&, const layout::Fragment* parent);

    const layout::Fragment& root_;
    std::unordered_map<const dom::Node*, FragmentInParent> first_;
};

}  // namespace ghreveal::pages
