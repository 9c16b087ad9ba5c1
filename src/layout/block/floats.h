// Floats of a block formatting context, and the room they leave beside them (CSS 2.1 §9.5).
#pragma once

#include <optional>
#include <vector>

#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "support/geometry.h"

namespace ghreveal::layout {

// From the left to the right edge of what is free.
struct Band {
    Px left = 0;
    Px right = 0;
    Px width() const { return right - left; }
    bool operator==(const Band&) const = default;
};

// Coordinates are px from the top left of the content box that established the context.
class FloatContext {
public:
    bool empty() const { return floats_.empty(); }

    // Places a float's margin box not above `top`, nor above floats that came before it, within
    // the container's band (CSS 2.1 §9.5.1).
    Rect place(style::Float side, Size margin_box, Px top, Band container);

    // What floats leave of the container's band between top and top + height.
    Band free_band(Px top, Px height, Band container) const;

    // The nearest bottom edge of a float below `top` that reaches into what is beside it.
    std::optional<Px> next_bottom(Px top) const;

    // Where what clears these sides may begin at the earliest; nothing when there is no such float.
    std::optional<Px> clearance(style::Clear) const;

    // The lowest bottom margin edge of all.
    Px bottom() const;

private:
    struct Placed {
        style::Float side;
        Rect margin_box;
    };
    std::vector<Placed> floats_;
    Px lowest_top_ = 0;
};

}  // namespace ghreveal::layout
