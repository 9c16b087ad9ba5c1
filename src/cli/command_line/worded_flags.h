// Flags that may have a word behind them, and what of a handout the command line says.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ghreveal::cli {

// The words of a command line but for the program's name. `--ink-saver off` becomes
// `--ink-saver=off`: a word of its own behind a flag would be a deck.
std::vector<std::string> joined_words(int argc, const char* const* argv);

// What the command line says about the handout, so that the deck does not say it.
std::set<std::string> given_of_handout(const CLI::App& command);

}  // namespace ghreveal::cli
