// `not`, `and`, `or` and parentheses around tests: what @media and @supports have in common (Media
// Queries 4 §3, CSS Conditional 3 §2).
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "css/tokenizer.h"

namespace ghreveal::css {

// The tokens without white space at their ends.
std::span<const Token> trimmed(std::span<const Token>);
// One past the bracket that closes what is open at `at`; brackets of all kinds nest.
std::size_t block_end(std::span<const Token>, std::size_t at);

// What a test in parentheses, or a function, comes to; nothing: it is not known.
struct ConditionTests {
    std::function<std::optional<bool>(std::span<const Token> inside)> feature;
    std::function<std::optional<bool>(std::string_view name, std::span<const Token> inside)>
        function;
};

// Nothing when it is no condition, or it depends on what is not known.
std::optional<bool> evaluate_condition(std::span<const Token>, const ConditionTests&, int nesting);

}  // namespace ghreveal::css
