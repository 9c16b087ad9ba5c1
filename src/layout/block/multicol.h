// Multi-column layout (CSS Multi-column Layout 1): the content is laid out as one long column, cut
// between lines and boxes, and the parts are put side by side.
#pragma once

#include "layout/layout.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

bool is_multicol(const style::BoxStyle&);

// `forced.width` is decided. A block container with columns.
BoxLayout lay_out_multicol(const boxes::Box&, const ContainingBlock&, const ForcedSize&,
                           LayoutContext&);

// Of the container, by those of its content without padding and border.
IntrinsicSizes multicol_intrinsic_sizes(const boxes::Box&, const IntrinsicSizes& content);

}  // namespace ghreveal::layout
