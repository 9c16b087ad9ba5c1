// Shrink-to-fit and the sizing keywords (CSS 2.1 §10.3.5, CSS Sizing 3 §3.2).
#pragma once

#include "layout/layout.h"
#include "layout/sizing/box_sizing.h"

namespace ghreveal::layout {

// The border-box width of what is as wide as its content, within what is available.
Px shrink_to_fit_width(const boxes::Box&, Px available, LayoutContext&);

// `min-content`, `max-content` and `fit-content`.
Px keyword_width(const boxes::Box&, css::SizeKeyword, Px available, LayoutContext&);

// What min-width and max-width give, by these keywords too.
SizeBounds used_width_bounds(const boxes::Box&, const SizeBasis&, Px available, LayoutContext&);

}  // namespace ghreveal::layout
