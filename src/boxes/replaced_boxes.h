// Elements whose content is not in the document: pictures, frames, films (CSS 2.1 §3.1 "replaced
// element", HTML "Rendering" §15.4).
#pragma once

#include <optional>

#include "boxes/box.h"

namespace ghreveal::boxes {

// What fills the element's box; nothing for an element that is not replaced (also an <object> that
// shows its fallback content).
std::optional<Replaced> replaced_content(const dom::Node&, const style::ComputedStyle&,
                                         const BoxContext&);

// A picture named in `content` or `list-style-image`.
Replaced picture(const std::string& address, const dom::Node& node, const BoxContext&);

}  // namespace ghreveal::boxes
