#include "highlight/languages.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::highlight {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestGrammar = 1u << 20;

using Alias = std::pair<std::string_view, std::string_view>;

// Names that authors write after a fence and that highlight.js 9 does not know.
constexpr std::array kOwnAliases = std::to_array<Alias>({
    {"batch", "dos"},
    {"cjs", "javascript"},
    {"cxx", "cpp"},
    {"ecmascript", "javascript"},
    {"html5", "xml"},
    {"json5", "json"},
    {"jsonc", "json"},
    {"ksh", "bash"},
    {"mysql", "sql"},
    {"plsql", "sql"},
    {"ps", "powershell"},
    {"psql", "pgsql"},
    {"py3", "python"},
    {"python3", "python"},
    {"shell-session", "shell"},
    {"shellsession", "shell"},
    {"sqlite", "sql"},
    {"terminal", "shell"},
    {"terraform", "hcl"},
    {"tf", "hcl"},
    {"vb", "vbnet"},
});

// A name becomes part of a path: anything but a plain word could lead out of the folder.
bool is_plain_word(std::string_view name) {
    return !name.empty() && name.size() <= 32 && std::all_of(name.begin(), name.end(), [](char c) {
        return ascii::is_word_or_beyond(c) || c == '-' || c == '+' || c == '#' || c == '.';
    }) && name.front() != '.';
}

// Made at build time from highlight.js's (tools/grammars).
fs::path made_grammars() {
    return module_directory() / "grammars";
}

fs::path file_of(std::string_view name) {
    const std::string file = std::string(name) + ".grammar";
    const fs::path own = data_directory() / "themes" / "languages" / file;
    return is_file(own) ? own : made_grammars() / file;
}

}  // namespace

const std::vector<Languages::Entry>& Languages::index() {
    if (!index_.empty()) {
        return index_;
    }
    index_text_ = read_file(made_grammars() / "index", kLargestGrammar);
    for (const std::string_view line : ascii::split(index_text_, '\n')) {
        if (!line.empty()) {
            index_.push_back({ascii::words(line.substr(1)), line.front() == '+'});
        }
    }
    return index_;
}

std::optional<std::string_view> language_of_class(std::string_view word) {
    for (const std::string_view prefix : {"language-", "lang-"}) {
        if (word.starts_with(prefix)) {
            return word.substr(prefix.size());
        }
    }
    return std::nullopt;
}

std::string_view Languages::name_of(std::string_view asked) {
    if (!is_plain_word(asked)) {
        return {};
    }
    const auto [known, is_new] = names_.try_emplace(ascii::lower_case(asked));
    if (!is_new) {
        return known->second;
    }
    std::string_view name = known->first;
    const auto alias = std::find_if(kOwnAliases.begin(), kOwnAliases.end(),
                                    [&](const Alias& a) { return a.first == name; });
    name = alias != kOwnAliases.end() ? alias->second : name;
    if (is_file(data_directory() / "themes" / "languages" / (std::string(name) + ".grammar"))) {
        return known->second = name;
    }
    for (const Entry& entry : index()) {
        const bool has_name = std::any_of(
            entry.names.begin(), entry.names.end(),
            [&](std::string_view one) { return ascii::equal_ignoring_case(one, name); });
        if (has_name) {
            return known->second = entry.names.front();
        }
    }
    return known->second;
}

CompiledGrammar* Languages::grammar(std::string_view name) {
    if (name.empty()) {
        return nullptr;
    }
    if (const auto known = grammars_.find(name); known != grammars_.end()) {
        return known->second.get();
    }
    std::unique_ptr<CompiledGrammar>& grammar = grammars_[std::string(name)];
    if (const fs::path file = file_of(name); is_file(file)) {
        grammar = std::make_unique<CompiledGrammar>(read_file(file, kLargestGrammar), file.string(),
                                                    match_steps_);
    }
    return grammar.get();
}

std::vector<std::string_view> Languages::guessable() {
    std::vector<std::string_view> names;
    for (const Entry& entry : index()) {
        if (entry.may_be_guessed) {
            names.push_back(entry.names.front());
        }
    }
    return names;
}

std::vector<std::string> Languages::all_names() {
    std::vector<std::string> names;
    for (const Entry& entry : index()) {
        names.insert(names.end(), entry.names.begin(), entry.names.end());
    }
    return names;
}

}  // namespace ghreveal::highlight
