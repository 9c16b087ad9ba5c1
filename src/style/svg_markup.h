// An inline <svg> as a file of its own, with what the page's style sheets say of its elements.
#pragma once

#include <string>

#include "style/style_engine.h"
#include "support/geometry.h"

namespace ghreveal::style {

// XML, as it stands in the document.
std::string svg_markup(const dom::Node& svg);

// The same with the elements' computed styles in `style` attributes, as far as they are not what
// the elements have without the page; of this size in px.
std::string svg_markup(const dom::Node& svg, const SlideStyles&, Size);

}  // namespace ghreveal::style
