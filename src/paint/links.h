// Links: where an element or an address leads, as display items.
#pragma once

#include <string_view>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"

namespace ghreveal::paint {

// The link that `a[href]` makes of its fragment, its area around all that is in it; without
// areas when it is no link or leads nowhere.
BeginLink link_of(const layout::Fragment&, const PaintContext&);

// The same for an address.
BeginLink link_to(std::string_view address, const Rect& area, const PaintContext&);

}  // namespace ghreveal::paint
