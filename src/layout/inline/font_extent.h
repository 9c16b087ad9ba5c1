// How high text and inline boxes are (CSS 2.1 §10.8).
#pragma once

#include "layout/layout_context.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

// What lies above and below a baseline. px, both positive that way.
struct Extent {
    Px ascent = 0;
    Px descent = 0;
    Px height() const { return ascent + descent; }
    void include(const Extent& other) {
        ascent = std::max(ascent, other.ascent);
        descent = std::max(descent, other.descent);
    }
    // The extent about a baseline that lies `by` below this one's.
    Extent lowered(Px by) const { return {ascent - by, descent + by}; }
};

// The used `line-height`. px.
Px used_line_height(const style::TextStyle&, const text::FontMetrics&);

// A font's ascent and descent with half the leading on each side: what it claims of a line.
Extent with_leading(const text::FontMetrics&, Px line_height);

// The strut: an inline box's claim by its own font alone.
Extent strut(const style::TextStyle&, LayoutContext&);

}  // namespace ghreveal::layout
