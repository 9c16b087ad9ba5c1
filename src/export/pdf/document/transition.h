// How a slide comes up (reveal.js's transitions) as PDF viewers that present can show it (PDF
// 32000-1 §12.4.4).
#pragma once

#include <string>

#include "deck/deck.h"

namespace ghreveal::exporter {

// The entry of the slide's first page; empty: it just comes up.
std::string transition_entry(const deck::Deck&, const deck::Slide&);

}  // namespace ghreveal::exporter
