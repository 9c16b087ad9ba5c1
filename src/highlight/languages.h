// Which languages there are, and the grammar of each. Nothing is read before it is asked for.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "highlight/modes.h"

namespace ghreveal::highlight {

// What a class says that its element is written in: X of `language-X` or `lang-X`.
std::optional<std::string_view> language_of_class(std::string_view word);

class Languages {
public:
    explicit Languages(unsigned match_steps) : match_steps_(match_steps) {}

    // The language that a name stands for, in any case: "py" is "python"; empty for an unknown one.
    // Those of themes/languages come before highlight.js's.
    std::string_view name_of(std::string_view name);
    // By the name that name_of() gives; null for the empty one. Throws Error for a file that is no
    // grammar.
    CompiledGrammar* grammar(std::string_view name);
    // Those that may be guessed, in the order in which highlight.js tries them.
    std::vector<std::string_view> guessable();
    // Every name and alias that highlight.js knows.
    std::vector<std::string> all_names();

private:
    struct Entry {
        std::vector<std::string_view> names;  // its own first
        bool may_be_guessed = true;
    };
    const std::vector<Entry>& index();

    unsigned match_steps_;
    std::string index_text_;
    std::vector<Entry> index_;
    // Null: there is no such file.
    std::map<std::string, std::unique_ptr<CompiledGrammar>, std::less<>> grammars_;
    // Names that were asked for -> what they stand for.
    std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace ghreveal::highlight
