// kramdown's links and pictures.
#pragma once

#include <string>
#include <string_view>

#include "markdown/kramdown/spans/spans.h"

namespace ghreveal::markdown::kramdown {

// What a link's name is looked up by: lower case, white space as one space.
std::string link_name(std::string_view text);

bool take_link(SpanReader&);
bool take_autolink(SpanReader&);
bool take_footnote_marker(SpanReader&);

}  // namespace ghreveal::markdown::kramdown
