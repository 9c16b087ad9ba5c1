// HTML text -> slides: the cut at the keywords, and the page around them (format.md §2).
#pragma once

#include <string>
#include <vector>

#include "deck/deck.h"
#include "markdown/html_text.h"
#include "markdown/source_text.h"

namespace ghreveal::deck {

// Builds the page and every slide below it into the deck. `lines` is the Markdown, for the lines
// at which slides begin.
void build_slides(Deck&, const markdown::HtmlText& html, const markdown::SourceLines& lines,
                  const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
