#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "dom/document.h"
#include "support/ascii.h"

namespace ghreveal::pages {

// Whether something of the node may be seen: text that is not blank, an element that is for more
// than scripts and sheets.
inline bool shows_something(const dom::Node& node) {
    constexpr std::array<std::string_view, 6> kUnseen{"script", "style",    "link",
                                                      "meta",   "template", "noscript"};
    return node.is_element() ? std::find(kUnseen.begin(), kUnseen.end(), node.name) == kUnseen.end()
                             : !ascii::is_blank(node.text);
}

}  // namespace ghreveal::pages
