// A page drawn small on a larger one: contact sheets, handouts.
#pragma once

#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// The largest rectangle of the page's shape inside `room`, in its middle.
Rect fitted(Size page_size, const Rect& room);

enum class PlacedLinks { kKeep, kLeaveOut };

// Appends the page, scaled to fill `target` and clipped to it. px.
void place_page(const paint::DisplayList& page, Size page_size, const Rect& target,
                PlacedLinks links, paint::DisplayList& out);

// From item `first` on all of the list's content becomes a part of `content`.
void make_part_of(const paint::Content& content, std::size_t first, paint::DisplayList&);

// A line of this width around the rectangle, outside of it. px.
void draw_frame(const Rect& around, Px width, const Color& color, paint::DisplayList& out);

}  // namespace ghreveal::exporter
