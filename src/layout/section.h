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
    // What an absolutely positioned section is placed in: `.slides`, or the padding box of its
    // stack, px in the slides' area; and where it stands without offsets.
    Rect containing_block{0, 0, size.width, size.height};
    Point static_position{};
};

// `section` is the box of the slide's <section>, built with `styles`. Where sections are centred,
// it is moved to where reveal.js's inline `top` puts it, unless its style has a `top`. The
// fragments come in absolute coordinates of the slides' area, positioned boxes in place.
Fragment lay_out_section(const boxes::Box& section, const SlideArea&, const style::SlideStyles&,
                         LayoutContext&);

}  // namespace ghreveal::layout
