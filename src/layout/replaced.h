// Replaced boxes: how large pictures are (CSS 2.1 §10.3.2, §10.4, §10.6.2) and where their content
// goes in them (CSS Images 3 §5.5 `object-fit`).
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

BoxLayout lay_out_replaced(const boxes::Box&, const ContainingBlock&, const ForcedSize&,
                           LayoutContext&);

// Whether the content has a ratio and no size, and the style says no width: it is as wide as there
// is room, and asks for none (CSS Images 3 §5.2, Chromium).
bool has_ratio_only(const boxes::Box&);

// Of the border box, whatever width the style gives.
IntrinsicSizes replaced_content_sizes(const boxes::Box&, LayoutContext&);

}  // namespace ghreveal::layout
