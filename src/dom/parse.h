// HTML text -> nodes, by gumbo, with a browser's repairs (HTML §13.2 "fragment parsing").
#pragma once

#include <string_view>

#include "dom/document.h"
#include "support/limits.h"

namespace ghreveal::dom {

// An attribute that carries a block's line in the deck's source through the HTML text; the parser
// turns it into Node::line and removes it.
inline constexpr std::string_view kLineAttribute = "data-ghreveal-line";

// Parses `html` as the content of an element named `context` (`section`, say) and appends the
// resulting nodes to `parent`. Nodes without a line of their own take their parent's. Comments
// vanish. Elements nested deeper than the limit, and what is in them, are flattened into their
// parent, so that every later stage may recurse.
void parse_fragment(Document&, Node& parent, std::string_view html, std::string_view context,
                    const Limits& = {});

}  // namespace ghreveal::dom
