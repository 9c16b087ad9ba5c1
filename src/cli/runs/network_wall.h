// Runs that may fetch do it through a process that does nothing else; they have no network.
#pragma once

#include <vector>

#include "cli/options.h"

namespace ghreveal::cli {

// Starts such a process where one of the runs may fetch, and gives up the network. To be called
// before any deck is read, and before any thread is started. Where there can be no process the
// network stays.
void wall_off_network(const std::vector<Options>& runs);

}  // namespace ghreveal::cli
