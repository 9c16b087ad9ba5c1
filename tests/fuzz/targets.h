// What fuzzers feed with bytes: each takes anything and must neither crash nor hang.
#pragma once

#include <string_view>

#include "fuzz/readers.h"

namespace ghreveal::fuzz {

// Those of readers too. Null when there is none of that name.
const Target* find_target(std::string_view name);

// A whole deck, through every stage to a PDF, PNGs and SVGs that are thrown away.
void run_deck(std::string_view text);

}  // namespace ghreveal::fuzz
