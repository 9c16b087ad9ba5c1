// Preferred aspect ratios: a box's own or a picture's (CSS Sizing 4 §4).
#pragma once

#include <optional>

#include "boxes/box.h"
#include "layout/sizing/box_sizing.h"
#include "support/geometry.h"

namespace ghreveal::layout {

// Sizes are border-box sizes, px.
struct PreferredRatio {
    double value = 1;  // width / height
    // Of the content box, unless `box-sizing` says otherwise.
    bool is_of_border_box = false;
    Edges around;  // padding and border

    Px width(Px height) const;
    Px height(Px width) const;
    // CSS Sizing 4 §4.2.1: what bounds of the height make of an automatic width.
    SizeBounds widths(const SizeBounds& heights) const;
};

// Nothing for boxes without one, and for those whose `display` does not heed it.
std::optional<PreferredRatio> preferred_ratio(const boxes::Box&, const Edges& around);

}  // namespace ghreveal::layout
