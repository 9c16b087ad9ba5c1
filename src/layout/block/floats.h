// Floats of a block formatting context, and the room they leave beside them (CSS 2.1 §9.5).
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "support/geometry.h"

namespace ghreveal::boxes {
struct Box;
}

namespace ghreveal::layout {

// The boxes without `clear` whose top margins stay apart from their parents' all the same, because
// they do not fit beside a float: they go below it as if they had clearance (CSS 2.1 §9.5). That is
// found when the parents have their places, and heeded when all is laid out once more.
class MovedBoxes {
public:
    void add(const boxes::Box& box) { has_new_ |= boxes_.insert(&box).second; }
    bool contains(const boxes::Box& box) const { return boxes_.contains(&box); }
    bool empty() const { return boxes_.empty(); }
    // Whether one was added since this was asked for.
    bool take_news() { return std::exchange(has_new_, false); }

private:
    std::set<const boxes::Box*> boxes_;
    bool has_new_ = false;
};

// From the left to the right edge of what is free.
struct Band {
    Px left = 0;
    Px right = 0;
    Px width() const { return right - left; }
    bool operator==(const Band&) const = default;
};

// How far the floats of one side reach into what is beside them, by the y from which on they do: as
// steps, so that a place among many floats is found without looking at all of them.
class FloatReach {
public:
    // Between top and bottom at least this far; without height only in what is above and below.
    void add(Px top, Px bottom, Px reach);
    // The farthest between top and top + height, at `top` itself included.
    Px farthest(Px top, Px height) const;
    // Steps looked at so far, for tests to count.
    std::uint64_t work() const { return work_; }

private:
    using Steps = std::map<Px, Px>;
    Steps::iterator step_at(Px y);

    Px before(Steps::const_iterator) const;

    Steps steps_;  // nothing before the first
    Steps flat_;   // how far those without height reach, by where they are
    mutable std::uint64_t work_ = 0;
};

// Coordinates are px from the top left of the content box that established the context.
class FloatContext {
public:
    bool empty() const { return bottoms_.empty(); }

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

    std::uint64_t work() const { return left_.work() + right_.work(); }

    MovedBoxes moved;

private:
    FloatReach left_;
    FloatReach right_;  // of the mirrored plane, where right floats come from the left
    std::optional<Px> left_bottom_;
    std::optional<Px> right_bottom_;
    std::set<Px> bottoms_;
    Px lowest_top_ = 0;
};

}  // namespace ghreveal::layout
