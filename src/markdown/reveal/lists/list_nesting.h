// Which item lies in which, as marked told it before 2.0, which reveal.js brought until 4.0: an
// item that is indented by a blank more than another lies in it. CommonMark (§5.2) wants it to
// reach the other's text.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// The text with items, and what follows them after a blank line, indented as far as CommonMark
// wants it. Line for line the same otherwise.
std::string with_nested_items(std::string_view text);

}  // namespace ghreveal::markdown::reveal
