// A page as an SVG drawing.
#pragma once

#include <functional>
#include <string>

#include "draw/canvas.h"
#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// Draws a page of `page_size` px and gives the file's bytes: text as outlines, pictures inside it,
// links as `a` elements. `address_of_slide` names what links to a slide lead to (another file,
// say); empty: such a link is left out. The Canvas must be one for SVG and is good for one page:
// its glyphs' names belong to one drawing. Throws Error when the drawing cannot be made.
std::string page_as_svg(const paint::DisplayList&, Size page_size, draw::Canvas&,
                        const std::function<std::string(int slide)>& address_of_slide);

}  // namespace ghreveal::exporter
