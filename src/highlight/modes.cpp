#include "highlight/modes.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "support/ascii.h"

namespace ghreveal::highlight {
namespace {

// \w+, which most modes have, needs no expression.
std::optional<PatternMatch> find_word(std::string_view text, std::size_t from) {
    while (from < text.size() && !ascii::is_word_character(text[from])) {
        ++from;
    }
    std::size_t end = from;
    while (end < text.size() && ascii::is_word_character(text[end])) {
        ++end;
    }
    return end > from ? std::optional(PatternMatch{from, end, 0}) : std::nullopt;
}

}  // namespace

CompiledGrammar::CompiledGrammar(std::string text, std::string file, unsigned match_steps)
    : match_steps_(match_steps) {
    grammar_.text = std::move(text);
    grammar_.file = std::move(file);
    parse_grammar(grammar_);
    patterns_.resize(grammar_.modes.size());
}

const Keywords* CompiledGrammar::keywords_of(std::size_t number) const {
    const std::optional<std::size_t> list = mode(number).keywords;
    return list ? &grammar_.keywords[*list] : nullptr;
}

Pattern CompiledGrammar::compiled(std::string_view expression, PatternPlace place) const {
    const PatternCase letters =
        grammar_.ignores_case ? PatternCase::kIgnored : PatternCase::kMatters;
    try {
        return {expression, {letters, place, match_steps_}};
    } catch (const std::invalid_argument& failure) {
        throw Error({grammar_.file}, fmt::format("'{}': {}", expression, failure.what()));
    }
}

// All that a mode can change at, as one expression whose marks say which: the modes it contains in
// their order, then its end, then what is illegal.
std::string CompiledGrammar::changes_of(const Mode& mode) const {
    std::string all;
    std::size_t mark = 0;
    const auto add = [&](std::string_view expression) {
        if (!expression.empty()) {
            fmt::format_to(std::back_inserter(all), "{}(?:{})(*:{})", all.empty() ? "" : "|",
                           expression, mark);
        }
        ++mark;
    };
    for (const std::size_t inner : mode.contains) {
        const std::string_view begin = grammar_.modes[inner].begin;
        add(begin.empty() ? R"(\B|\b)" : begin);
    }
    add(mode.until);
    add(mode.illegal);
    return all;
}

std::optional<FoundChange> CompiledGrammar::find_change(std::size_t number, std::string_view code,
                                                        std::size_t from) {
    const Mode& mode = grammar_.modes[number];
    Patterns& patterns = patterns_[number];
    if (!patterns.changes && !patterns.never_changes) {
        const bool ends_at_once = mode.contains.empty() && mode.until == R"(\B|\b)";
        const std::string changes = ends_at_once ? std::string(mode.until) : changes_of(mode);
        patterns.never_changes = changes.empty();
        if (!changes.empty()) {
            patterns.changes = compiled(changes, PatternPlace::kAnywhere);
        }
    }
    if (patterns.never_changes) {
        return std::nullopt;
    }
    const std::optional<PatternMatch> match = patterns.changes->find(code, from);
    if (!match) {
        return std::nullopt;
    }
    FoundChange found{Change::kBegin, 0, match->begin, match->end};
    if (match->mark < mode.contains.size()) {
        found.mode = mode.contains[match->mark];
    } else {
        found.change = match->mark == mode.contains.size() ? Change::kEnd : Change::kIllegal;
    }
    return found;
}

bool CompiledGrammar::ends_at_start(std::size_t number, std::string_view rest) {
    const Mode& mode = grammar_.modes[number];
    if (mode.end.empty()) {
        return false;
    }
    Patterns& patterns = patterns_[number];
    if (!patterns.end) {
        patterns.end = compiled(mode.end, PatternPlace::kAtStart);
    }
    return patterns.end->find(rest).has_value();
}

std::optional<PatternMatch> CompiledGrammar::find_lexeme(std::size_t number, std::string_view text,
                                                         std::size_t from) {
    const Mode& mode = grammar_.modes[number];
    if (mode.lexemes.empty()) {
        return find_word(text, from);
    }
    Patterns& patterns = patterns_[number];
    if (!patterns.lexemes) {
        patterns.lexemes = compiled(mode.lexemes, PatternPlace::kAnywhere);
    }
    const std::optional<PatternMatch> match = patterns.lexemes->find(text, from);
    // An empty lexeme would be found again and again.
    return match && match->end > match->begin ? match : std::nullopt;
}

}  // namespace ghreveal::highlight
