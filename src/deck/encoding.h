// Decks are UTF-8; what is not is said with its place rather than shown as rubbish.
#pragma once

#include <string>
#include <string_view>

#include "support/error.h"

namespace ghreveal::deck {

// A deck's text without the zero bytes that stand in it here and there: browsers leave them out of
// pages (HTML §13.2.6.4.7), and pandoc writes one for a slide without a title. That is said.
// Throws Error of Rule::kEncoding for what is no text, and one that names the first byte that is
// not UTF-8, or the encoding when it shows.
std::string utf8_text(std::string text, const std::string& file, Diagnostics&);

}  // namespace ghreveal::deck
