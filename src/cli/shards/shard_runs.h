// `--shard`: which of the decks this part of a run exports, and what it tells `merge`.
#pragma once

#include <string>
#include <vector>

#include "batch/index_files.h"
#include "cli/commands.h"
#include "cli/options.h"

namespace ghreveal::cli {

// Leaves the decks that are this part's. Of a single deck all parts have some: its files are
// shared.
void keep_decks_of_shard(Options&);

// The folder that all outputs are in or below.
std::filesystem::path output_folder(const Options&);

// Beside the outputs, for `merge`.
void write_shard_file(const Options&, const std::vector<Exported>&,
                      const std::vector<std::string>& failed);

}  // namespace ghreveal::cli
