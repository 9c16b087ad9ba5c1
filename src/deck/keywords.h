// gh-reveal's keywords inside a slide (format.md §3), applied to its elements.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "deck/deck.h"
#include "support/color.h"
#include "support/error.h"

namespace ghreveal::deck {

struct KeywordOptions {
    const std::string& file;  // the deck's, for messages
    const Limits& limits;
};

// Applies and removes every keyword in the slide's text. Reports keywords it does not know.
void apply_keywords(dom::Document&, dom::Node& section, const KeywordOptions&, Diagnostics&);

// `has-dark-background` or `has-light-background` on a section with a background colour.
void mark_background_brightness(dom::Node& section);

// A colour in one of the notations that reveal.js judges; nothing for any other text.
std::optional<Color> background_color(std::string_view text);

// PARAGRAPH stands for the sign §, in notes' HTML too.
std::string with_signs(std::string html);

}  // namespace ghreveal::deck
