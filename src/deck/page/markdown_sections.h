// `<section data-markdown>` -> the sections that reveal.js's Markdown plugin makes of it.
#pragma once

#include <string>
#include <vector>

#include "deck/deck.h"
#include "markdown/reveal/slide_texts.h"
#include "support/error.h"

namespace ghreveal::deck {

// The `markdown` of reveal.js's configuration.
struct MarkdownSettings {
    std::string separator;  // empty: the version's own
    std::string vertical_separator;
    std::string notes_separator;
    // What a script of the page sets on every section of Markdown.
    std::vector<dom::Attribute> attributes;
};

// Replaces every section below `slides` that holds Markdown, or names a file of it, by its slides.
// A file that cannot be read leaves a section that says so, with a warning.
void expand_markdown_sections(Deck&, const MarkdownSettings&, const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
