// Elements whose content is a file's: what reveal.js's plugins of the name "external" load, and the
// script that Yeoman's generator-reveal puts beside its decks.
#pragma once

#include <optional>
#include <string>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::deck {

struct NamedFile {
    std::string path;
    std::string text;
};

// The file that an element names. Where it cannot be read the element says so instead of what was
// in it, with a warning.
std::optional<NamedFile> read_named_file(Deck&, dom::Node& element, const std::string& address,
                                         const ReadOptions&, Diagnostics&);

// Gives each element below `slides` that has `data-external` or `data-html` the content of that
// file of HTML, and puts it in the place of each that has `data-external-replace`. A file that
// cannot be read leaves an element that says so, with a warning. What is in the file loads nothing
// further.
void load_external_elements(Deck&, const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
