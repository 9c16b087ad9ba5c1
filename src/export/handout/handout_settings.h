// What the front matter and ghreveal.yml say about handouts: `handout:` with the options' names.
#pragma once

#include <set>
#include <string>

#include "export/handout/handout_options.h"
#include "pages/session.h"

namespace ghreveal::exporter {

// Sets what is not `given` already: as ghreveal.yml has it, and over that as the deck has it.
// Reports what is unknown or has a wrong value.
void apply_handout_settings(pages::Session&, const std::set<std::string>& given, HandoutOptions&);

}  // namespace ghreveal::exporter
