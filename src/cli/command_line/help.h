// The text of --help.
#pragma once

#include <cstddef>
#include <string>

#include "cli/command_line/description.h"

namespace ghreveal::cli {

enum class HelpLength { kShort, kWhole };  // -h: a clause an option; --help: all of it

struct HelpOptions {
    HelpLength length = HelpLength::kWhole;
    std::size_t columns = 80;
};

// The terminal's width, at most 100; 80 when standard output is none.
std::size_t help_columns();

std::string help_text(const CommandDescription&, const HelpOptions&);

}  // namespace ghreveal::cli
