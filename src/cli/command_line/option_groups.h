// Options that several commands share, or that make up one part of a command, a function each.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/options.h"
#include "deck/deck.h"
#include "export/output_options.h"
#include "pages/session.h"

namespace CLI {
class App;
}

namespace ghreveal::cli {

// What `auto` and its like name.
const std::map<std::string, std::optional<deck::Format>>& deck_formats();

// How decks are read, laid out and bounded.
void add_rendering_options(CLI::App&, pages::ExportOptions&);

inline constexpr const char* kHandoutGroup = "Handouts";
void add_output_options(CLI::App&, exporter::OutputOptions&);
void add_handout_options(CLI::App&, exporter::OutputOptions&);
void add_notes_options(CLI::App&, Options&);

// Of `check`.
void add_lint_options(CLI::App&, Options&);
void add_message_format(CLI::App&, Options&);

}  // namespace ghreveal::cli
