#include "cli/command_line/help.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "support/ascii.h"

namespace ghreveal::cli {

namespace {

constexpr std::size_t kMostColumns = 100;  // longer lines are hard to read
constexpr std::size_t kNames = 2;          // where names begin
constexpr std::size_t kTexts = 26;         // where what they mean begins

class HelpWriter {
public:
    explicit HelpWriter(const HelpOptions& options) : options_(options) {}

    void heading(const std::string& text) { text_ += "\n" + text + ":\n"; }

    void paragraph(const std::string& text) { wrap(text, 0, 0); }

    void entry(const std::string& name, const std::string& help) {
        text_ += std::string(kNames, ' ') + name;
        std::size_t column = kNames + name.size();
        if (column + 2 > kTexts) {
            text_ += "\n";
            column = 0;
        }
        text_ += std::string(kTexts - column, ' ');
        const bool is_short = options_.length == HelpLength::kShort;
        wrap(is_short ? first_clause(help) : help, kTexts, kTexts);
    }

    std::string text() && { return std::move(text_); }

private:
    // Words as many as fit; the first line begins at `column` already.
    void wrap(const std::string& words, std::size_t column, std::size_t indent) {
        bool is_first = true;
        for (const std::string_view word : ascii::split(words, ' ')) {
            if (!is_first && column + 1 + word.size() > options_.columns) {
                text_ += "\n" + std::string(indent, ' ');
                column = indent;
                is_first = true;
            }
            text_ += is_first ? "" : " ";
            text_ += word;
            column += word.size() + (is_first ? 0 : 1);
            is_first = false;
        }
        text_ += "\n";
    }

    HelpOptions options_;
    std::string text_;
};

std::string usage_line(const CommandDescription& command) {
    std::string line = "Usage: " + command.name;
    line += command.commands.empty() ? " [OPTIONS]" : " COMMAND";
    for (const ArgumentDescription& argument : command.arguments) {
        const std::string name = argument.name + (argument.is_repeatable ? "..." : "");
        line += argument.is_required ? " " + name : " [" + name + "]";
    }
    return line;
}

// The groups of options, in the order of their first options.
std::vector<std::string> groups_of(const CommandDescription& command) {
    std::vector<std::string> groups;
    for (const OptionDescription& option : command.options) {
        if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) {
            groups.push_back(option.group);
        }
    }
    return groups;
}

}  // namespace

std::size_t help_columns() {
    winsize size{};
    const bool is_terminal = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_terminal ? std::clamp<std::size_t>(size.ws_col, kTexts + 20, kMostColumns)
                       : HelpOptions{}.columns;
}

std::string help_text(const CommandDescription& command, const HelpOptions& options) {
    HelpWriter help(options);
    help.paragraph(command.summary);
    help.paragraph("");
    help.paragraph(usage_line(command));
    if (!command.commands.empty()) {
        help.heading("Commands");
        for (const CommandDescription& one : command.commands) {
            help.entry(last_word(one), one.summary);
        }
    }
    if (!command.arguments.empty()) {
        help.heading("Arguments");
    }
    for (const ArgumentDescription& argument : command.arguments) {
        help.entry(argument.name, argument.help);
    }
    for (const std::string& group : groups_of(command)) {
        help.heading(group);
        for (const OptionDescription& option : command.options) {
            if (option.group == group) {
                help.entry(usage_of(option), option.help);
            }
        }
    }
    return std::move(help).text();
}

}  // namespace ghreveal::cli
