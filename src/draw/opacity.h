// Which opacity groups need no group, and how groups are painted.
#pragma once

#include <cairo.h>

#include "css/blend_mode.h"
#include "paint/display_list.h"

namespace ghreveal::draw {

// Whether the group that begins at `at` looks the same when each item in it is made transparent by
// itself: nothing in it lies over anything else. That is most groups (a faded line of text), and
// a group costs a PDF a transparency group and its text a detour.
bool fades_item_by_item(const paint::DisplayList&, std::size_t at);

// What Cairo calls the blend mode that a group is painted with.
cairo_operator_t cairo_operator(BlendMode);

}  // namespace ghreveal::draw
