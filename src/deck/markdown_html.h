// The deck's Markdown as HTML text, as kramdown would write it.
#pragma once

#include <string>

#include "deck/kramdown_source.h"

namespace ghreveal::deck {

// Start tags of blocks carry their line (dom::kLineAttribute).
std::string markdown_to_html(const RewrittenSource&);

// The id that kramdown's GFM parser gives a heading: lower case, letters and digits of any script
// kept, spaces to "-", the rest dropped.
std::string heading_id(std::string_view heading_text);

}  // namespace ghreveal::deck
