// A page written for reveal.js, or a Markdown file for reveal-md -> Deck.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::deck {

// Throws Error when the page has no `.reveal .slides`.
Deck read_page(std::string_view html, const std::string& file, const ReadOptions&, Diagnostics&);

// The page that reveal-md makes of a Markdown file.
Deck read_markdown_deck(std::string_view text, const std::string& file, const ReadOptions&,
                        Diagnostics&);

}  // namespace ghreveal::deck
