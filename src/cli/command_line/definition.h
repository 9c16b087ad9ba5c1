// The commands and options of ghreveal in CLI11's words: what parses, explains itself (help.h),
// and makes the manual page and the shells' completions (manual/).
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace ghreveal::cli {

// Adds all commands; what they are given goes into `options`, which must outlive the app.
void define_command_line(CLI::App& app, Options& options);

}  // namespace ghreveal::cli
