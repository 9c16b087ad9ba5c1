// Shrink-to-fit and the sizing keywords (CSS 2.1 §10.3.5, CSS Sizing 3 §3.2).
#pragma once

#include "layout/layout.h"
#include "layout/sizing/box_sizing.h"

namespace ghreveal::layout {

// How wide a border box may be, and what percentages of its padding are of. px
struct WidthRoom {
    Px available = 0;
    Px containing_block = 0;
};

// How wide a border box is by its content. Percentages of padding are of nothing while a containing
// block asks for that (`content_intrinsic_sizes`), and of its width once it is known (CSS Sizing 3
// §5.2.1): here.
IntrinsicSizes intrinsic_sizes_within(const boxes::Box&, Px containing_width, LayoutContext&);

// The border-box width of what is as wide as its content, within what is available.
Px shrink_to_fit_width(const boxes::Box&, const WidthRoom&, LayoutContext&);

// `min-content`, `max-content` and `fit-content`.
Px keyword_width(const boxes::Box&, css::SizeKeyword, const WidthRoom&, LayoutContext&);

// What min-width and max-width give, by these keywords too.
SizeBounds used_width_bounds(const boxes::Box&, const SizeBasis&, Px available, LayoutContext&);

}  // namespace ghreveal::layout
