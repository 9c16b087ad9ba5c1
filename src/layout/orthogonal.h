// Where one writing mode meets another (CSS Writing Modes 4 §7.3): an orthogonal box is laid out in
// the frame of its own lines (boxes/orthogonal_boxes.h), and what comes of it is turned into the
// frame that it stands in.
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

BoxLayout lay_out_orthogonal(const boxes::Box&, const ContainingBlock&, const ForcedSize&,
                             LayoutContext&);

// As wide as what it holds comes out: its lines are as long as its content needs, or the slide is
// high.
IntrinsicSizes orthogonal_intrinsic_sizes(const boxes::Box&, LayoutContext&);

// In `vertical-lr` lines follow each other from left to right, but what is over a line is on its
// right: as the frame has it, upside down.
void put_over_side_last(Fragment& line);

}  // namespace ghreveal::layout
