// Pictures that are not there, laid out as browsers do (HTML §15.4.2): an inline block of their
// alternative text or of a mark, so that the rest of the slide stands where it does in a browser.
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

// The side of the mark, px.
inline constexpr Px kBrokenPictureMark = 16;

// Whether `width` and `height` are passed over: in a line, unless there is no text and both are
// given.
bool takes_size_of_fallback(const boxes::Box&);

// Of the content box: one line of text beside the mark, the mark alone, or nothing.
Size natural_fallback_size(const boxes::Box&, LayoutContext&);

// How many lines the alternative text takes in `width`, broken at spaces. A word that is wider is
// cut when it is drawn.
int alternative_text_lines(const boxes::Box&, Px width, LayoutContext&);

// Whether the box is as wide as there is room (CSS 2.1 §10.3.3), as other blocks are.
bool fallback_fills_its_container(const boxes::Box&);

}  // namespace ghreveal::layout
