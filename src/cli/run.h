// Runs a command and gives the process's exit status (design.md "Command line"): 0 done; 1 a deck
// could not be handled; 2 wrong usage; 3 warnings under --strict.
#pragma once

namespace ghreveal::cli {

int run(int argc, const char* const* argv);

}  // namespace ghreveal::cli
