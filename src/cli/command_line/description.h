// What a command is, as plain values: help, manual page and completions are written from these.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ghreveal::cli {

struct OptionDescription {
    std::vector<std::string> names;  // "-o", "--output"
    std::string value;               // as it is written: "PATH", "first|last"; empty: a flag
    bool is_value_optional = false;  // --notes, --notes=json
    std::vector<std::string> words;  // all that it may be given; empty: anything
    std::string help;
    std::string group;  // the heading that it stands under
};

struct ArgumentDescription {
    std::string name;
    std::vector<std::string> words;  // all that it may be; empty: anything
    std::string help;
    bool is_required = false;
    bool is_repeatable = false;
};

struct CommandDescription {
    std::string name;  // "ghreveal export"
    std::string summary;
    std::vector<ArgumentDescription> arguments;
    std::vector<OptionDescription> options;
    std::vector<CommandDescription> commands;
};

// With all commands below it, but for hidden ones.
CommandDescription describe(const CLI::App&);

// "-o, --output PATH"
std::string usage_of(const OptionDescription&);
// The first clause of a help text, which says what an option does; the rest explains it.
std::string first_clause(const std::string& help);
// "--output"
const std::string& long_name(const OptionDescription&);
// "export"
std::string last_word(const CommandDescription&);

}  // namespace ghreveal::cli
