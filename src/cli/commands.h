// One function a command; each handles one deck and throws Error when it cannot.
#pragma once

#include <string>

#include "cli/options.h"
#include "support/error.h"
#include "support/timings.h"

namespace ghreveal::cli {

// Writes what is asked for, each file whole or not at all; gives what was written, a line each:
// "talk.pdf: 82 pages".
std::string export_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// Lays out and paints every page, and writes nothing.
void check_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// What `--stage` asks for, as text.
std::string inspect_deck(const Options&, const std::string& deck_path, Diagnostics&, Timings&);
// The themes asked for, or all bundled ones, one a line with what its sheet says of it.
std::string list_themes(const Options&);
// Writes one page with a sample slide in each of them; gives what was written.
std::string draw_themes(const Options&, Diagnostics&, Timings&);

}  // namespace ghreveal::cli
