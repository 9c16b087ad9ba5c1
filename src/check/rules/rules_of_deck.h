// What a deck says without effect, or should not say: found in its text and in its slides.
#pragma once

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::check {

class SourceTexts;

// Front matter: keys that are not known or set twice, values without effect, quotes without end.
void check_front_matter(const deck::Deck&, SourceTexts&, Diagnostics&);
// Options and keys that are set beside the deck, or in its scripts.
void check_settings_files(const deck::Deck&, SourceTexts&, Diagnostics&);
// Keywords that lack what they need, or run into a word.
void check_keywords(const deck::Deck&, SourceTexts&, Diagnostics&);
// Slips in a Markdown deck's lines, and in a page's text, that leave no trace in the tree.
void check_slips(const deck::Deck&, SourceTexts&, Diagnostics&);
void check_page_slips(const deck::Deck&, SourceTexts&, Diagnostics&);
// Lines in other programs' Markdown: Marp's, remark's, Slidev's, pandoc's.
void check_dialects(const deck::Deck&, SourceTexts&, Diagnostics&);
// Tags that set an attribute twice, parts of tables outside of one.
void check_tags(const deck::Deck&, SourceTexts&, Diagnostics&);
// Plugins that a page's scripts name, which are not run.
void check_plugins(const deck::Deck&, Diagnostics&);
// Markup that stays on the slide as text.
void check_markup(const deck::Deck&, SourceTexts&, Diagnostics&);
// Elements that begin on one slide and end on another.
void check_split_elements(const deck::Deck&, SourceTexts&, Diagnostics&);
// Names of lists of attributes, and options of kramdown, that are not known.
void check_attribute_lists(const deck::Deck&, SourceTexts&, Diagnostics&);
// Ids that are there twice, links to files that are not there.
void check_names(const deck::Deck&, Diagnostics&);
// Elements, attributes and icons that are not known or not shown; pictures without a text.
void check_elements(const deck::Deck&, SourceTexts&, Diagnostics&);
// Drawings in HTML: names that SVG has not, references to nothing, what would move.
void check_drawings(const deck::Deck&, Diagnostics&);
// Slides with nothing on them, and with too much.
void check_slides(const deck::Deck&, Diagnostics&);

// Heights that are a part of what has none.
void check_heights(const deck::Deck&, Diagnostics&);

// All of these.
void check_deck_rules(const deck::Deck&, SourceTexts&, Diagnostics&);

// Whether the deck says which language it is in: the last thing to say.
void check_language(const deck::Deck&, Diagnostics&);

}  // namespace ghreveal::check
