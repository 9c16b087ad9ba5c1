// The window of a block of code: reveal.js's highlighting plugin scrolls it so that the lines it
// points out are in its middle.
#pragma once

#include "layout/fragment.h"

namespace ghreveal::pages {

// Whether a scroll box shows the lines that it points out by scrolling, so that no text of it has
// to be made smaller for its height.
bool scrolls_to_lines(const dom::Node& code);

// Moves what is in such boxes. `section` is in absolute coordinates; asked for once a layout.
void scroll_to_highlighted_lines(layout::Fragment& section);

}  // namespace ghreveal::pages
