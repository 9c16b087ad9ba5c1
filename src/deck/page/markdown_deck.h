// A Markdown file written for reveal-md -> Deck.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::deck {

// The page that reveal-md makes of it: by the front matter, the nearest `reveal-md.json` and
// `reveal.json` upward, and reveal-md's own settings, in this order. Throws Error when one of them
// cannot be read.
Deck read_markdown_deck(std::string_view text, const std::string& file, const ReadOptions&,
                        Diagnostics&);

}  // namespace ghreveal::deck
