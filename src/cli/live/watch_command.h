// `ghreveal watch`: exports again whenever what the decks read changes, until it is ended.
#pragma once

#include "cli/options.h"

namespace ghreveal::cli {

int watch(Options);

}  // namespace ghreveal::cli
