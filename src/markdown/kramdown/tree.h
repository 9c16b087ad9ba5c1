#pragma once

#include "markdown/kramdown/document.h"

namespace ghreveal::markdown::kramdown {

// Reads the spans of all blocks and applies what was defined anywhere in the deck.
void finish_tree(KramdownDocument&, Element& root);
// The characters that `&name;` stands for; any other text as it is.
std::string decoded_entity(const std::string& html);

}  // namespace ghreveal::markdown::kramdown
