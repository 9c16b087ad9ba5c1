// Speaker notes as Markdown.
#pragma once

#include <string>

namespace ghreveal::exporter {

// Markdown that kramdown makes this HTML of again (a deck's notes); what Markdown has no words for
// stays HTML. Ends with a line break; empty for notes without content.
std::string notes_markdown(const std::string& notes_html);

}  // namespace ghreveal::exporter
