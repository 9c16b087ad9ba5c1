// HTML's presentational attributes as declarations (HTML §15, "Rendering"): align, bgcolor,
// width, height, border, …
#pragma once

#include <string>

#include "dom/document.h"

namespace ghreveal::style {

// CSS text; empty for most elements.
std::string presentational_hints(const dom::Node&);

}  // namespace ghreveal::style
