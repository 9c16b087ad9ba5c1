// A test in the parentheses of a media or container query: `width`, `min-width: 600px`,
// `400px <= width < 600px` (Media Queries 4 §2.4).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "css/tokenizer.h"

namespace ghreveal::css {

// What can be asked for. Names are in lower case; nothing: it is not known.
struct QueriedFeatures {
    std::function<std::optional<double>(std::string_view name)> number;
    // What a number is compared with: a length in px, a ratio …
    std::function<std::optional<double>(std::span<const Token>)> value;
    std::function<std::optional<bool>(std::string_view name, std::span<const Token> word)> word;
    std::function<std::optional<bool>(std::string_view name)> by_itself;
};

std::optional<bool> feature_matches(std::span<const Token> feature, const QueriedFeatures&);

}  // namespace ghreveal::css
