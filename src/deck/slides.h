// HTML text -> slides: the cut at the keywords, and the page around them (format.md §2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.h"
#include "markdown/html_text.h"
#include "markdown/source_text.h"

namespace ghreveal::deck {

struct SlidesSource {
    const markdown::HtmlText& html;
    const markdown::SourceLines& lines;  // of the Markdown, for the lines at which slides begin
    std::string_view file_text;          // for the places of formulas
};

// Builds the page and every slide below it into the deck.
void build_slides(Deck&, const SlidesSource&, const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
