// A grammar's modes with their expressions compiled, each when it is first needed: most code meets
// a few of a language's modes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "highlight/grammar.h"
#include "highlight/pattern.h"

namespace ghreveal::highlight {

// What the search for a mode's next change found.
enum class Change : std::uint8_t { kBegin, kEnd, kIllegal };

struct FoundChange {
    Change change = Change::kBegin;
    std::size_t mode = 0;  // that begins
    std::size_t begin = 0;
    std::size_t end = 0;
};

class CompiledGrammar {
public:
    // Throws Error for a text that is no grammar.
    CompiledGrammar(std::string text, std::string file, unsigned match_steps);

    const Mode& mode(std::size_t number) const { return grammar_.modes[number]; }
    bool ignores_case() const { return grammar_.ignores_case; }
    const Keywords* keywords_of(std::size_t mode) const;

    // The first place from `from` on where a mode inside begins, it ends, or what is illegal
    // stands.
    std::optional<FoundChange> find_change(std::size_t mode, std::string_view code,
                                           std::size_t from);
    // Whether its own end is at the very beginning of `rest`.
    bool ends_at_start(std::size_t mode, std::string_view rest);
    // The next word that may be a keyword.
    std::optional<PatternMatch> find_lexeme(std::size_t mode, std::string_view text,
                                            std::size_t from);

private:
    struct Patterns {
        std::optional<Pattern> changes;
        std::optional<Pattern> end;
        std::optional<Pattern> lexemes;
        bool never_changes = false;
    };
    Pattern compiled(std::string_view expression, PatternPlace) const;
    std::string changes_of(const Mode&) const;

    Grammar grammar_;
    unsigned match_steps_;
    std::vector<Patterns> patterns_;
};

}  // namespace ghreveal::highlight
