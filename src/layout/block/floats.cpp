#include "layout/block/floats.h"

#include "style/properties/box_style.h"

namespace ghreveal::layout {

Band FloatContext::free_band(Px top, Px height, Band container) const {
    Band band = container;
    for (const Placed& placed : floats_) {
        const Rect& box = placed.margin_box;
        // A line of no height still has the floats beside it that begin where it stands.
        const bool beside = box.bottom() > top && (box.y < top + height || box.y <= top);
        if (!beside || box.height <= 0) {
            continue;
        }
        if (placed.side == style::Float::kLeft) {
            band.left = std::max(band.left, box.right());
        } else {
            band.right = std::min(band.right, box.x);
        }
    }
    return band;
}

std::optional<Px> FloatContext::next_bottom(Px top) const {
    std::optional<Px> next;
    for (const Placed& placed : floats_) {
        const Px bottom = placed.margin_box.bottom();
        if (bottom > top && (!next || bottom < *next)) {
            next = bottom;
        }
    }
    return next;
}

Rect FloatContext::place(style::Float side, Size size, Px top, Band container) {
    Px y = std::max(top, lowest_top_);
    Band band = free_band(y, size.height, container);
    while (band.width() < size.width && band != container) {
        const std::optional<Px> below = next_bottom(y);
        if (!below) {
            break;
        }
        y = *below;
        band = free_band(y, size.height, container);
    }
    const Px x = side == style::Float::kLeft ? band.left : band.right - size.width;
    lowest_top_ = y;
    floats_.push_back({side, {x, y, size.width, size.height}});
    return floats_.back().margin_box;
}

std::optional<Px> FloatContext::clearance(style::Clear clear) const {
    std::optional<Px> bottom;
    for (const Placed& placed : floats_) {
        const bool is_left = placed.side == style::Float::kLeft;
        const bool clears = clear == style::Clear::kBoth ||
                            (clear == style::Clear::kLeft && is_left) ||
                            (clear == style::Clear::kRight && !is_left);
        if (clears) {
            bottom =
                std::max(bottom.value_or(placed.margin_box.bottom()), placed.margin_box.bottom());
        }
    }
    return bottom;
}

Px FloatContext::bottom() const {
    return clearance(style::Clear::kBoth).value_or(0);
}

}  // namespace ghreveal::layout
