// Boxes with elliptical corners (CSS Backgrounds 3 §5), and the grid that boxes are drawn on.
#pragma once

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "style/computed_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

// The rectangle with each edge on a whole px, as browsers draw boxes: edges stay crisp, and boxes
// that touch still touch. What is thinner than a px is one px wide.
Rect snapped(const Rect&);

// A box's border edge with its used radii: percentages resolved, and all scaled down together
// where two of them do not fit a side (§5.5). An inline part that does not begin or end its
// element has square corners there.
RoundedRect rounded_border_box(const Rect& border_box, const style::PaintStyle&,
                               layout::InlineEdges = {});

// The curve `by` further in: padding edge, content edge (§5.2: radius minus border, at least 0).
RoundedRect inset(const RoundedRect&, const Edges& by);

// A shadow's shape `spread` further out, or in when it is negative (§6.1.1).
RoundedRect spread_by(const RoundedRect&, Px spread);

RoundedRect translated(const RoundedRect&, Point by);

// Whether all of `inner` lies inside the rectangle of `outer`.
bool contains(const Rect& outer, const Rect& inner);
bool intersects(const Rect&, const Rect&);
Rect intersection(const Rect&, const Rect&);

}  // namespace ghreveal::paint
