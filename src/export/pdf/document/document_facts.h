// What a PDF says about a deck beside its pages: metadata, outline titles, page labels.
#pragma once

#include <string>

#include "deck/deck.h"

namespace ghreveal::exporter {

// White space collapsed, and none at the ends.
std::string collapsed_text(const std::string&);

// Inline HTML -> its text: tags dropped, character references resolved, white space collapsed.
std::string plain_text(const std::string& html);

// A slide's number, "3" or "2.1": what its page label shows, the same for all of its states.
std::string page_label(const deck::Deck&, const deck::Slide&);

// The name of a slide's destination in a PDF; a viewer opens deck.pdf#slide-2/1 there.
std::string destination_name(const deck::Slide&);

// The slide's title; without one its first words; without any "Slide 3".
std::string outline_title(const deck::Deck&, const deck::Slide&);

// The document's date as PDF metadata want it (ISO 8601): from SOURCE_DATE_EPOCH, else from the
// deck's front matter ("2020-03-31", with a time or not); empty when neither says.
std::string document_date(const deck::Metadata&);

}  // namespace ghreveal::exporter
