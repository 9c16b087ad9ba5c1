// What an export was asked for, as a text to compare.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace ghreveal::cli {

// The program, what of its environment and of the command line changes the bytes it writes, but for
// the decks. Two that are alike write the same.
std::string request_of(const CLI::App& exporting);

}  // namespace ghreveal::cli
