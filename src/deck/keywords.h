// gh-reveal's keywords inside a slide (format.md §3), applied to its elements.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::deck {

struct KeywordOptions {
    const std::string& file;  // the deck's, for messages
    const Limits& limits;
};

// Applies and removes every keyword in the slide's text. Reports keywords it does not know.
void apply_keywords(dom::Document&, dom::Node& section, const KeywordOptions&, Diagnostics&);

// PARAGRAPH stands for the sign §, in notes' HTML too.
std::string with_signs(std::string html);

}  // namespace ghreveal::deck
