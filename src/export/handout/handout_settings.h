// What a deck's front matter says about its handouts: `handout:` with the options' names.
#pragma once

#include <set>
#include <string>

#include "deck/deck.h"
#include "export/handout/handout_options.h"

namespace ghreveal::exporter {

// Sets what is not `given` already. Reports what is unknown or has a wrong value.
void apply_handout_settings(const deck::Deck&, const std::set<std::string>& given, HandoutOptions&,
                            Diagnostics&);

}  // namespace ghreveal::exporter
