// Points, sizes and rectangles on a page of a PDF, in its unit (PDF 32000-1 §8.3.2.3). They are of
// types of their own, so that none is taken for one in px: what leads from px to them is named.
// y grows downwards from the page's top, as everywhere else; `rectangle()` turns it.
#pragma once

#include <algorithm>

#include "support/geometry.h"

namespace ghreveal {

struct PtPoint {
    Pt x;
    Pt y;
};

struct PtSize {
    Pt width;
    Pt height;
};

struct PtRect {
    Pt x;
    Pt y;
    Pt width;
    Pt height;
    Pt right() const { return x + width; }
    Pt bottom() const { return y + height; }
    PtPoint origin() const { return {x, y}; }
    // With `by` added on each side.
    PtRect outset(Pt by) const { return {x - by, y - by, width + by + by, height + by + by}; }
    PtRect united(const PtRect& o) const {
        const Pt left = std::min(x, o.x);
        const Pt top = std::min(y, o.y);
        return {left, top, std::max(right(), o.right()) - left,
                std::max(bottom(), o.bottom()) - top};
    }
};

inline PtPoint to_pt(Point at) {
    return {to_pt(at.x), to_pt(at.y)};
}
inline PtSize to_pt(Size size) {
    return {to_pt(size.width), to_pt(size.height)};
}

// A surface that Cairo makes a PDF of is measured in pt: what a Canvas tells of it
// (draw/drawn_page.h) and what stands in its content streams is of numbers of pt.
inline PtPoint of_surface(Point at) {
    return {Pt(at.x), Pt(at.y)};
}
inline PtRect of_surface(const Rect& area) {
    return {Pt(area.x), Pt(area.y), Pt(area.width), Pt(area.height)};
}

}  // namespace ghreveal
