// A slide's section -> its Fragment tree, placed in the slides' area as reveal.js places it.
#pragma once

#include <cstdint>

#include "layout/layout.h"

namespace ghreveal::layout {

// reveal.js's `.slides`: width x height of the configuration, px.
enum class Centring : std::uint8_t {
    kNone,          // sections stand at the top
    kScrollHeight,  // vertically, by their scrollHeight
    kOffsetHeight,  // reveal.js before 3.4: by their offsetHeight, and a padding higher up
};
struct SlideArea {
    Size size;
    Centring centring = Centring::kScrollHeight;
};

// `section` is the box of the slide's <section>, built with `styles`. The fragments come in
// absolute coordinates of the slides' area, positioned boxes in place.
Fragment lay_out_section(const boxes::Box& section, const SlideArea&, const style::SlideStyles&,
                         LayoutContext&);

}  // namespace ghreveal::layout
