// A page written for reveal.js -> Deck.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::deck {

// Throws Error when the page has no `.reveal .slides`.
Deck read_page(std::string_view html, const std::string& file, const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
