// HTML's `dir` attribute, <bdi> and <bdo> as declarations (HTML §3.2.6.4, §15.3.6).
#pragma once

#include <string>

#include "dom/document.h"

namespace ghreveal::style {

// CSS text; empty for most elements. `dir=auto` goes by the first strong character of the text in
// the element.
std::string direction_hints(const dom::Node&);

}  // namespace ghreveal::style
