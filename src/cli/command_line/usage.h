// Wrong usage in words that help: which command or option is near, which options lack their output.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace CLI {
class App;
}

namespace ghreveal::cli {

// Words of a command line: a deck, or options, without a command are those of `export`,
// `help` is --help.
std::vector<std::string> with_command(std::vector<std::string> words, const CLI::App&);

// The sentence for what the parser did not take.
std::string usage_error(const std::string& problem, const std::vector<std::string>& words,
                        const CLI::App&);

// Of an export: options that change an output which is not written, and a file for a terminal.
// Throws std::invalid_argument with the sentence.
void check_export_usage(const CLI::App& exporting, const Options&);

}  // namespace ghreveal::cli
