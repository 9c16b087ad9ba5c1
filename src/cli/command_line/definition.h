// The commands and options of ghreveal in CLI11's words: what parses, explains itself (help.h),
// and makes the manual page and the shells' completions (manual/).
#pragma once

#include <string_view>

#include "cli/options.h"

namespace CLI {
class App;
}

namespace ghreveal::cli {

// The commands, by their names and what they do.
void define_commands(CLI::App&);

// The options of a command, of all for an empty name; what they are given goes into `options`,
// which must outlive the app. All of them take a fiftieth of an export's time.
void define_options(CLI::App&, std::string_view command, Options& options);

}  // namespace ghreveal::cli
