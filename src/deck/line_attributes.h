// Start tags carry the line they were written on through HTML text to the parser, which takes it
// off again (dom::kLineAttribute).
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::deck {

// To be put behind a start tag's name.
std::string line_attribute(int line);

// The start tags of a piece of HTML that begins on this line, each with its line; only the first
// one when not all that looks like a tag may be one (comments, scripts, style sheets).
std::string with_line_attributes(std::string_view html, int line);

}  // namespace ghreveal::deck
