// What transforms do in space, as far as it tells which side of a box is seen (CSS Transforms 2
// §8).
#pragma once

#include <string_view>

#include "style/properties/paint_style.h"
#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// Around an axis of any length but 0 (§13.1). Radians.
SpaceTurn turn_around(std::array<double, 3> axis, double angle);

SpaceTurn operator*(const SpaceTurn&, const SpaceTurn&);

// Takes in the functions of a `transform`, in order.
class SpaceTurns {
public:
    // `flat`: the function by what it does in the plane; `arguments`: its own, valid ones.
    void add(std::string_view name, const css::TransformFunction& flat, ValueReader arguments);
    // Nothing: all stays in the plane.
    std::optional<SpaceTurn> total() const;

private:
    SpaceTurn total_{1, 0, 0, 0, 1, 0, 0, 0, 1};
    bool leaves_plane_ = false;
};

// Whether the back of a box is to be seen: its own style, and those around it that keep the space
// which it is in, innermost first.
bool shows_back(const std::vector<const PaintStyle*>& from_inside);

}  // namespace ghreveal::style
