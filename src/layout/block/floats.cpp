#include "layout/block/floats.h"

#include <algorithm>

#include "style/properties/box_style.h"

namespace ghreveal::layout {

// How far floats reach before a step begins.
Px FloatReach::before(Steps::const_iterator step) const {
    constexpr Px kNowhere = -std::numeric_limits<Px>::infinity();
    return step == steps_.begin() ? kNowhere : std::prev(step)->second;
}

// The step that begins at `y`, made out of the one that goes on there.
FloatReach::Steps::iterator FloatReach::step_at(Px y) {
    const auto next = steps_.lower_bound(y);
    return next != steps_.end() && next->first == y ? next
                                                    : steps_.emplace_hint(next, y, before(next));
}

void FloatReach::add(Px top, Px bottom, Px reach) {
    if (bottom <= top) {
        Px& farthest = flat_.try_emplace(top, reach).first->second;
        farthest = std::max(farthest, reach);
        return;
    }
    const auto end = step_at(bottom);
    for (auto step = step_at(top); step != end;) {
        ++work_;
        step->second = std::max(step->second, reach);
        // What a float hides of those before it is forgotten.
        step = before(step) == step->second ? steps_.erase(step) : std::next(step);
    }
}

Px FloatReach::farthest(Px top, Px height) const {
    auto step = steps_.upper_bound(top);
    Px farthest = before(step);
    for (; step != steps_.end() && step->first < top + height; ++step) {
        ++work_;
        farthest = std::max(farthest, step->second);
    }
    for (auto flat = flat_.upper_bound(top); flat != flat_.end() && flat->first < top + height;
         ++flat) {
        ++work_;
        farthest = std::max(farthest, flat->second);
    }
    return farthest;
}

Band FloatContext::free_band(Px top, Px height, Band container) const {
    return {std::max(container.left, left_.farthest(top, height)),
            std::min(container.right, -right_.farthest(top, height))};
}

std::optional<Px> FloatContext::next_bottom(Px top) const {
    const auto next = bottoms_.upper_bound(top);
    return next == bottoms_.end() ? std::nullopt : std::optional(*next);
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
    const bool is_left = side == style::Float::kLeft;
    const Rect placed{is_left ? band.left : band.right - size.width, y, size.width, size.height};
    if (placed.width > 0) {
        (is_left ? left_ : right_).add(y, placed.bottom(), is_left ? placed.right() : -placed.x);
    }
    std::optional<Px>& lowest = is_left ? left_bottom_ : right_bottom_;
    lowest = std::max(lowest.value_or(placed.bottom()), placed.bottom());
    bottoms_.insert(placed.bottom());
    lowest_top_ = y;
    return placed;
}

std::optional<Px> FloatContext::clearance(style::Clear clear) const {
    switch (clear) {
        case style::Clear::kLeft:
            return left_bottom_;
        case style::Clear::kRight:
            return right_bottom_;
        case style::Clear::kBoth:
            // Nothing is less than any bottom.
            return std::max(left_bottom_, right_bottom_);
        case style::Clear::kNone:
            break;
    }
    return std::nullopt;
}

Px FloatContext::bottom() const {
    return clearance(style::Clear::kBoth).value_or(0);
}

}  // namespace ghreveal::layout
