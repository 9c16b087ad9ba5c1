#include "cli/command_line/description.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "support/ascii.h"

namespace ghreveal::cli {

namespace {

std::string name_of(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return parent == nullptr ? app.get_name() : name_of(*parent) + " " + app.get_name();
}

// CLI11 adds what its checks say of themselves: "PX:INT in [1 - 32767]", "N:{1,2,3}".
std::string value_name(const std::string& type_name) {
    return type_name.substr(0, type_name.find(':'));
}

std::vector<std::string> strings(const std::vector<std::string_view>& parts) {
    return {parts.begin(), parts.end()};
}

// The words that a value may be, when its type lists them: "N:{1,2,3}", "fit|clip".
std::vector<std::string> words_of(const std::string& type_name) {
    const std::size_t brace = type_name.find(":{");
    if (brace != std::string::npos) {
        const std::string list = type_name.substr(brace + 2, type_name.find('}') - brace - 2);
        return strings(ascii::split(list, ','));
    }
    const bool is_list =
        type_name.find('|') != std::string::npos && ascii::lower_case(type_name) == type_name;
    return is_list ? strings(ascii::split(type_name, '|')) : std::vector<std::string>{};
}

OptionDescription describe(const CLI::Option& option) {
    OptionDescription description;
    for (const std::string& name : option.get_snames()) {
        description.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        description.names.push_back("--" + name);
    }
    // A flag's type is only written when it may have a word.
    description.is_value_optional = !option.get_fnames().empty();
    if (option.get_type_size() != 0 || description.is_value_optional) {
        description.value = value_name(option.get_type_name());
        description.words = words_of(option.get_type_name());
    }
    description.help = option.get_description();
    description.group = option.get_group();
    return description;
}

ArgumentDescription describe_argument(const CLI::Option& option) {
    return {option.get_name(true), words_of(option.get_type_name()), option.get_description(),
            option.get_required(), option.get_expected_max() > 1};
}

}  // namespace

CommandDescription describe(const CLI::App& app) {
    CommandDescription command;
    command.name = name_of(app);
    command.summary = app.get_description();
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) {
            command.arguments.push_back(describe_argument(*option));
        } else {
            command.options.push_back(describe(*option));
        }
    }
    for (const CLI::App* one : app.get_subcommands({})) {
        if (!one->get_group().empty()) {
            command.commands.push_back(describe(*one));
        }
    }
    return command;
}

std::string usage_of(const OptionDescription& option) {
    std::string usage = fmt::format("{}", fmt::join(option.names, ", "));
    if (!option.value.empty()) {
        usage += option.is_value_optional ? "[=" + option.value + "]" : " " + option.value;
    }
    return usage;
}

std::string first_clause(const std::string& help) {
    std::size_t end = std::min(help.size(), help.find("; "));
    // "all: a page for every state; final: one page": what comes before the colon says nothing yet.
    const std::size_t colon = help.find(": ");
    if (colon != std::string::npos && help.find(' ') < colon) {
        end = std::min(end, colon);
    }
    end = std::min(end, help.find(" ("));
    return help.substr(0, end);
}

const std::string& long_name(const OptionDescription& option) {
    return option.names.back();
}

std::string last_word(const CommandDescription& command) {
    return command.name.substr(command.name.rfind(' ') + 1);
}

}  // namespace ghreveal::cli
