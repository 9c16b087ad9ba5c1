// The text of a grammar (docs/languages.md) -> its modes, in highlight.js's terms: what begins and
// ends a stretch of code, which words are special in it, which modes it contains. Expressions are
// PCRE2's; they are compiled where they are first needed (modes.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.h"

namespace ghreveal::highlight {

struct Keyword {
    std::string_view word;
    std::string_view class_name;
    double relevance = 1;
};

// Sorted by word.
using Keywords = std::vector<Keyword>;

const Keyword* find_keyword(const Keywords&, std::string_view word);

// What goes with a mode's beginning and its end.
struct ModeTraits {
    bool exclude_begin = false;  // the beginning belongs to the parent
    bool exclude_end = false;
    bool return_begin = false;  // the beginning is looked at again, inside
    bool return_end = false;
    bool skip = false;  // its text is the parent's
    bool ends_parent = false;
    bool ends_with_parent = false;
    bool end_same_as_begin = false;  // as a here-document's word
};

enum class SubLanguage : std::uint8_t { kNone, kNamed, kDetected };

struct Mode {
    std::string_view class_name;
    std::string_view begin;
    std::string_view end;
    std::string_view until;  // where the search for its end stops: `end`, and its parent's
    std::string_view illegal;
    std::string_view lexemes;  // empty: \w+
    std::optional<std::size_t> keywords;
    double relevance = 1;
    SubLanguage sub_language = SubLanguage::kNone;
    std::vector<std::string_view> languages;  // none for kDetected: any
    ModeTraits traits;
    std::vector<std::size_t> contains;
    std::optional<std::size_t> starts;
};

// Views into `text`, which therefore stays where it is.
struct Grammar {
    Grammar() = default;
    Grammar(const Grammar&) = delete;
    Grammar& operator=(const Grammar&) = delete;

    std::string text;
    std::string file;
    bool ignores_case = false;
    std::vector<Keywords> keywords;
    std::vector<Mode> modes;  // the first is the language itself
};

// Reads grammar.text. Throws Error, with the line, for what is no grammar.
void parse_grammar(Grammar&);

}  // namespace ghreveal::highlight
