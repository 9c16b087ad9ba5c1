// Links that lead nowhere, said once each, whatever is written.
#pragma once

#include <vector>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::pages {

// Of the slides given (indices into Deck::slides): links to slides and elements that are not there,
// and addresses that are left out of every output (deck/link_address.h).
void check_links(const deck::Deck&, const std::vector<std::size_t>& slides, Diagnostics&);

}  // namespace ghreveal::pages
