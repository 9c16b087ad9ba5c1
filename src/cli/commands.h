// One function a command; each handles one deck and throws Error when it cannot.
#pragma once

#include <string>

#include "cli/options.h"
#include "support/error.h"
#include "support/timings.h"

namespace ghreveal::cli {

// Where a deck's PDF goes: a file, or "-" for standard output.
// Throws Error when -o cannot take what is asked for.
std::string pdf_target(const Options&, const std::string& deck_path);

// Writes the deck's PDF whole or not at all; gives what was written: "talk.pdf: 82 pages".
std::string export_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// Lays out and paints every page, and writes nothing.
void check_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// What `--stage` asks for, as text.
std::string inspect_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// The bundled themes, one a line.
std::string list_themes();

}  // namespace ghreveal::cli
