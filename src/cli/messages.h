// How findings are told: to a person, line by line; to a program, all at the end.
#pragma once

#include <optional>
#include <string>

#include "check/finding.h"
#include "check/formats/formats.h"
#include "cli/options.h"

namespace ghreveal::cli {

// Of a deck, for standard error; empty in formats that are written at the end.
std::string messages_of(const Options&, const check::Findings&);

// Writes what `check` has found in all decks: formats for programs to standard output, the
// baseline that is asked for, and the line that counts.
struct Report {
    std::string output;   // for standard output
    std::string message;  // for standard error
};
Report report_of(const Options&, const check::Findings& all);

}  // namespace ghreveal::cli
