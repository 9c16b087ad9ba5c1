// The files that a run opens, whatever its decks name. All others are walled off.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace ghreveal::cli {

// To be called when the runs' decks are known and before any is read, and before any thread is
// started. `values`: of options and arguments; what of them are files and folders may be read.
// False, and nothing is walled off, where ghreveal.yml names programs for diagrams, which would
// stand behind the wall as well.
bool wall_off_other_files(const std::vector<Options>& runs, const std::vector<std::string>& values);

}  // namespace ghreveal::cli
