// Comments after list items, as marked has them.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// A comment in a line of its own, right below a list item's text and not indented, ends the list in
// CommonMark (§4.6: such a block may interrupt a paragraph); for marked, which reveal.js's plugin
// uses, it belongs to the item, where `<!-- .element: … -->` is meant. The text with those lines
// indented to their item's content. Lines stay lines.
std::string with_comments_in_items(std::string_view text);

}  // namespace ghreveal::markdown::reveal
