// Diagnostics -> Findings: levels, slides, places, comments that silence, one for each group.
#pragma once

#include "check/finding.h"
#include "check/lint_settings.h"
#include "check/source_text.h"
#include "deck/deck.h"

namespace ghreveal::check {

// `deck` may be null: it could not be read.
Findings findings_of(const Diagnostics&, const deck::Deck* deck, const LintSettings&, SourceTexts&);
// Those that are the same in all decks of a call become one, with their count.
Findings merged_over_decks(const Findings&);
// What stopped the deck, with its place in the source.
Finding finding_of(const Error&, SourceTexts&);

}  // namespace ghreveal::check
