// Decks are UTF-8; what is not is said with its place rather than shown as rubbish.
#pragma once

#include <string>
#include <string_view>

#include "support/error.h"

namespace ghreveal::deck {

// Throws Error of Rule::kEncoding that names the first byte that is not UTF-8, or the encoding when
// it shows.
void require_utf8(std::string_view text, const std::string& file);

}  // namespace ghreveal::deck
