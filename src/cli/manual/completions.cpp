#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/manual/manual.h"
#include "support/ascii.h"

namespace ghreveal::cli {

namespace {

enum class ValueKind { kNone, kWords, kFile, kFolder, kOther };

ValueKind kind_of(const OptionDescription& option) {
    if (option.value.empty()) {
        return ValueKind::kNone;
    }
    if (!option.words.empty()) {
        return ValueKind::kWords;
    }
    if (option.value == "DIR") {
        return ValueKind::kFolder;
    }
    const std::vector<std::string_view> kinds = ascii::split(option.value, '|');
    const bool is_file = std::any_of(kinds.begin(), kinds.end(), [](std::string_view kind) {
        return kind == "FILE" || kind == "PATH";
    });
    return is_file ? ValueKind::kFile : ValueKind::kOther;
}

std::vector<std::string> names_of(const CommandDescription& command) {
    std::vector<std::string> names;
    for (const OptionDescription& option : command.options) {
        names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return names;
}

std::vector<std::string> command_names(const CommandDescription& program) {
    std::vector<std::string> names;
    for (const CommandDescription& command : program.commands) {
        names.push_back(last_word(command));
    }
    return names;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// Inside '…' of a shell.
std::string shell_quoted(const std::string& text) {
    return "'" + replaced(text, "'", "'\\''") + "'";
}

// What a shell shows beside an option.
std::string note_of(const OptionDescription& option) {
    return first_clause(option.help);
}

// `case` branches that complete the word after an option.
std::string bash_values(const CommandDescription& command) {
    std::string branches;
    for (const OptionDescription& option : command.options) {
        std::string completion;
        switch (kind_of(option)) {
            case ValueKind::kWords:
                completion =
                    fmt::format("COMPREPLY=($(compgen -W {} -- \"$word\"))",
                                shell_quoted(fmt::format("{}", fmt::join(option.words, " "))));
                break;
            case ValueKind::kFolder:
                completion = "_ghreveal_files -d";
                break;
            case ValueKind::kFile:
                completion = "_ghreveal_files -f";
                break;
            case ValueKind::kOther:
                completion = ":";  // a number, a list: nothing to offer
                break;
            case ValueKind::kNone:
                break;
        }
        if (!completion.empty() && !option.is_value_optional) {
            branches += fmt::format(
                "                {})\n                    {}\n"
                "                    return ;;\n",
                fmt::join(option.names, "|"), completion);
        }
    }
    return branches;
}

std::string bash_command(const CommandDescription& command) {
    const std::string values = bash_values(command);
    std::string text = fmt::format("        {})\n", last_word(command));
    if (!values.empty()) {
        text += "            case \"$previous\" in\n" + values + "            esac\n";
    }
    std::vector<std::string> words;
    for (const ArgumentDescription& argument : command.arguments) {
        words.insert(words.end(), argument.words.begin(), argument.words.end());
    }
    return text + fmt::format("            options={}\n            arguments={} ;;\n",
                              shell_quoted(fmt::format("{}", fmt::join(names_of(command), " "))),
                              shell_quoted(fmt::format("{}", fmt::join(words, " "))));
}

constexpr const char* kBashBeginning =
    R"(# bash completions of ghreveal; made by 'ghreveal completions bash'.
_ghreveal_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$word")
}

_ghreveal() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local options='' arguments=''
    COMPREPLY=()
    case "${COMP_WORDS[1]}" in
)";
constexpr const char* kBashEnd = R"(    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    elif [[ $arguments ]]; then
        COMPREPLY=($(compgen -W "$arguments" -- "$word"))
    else
        _ghreveal_files -f
    fi
}

complete -F _ghreveal ghreveal
)";

// Inside […] of _arguments.
std::string zsh_note(const std::string& text) {
    return replaced(replaced(text, "[", "("), "]", ")");
}

std::string zsh_action(const OptionDescription& option) {
    switch (kind_of(option)) {
        case ValueKind::kWords:
            return fmt::format("({})", fmt::join(option.words, " "));
        case ValueKind::kFolder:
            return "_files -/";
        case ValueKind::kFile:
            return "_files";
        case ValueKind::kOther:
        case ValueKind::kNone:
            break;
    }
    return " ";
}

std::string zsh_option(const OptionDescription& option, const std::string& name) {
    std::string spec = name;
    if (option.is_value_optional) {
        spec += "=-";
    } else if (!option.value.empty() && name.starts_with("--")) {
        spec += "=";
    }
    spec += "[" + zsh_note(note_of(option)) + "]";
    if (!option.value.empty()) {
        spec += option.is_value_optional ? "::" : ":";
        spec += replaced(ascii::lower_case(option.value), "|", " ") + ":" + zsh_action(option);
    }
    return "                " + shell_quoted(spec) + " \\\n";
}

std::string zsh_command(const CommandDescription& command) {
    std::string text = fmt::format("        {})\n            _arguments \\\n", last_word(command));
    for (const OptionDescription& option : command.options) {
        for (const std::string& name : option.names) {
            text += zsh_option(option, name);
        }
    }
    std::string rest = "'*:file:_files'";
    for (const ArgumentDescription& argument : command.arguments) {
        if (!argument.words.empty()) {
            rest = shell_quoted(fmt::format("1:{}:({})", ascii::lower_case(argument.name),
                                            fmt::join(argument.words, " ")));
        }
    }
    return text + "                " + rest + " ;;\n";
}

std::string fish_option(const OptionDescription& option, const std::string& condition) {
    std::string line = "complete -c ghreveal" + condition;
    for (const std::string& name : option.names) {
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    switch (option.is_value_optional ? ValueKind::kNone : kind_of(option)) {
        case ValueKind::kWords:
            line += " -x -a " + shell_quoted(fmt::format("{}", fmt::join(option.words, " ")));
            break;
        case ValueKind::kFolder:
            line += " -x -a '(__fish_complete_directories)'";
            break;
        case ValueKind::kFile:
            line += " -r -F";
            break;
        case ValueKind::kOther:
            line += " -x";
            break;
        case ValueKind::kNone:
            break;
    }
    return line + " -d " + shell_quoted(note_of(option)) + "\n";
}

}  // namespace

std::string bash_completions(const CommandDescription& program) {
    std::string text = kBashBeginning;
    for (const CommandDescription& command : program.commands) {
        text += bash_command(command);
    }
    text += fmt::format(
        "        *)\n            [[ $COMP_CWORD == 1 && $word != */* ]] &&\n"
        "                mapfile -t COMPREPLY < <(compgen -W {} -- \"$word\"; compgen -f -- "
        "\"$word\") &&\n                return\n            options={} ;;\n",
        shell_quoted(fmt::format("{}", fmt::join(command_names(program), " "))),
        shell_quoted(fmt::format("{}", fmt::join(names_of(program), " "))));
    return text + kBashEnd;
}

std::string zsh_completions(const CommandDescription& program) {
    std::string text =
        "#compdef ghreveal\n# Made by 'ghreveal completions zsh'.\n\n_ghreveal() {\n"
        "    if ((CURRENT == 2)); then\n        local -a commands=(\n";
    for (const CommandDescription& command : program.commands) {
        text += "            " +
                shell_quoted(last_word(command) + ":" + first_clause(command.summary)) + "\n";
    }
    text += "        )\n        local -a options=(\n";
    for (const OptionDescription& option : program.options) {
        text += "            " + shell_quoted(long_name(option) + ":" + note_of(option)) + "\n";
    }
    text +=
        "        )\n        _describe command commands\n        _describe -o option options\n"
        "        _files\n        return\n    fi\n"
        "    local command=$words[2]\n    shift words\n    ((CURRENT--))\n"
        "    case $command in\n";
    for (const CommandDescription& command : program.commands) {
        text += zsh_command(command);
    }
    return text + "        *)\n            _files ;;\n    esac\n}\n\n_ghreveal \"$@\"\n";
}

std::string fish_completions(const CommandDescription& program) {
    std::string text = "# fish completions of ghreveal; made by 'ghreveal completions fish'.\n";
    for (const CommandDescription& command : program.commands) {
        text += fmt::format("complete -c ghreveal -n __fish_use_subcommand -a {} -d {}\n",
                            last_word(command), shell_quoted(first_clause(command.summary)));
    }
    for (const OptionDescription& option : program.options) {
        text += fish_option(option, " -n __fish_use_subcommand");
    }
    for (const CommandDescription& command : program.commands) {
        const std::string condition =
            fmt::format(" -n '__fish_seen_subcommand_from {}'", last_word(command));
        for (const OptionDescription& option : command.options) {
            text += fish_option(option, condition);
        }
        for (const ArgumentDescription& argument : command.arguments) {
            if (!argument.words.empty()) {
                text +=
                    fmt::format("complete -c ghreveal{} -x -a {}\n", condition,
                                shell_quoted(fmt::format("{}", fmt::join(argument.words, " "))));
            }
        }
    }
    return text;
}

}  // namespace ghreveal::cli
