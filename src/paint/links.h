// Links: where an element or an address leads, as display items.
#pragma once

#include <string_view>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"

namespace ghreveal::paint {

// The link that `a[href]` makes of its fragment, its area around all that is in it; without
// areas when it is no link or leads nowhere. A block inside an inline `a` stands outside the
// fragments of that element (CSS 2.1 §9.2.1.1) and is a link all the same.
BeginLink link_of(const layout::Fragment&, const layout::Fragment* parent, const PaintContext&);

// The same for an address.
BeginLink link_to(std::string_view address, const Rect& area, const PaintContext&);

}  // namespace ghreveal::paint
