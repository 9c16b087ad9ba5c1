// Speaker notes as plain text.
#pragma once

#include <string>

namespace ghreveal::exporter {

// A line for each block and each line that the author typed; "- " before list items; links as
// "text (address)" when they differ. Empty for notes without text.
std::string notes_text(const std::string& notes_html);

}  // namespace ghreveal::exporter
