// What is made of the command line's own definition for packages: the manual page and what shells
// need to complete commands, options and their words.
#pragma once

#include <string>

#include "cli/command_line/description.h"

namespace ghreveal::cli {

// ghreveal(1) in roff, man(7)'s macros.
std::string manual_page(const CommandDescription& program);

std::string bash_completions(const CommandDescription& program);
std::string zsh_completions(const CommandDescription& program);
std::string fish_completions(const CommandDescription& program);

}  // namespace ghreveal::cli
