// Sizes from style as border-box sizes (CSS Sizing 3 §3.3), where they are definite.
#pragma once

#include <optional>

#include "css/values.h"
#include "layout/sizing/layout_unit.h"
#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "support/geometry.h"

namespace ghreveal::layout {

// Whether content may be scrolled there, if only by a script; `clip` cuts it off and changes
// nothing else (CSS Overflow 3 §3.1).
inline bool scrolls(style::Overflow overflow) {
    return overflow != style::Overflow::kVisible && overflow != style::Overflow::kClip;
}

// What a size in a style is measured against.
struct SizeBasis {
    // Of percentages; nothing: a percentage behaves as `auto`.
    std::optional<Px> percentage;
    // Padding and border in the same axis: what `content-box` adds to the given size.
    Px padding_and_border = 0;
};

// The border-box size a style's width, height, min-* or max-* gives; nothing for keywords and for
// percentages of what is not known. px.
inline std::optional<Px> definite_border_box_size(const css::SizeValue& value,
                                                  style::BoxSizing box_sizing,
                                                  const SizeBasis& basis) {
    if (!value.length || (value.length->has_percentage() && !basis.percentage)) {
        return std::nullopt;
    }
    const Px given =
        truncated_to_unit(std::max(0.0, value.length->resolve(basis.percentage.value_or(0))));
    return box_sizing == style::BoxSizing::kBorderBox ? std::max(given, basis.padding_and_border)
                                                      : given + basis.padding_and_border;
}

// A lower and an upper bound of a size; the lower one wins (CSS 2.1 §10.4).
struct SizeBounds {
    Px min = 0;
    std::optional<Px> max;
    Px clamp(Px size) const { return std::max(min, max ? std::min(size, *max) : size); }
};

inline SizeBounds width_bounds(const style::BoxStyle& style, const SizeBasis& basis) {
    return {definite_border_box_size(style.min_width, style.box_sizing, basis).value_or(0),
            definite_border_box_size(style.max_width, style.box_sizing, basis)};
}

inline SizeBounds height_bounds(const style::BoxStyle& style, const SizeBasis& basis) {
    return {definite_border_box_size(style.min_height, style.box_sizing, basis).value_or(0),
            definite_border_box_size(style.max_height, style.box_sizing, basis)};
}

}  // namespace ghreveal::layout
