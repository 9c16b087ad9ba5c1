// Code and a grammar -> tokens: the walk through a language's modes that highlight.js does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "highlight/highlight.h"
#include "highlight/languages.h"

namespace ghreveal::highlight {

// A mode that is open. The stack of them is what a later piece of the same language goes on with.
struct OpenMode {
    std::size_t mode = 0;
    // Where the end repeats the beginning: that very text.
    std::optional<std::string> end{};
    std::optional<std::size_t> token{};  // the one it makes
};
using ModeStack = std::vector<OpenMode>;

enum class Illegal : std::uint8_t {
    kIgnored,  // the language was named
    kStops,    // the language is a guess, and a wrong one
};

struct ScanRequest {
    std::string_view code;      // valid UTF-8
    std::string_view language;  // as Languages::name_of() gives it
    std::size_t offset = 0;     // of the code in what tokens count from
    Illegal illegal = Illegal::kIgnored;
    ModeStack continues{};  // empty: from the language's beginning
    int depth = 0;          // languages in one another
};

struct Scan {
    std::vector<Token> tokens;
    double relevance = 0;
    ModeStack open;  // at the end
};

Scan scan(const ScanRequest&, Languages&);

struct Guess {
    std::string_view language;  // empty: none has any relevance
    Scan scan;
};

// The language, of `candidates`, that makes most of the code; the first of equals.
Guess guess_language(const ScanRequest&, const std::vector<std::string_view>& candidates,
                     Languages&);

}  // namespace ghreveal::highlight
