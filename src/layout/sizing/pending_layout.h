// Boxes that are laid out before their surroundings know their final size: items of flex and grid
// containers, cells, boxes that look for a place beside floats. Done plainly, every level of nested
// ones would double the work. So what a layout came to is kept, by what it was asked for: nothing
// is laid out again to be measured again, and of every child each layout of a container makes one
// fragment only.
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

// What a layout is asked for.
struct LayoutRequest {
    ContainingBlock containing_block;
    ForcedSize forced;
    bool operator==(const LayoutRequest&) const = default;
};

// What surroundings need to know of a box before they place it.
struct BoxMeasures {
    Size size;  // of the border box
    // Where the content ends, padding and border below it included: from the border box's top.
    Px content_bottom = 0;
    bool is_empty = false;  // has no fragments in it
    std::optional<Px> first_baseline;
    std::optional<Px> last_baseline;
};

struct KeptMeasures {
    LayoutRequest request;
    BoxMeasures measures;
};

class PendingLayout {
public:
    explicit PendingLayout(const boxes::Box& box) : box_(&box) {}

    // As the box will come out unless this is called again.
    void lay_out(const LayoutRequest&, LayoutContext&);
    // The border box is taller or lower than what it was laid out for, and nothing in it changes.
    void stretch_to(Px height) { measures_.size.height = height; }

    const BoxMeasures& measures() const { return measures_; }
    // The fragment as it was laid out last. To be called once.
    BoxLayout finish(LayoutContext&);

private:
    void settle_for(const KeptMeasures&, const ForcedSize& wanted);

    const boxes::Box* box_;
    LayoutRequest request_;
    BoxMeasures measures_;
    // Made by `made_for_`; another request was perhaps only looked up.
    std::optional<BoxLayout> layout_;
    LayoutRequest made_for_;
};

// CSS 2.1 §9.2.1.1: percentages of heights look through anonymous block boxes.
bool is_transparent_for_percentages(const boxes::Box&);

// Whether the box's own height, minimum or maximum is a part of its containing block's.
bool gives_percentage_height(const boxes::Box&);

// Whether the height of a child depends on the box's own: then a new height means a new layout.
bool has_percentage_height(const boxes::Box&);

// Whether the place of a child, moved from where it is in flow, depends on it.
bool has_percentage_offset(const boxes::Box&);

// Whether more than the box's own edges changes when its height is decided from outside.
bool depends_on_height(const boxes::Box&);

}  // namespace ghreveal::layout
