// What form controls show instead of their children (HTML "Rendering" §15.5).
#pragma once

#include <string>

#include "dom/document.h"

namespace ghreveal::boxes {

// The text of an <input>; null for any other element. It is the element's own, or a constant.
const std::string* control_text(const dom::Node&);

// The <option> that a <select> shows: the chosen one, else the first; null when it has none.
const dom::Node* shown_option(const dom::Node& select);

}  // namespace ghreveal::boxes
