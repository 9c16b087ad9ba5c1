// A slide's section -> its Fragment tree, placed in the slides' area as reveal.js places it.
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

// reveal.js's `.slides`: width x height of the configuration, px.
struct SlideArea {
    Size size;
    bool centers = true;  // sections vertically, by their scrollHeight
};

// `section` is the box of the slide's <section>, built with `styles`. The fragments come in
// absolute coordinates of the slides' area, positioned boxes in place.
Fragment lay_out_section(const boxes::Box& section, const SlideArea&, const style::SlideStyles&,
                         LayoutContext&);

}  // namespace ghreveal::layout
