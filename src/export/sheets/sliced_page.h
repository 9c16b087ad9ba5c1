// A tall page taken apart into strips, for pages that it flows over.
#pragma once

#include <vector>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// Where a page must not be cut, from `top` to `bottom`: lines of text, pictures. px.
struct Unbreakable {
    Px top = 0;
    Px bottom = 0;
};

// Those of a laid out slide.
std::vector<Unbreakable> unbreakable_parts(const layout::Fragment&);

// The lowest place to cut at most `room` below `top`. At `top` + `room` when nothing else helps.
Px cut_below(Px top, Px room, const std::vector<Unbreakable>&);

// The part of the page between `top` and `bottom`, moved to the top: text and pictures that begin
// there, and of everything else what shows there.
paint::DisplayList strip_of(const paint::DisplayList& page, Px width, Px top, Px bottom);

}  // namespace ghreveal::exporter
