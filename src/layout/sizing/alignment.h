// Which side an alignment means in an axis, and in how much room (CSS Box Alignment 3 §4).
#pragma once

#include "style/properties/box_style.h"
#include "support/geometry.h"

namespace ghreveal::layout {

struct AlignmentAxis {
    bool is_horizontal = true;
    bool container_is_right_to_left = false;
    bool item_is_right_to_left = false;
};

// §4.1: `left`, `right`, `self-start` and `self-end` as the container's `start` or `end`.
inline style::Align in_axis(style::Align align, const AlignmentAxis& axis) {
    using style::Align;
    const bool starts_right = axis.is_horizontal && axis.container_is_right_to_left;
    const bool opposes =
        axis.is_horizontal && axis.container_is_right_to_left != axis.item_is_right_to_left;
    switch (align) {
        case Align::kSelfStart:
            return opposes ? Align::kEnd : Align::kStart;
        case Align::kSelfEnd:
            return opposes ? Align::kStart : Align::kEnd;
        case Align::kLeft:
            return starts_right ? Align::kEnd : Align::kStart;
        case Align::kRight:
            return axis.is_horizontal && !starts_right ? Align::kEnd : Align::kStart;
        default:
            return align;
    }
}

// §4.4: `safe` alignments begin at the start where there is no room.
inline style::Align in_room(style::Align align, Px free) {
    using style::Align;
    switch (align) {
        case Align::kSafeCenter:
            return free < 0 ? Align::kStart : Align::kCenter;
        case Align::kSafeEnd:
            return free < 0 ? Align::kStart : Align::kEnd;
        case Align::kSafeFlexEnd:
            return free < 0 ? Align::kStart : Align::kFlexEnd;
        default:
            return align;
    }
}

}  // namespace ghreveal::layout
