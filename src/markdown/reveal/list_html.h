// HTML after list items, as marked has it.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// Lines of HTML, comments too, right below a list item's text and not indented end the list in
// CommonMark (§4.6: such a block may interrupt a paragraph); for marked, which reveal.js's plugin
// uses, they belong to the item, where `<!-- .element: … -->` is meant. The text with those lines
// indented to their item's content. Lines stay lines.
std::string with_html_in_items(std::string_view text);

}  // namespace ghreveal::markdown::reveal
