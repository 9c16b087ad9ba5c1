#include "css/queries/media_query.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "css/condition.h"
#include "css/queries/feature_query.h"
#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::css {

namespace {

constexpr Px kInitialFontSize = 16;

// A feature that has a number: of a screen with colours, as a presentation has one.
std::optional<double> number_of(std::string_view name, Size page) {
    if (name == "width" || name == "device-width") {
        return page.width;
    }
    if (name == "height" || name == "device-height") {
        return page.height;
    }
    if (name == "aspect-ratio" || name == "device-aspect-ratio") {
        return page.width / page.height;
    }
    constexpr double kBitsOfColor = 8;
    constexpr double kDotsPerPx = 1;
    if (name == "resolution") {
        return kDotsPerPx;
    }
    if (name == "color") {
        return kBitsOfColor;
    }
    return name == "monochrome" || name == "color-index" || name == "grid" ? std::optional(0.0)
                                                                           : std::nullopt;
}

struct Discrete {
    std::string_view name;
    std::string_view value;  // what paper is; empty: `none`, which is not true by itself
};

// Features of words, and the word for what a presentation on a screen is (Media Queries 5): light,
// still, with a mouse: what decks were written for.
constexpr std::array<Discrete, 14> kDiscrete{{{"hover", "hover"},
                                              {"any-hover", "hover"},
                                              {"pointer", "fine"},
                                              {"any-pointer", "fine"},
                                              {"update", "fast"},
                                              {"overflow-block", "scroll"},
                                              {"scripting", "enabled"},
                                              {"prefers-color-scheme", "light"},
                                              {"prefers-reduced-motion", "no-preference"},
                                              {"prefers-contrast", "no-preference"},
                                              {"prefers-reduced-transparency", "no-preference"},
                                              {"forced-colors", "none"},
                                              {"color-gamut", "srgb"},
                                              {"display-mode", "fullscreen"}}};

std::optional<double> value_of(std::span<const Token> tokens) {
    tokens = trimmed(tokens);
    if (tokens.empty()) {
        return std::nullopt;
    }
    const Token& token = tokens[0];
    if (tokens.size() >= 3 && token.is(TokenType::kNumber)) {
        const Token& last = tokens.back();  // width / height
        return last.is(TokenType::kNumber) && last.number > 0
                   ? std::optional(token.number / last.number)
                   : std::nullopt;
    }
    if (token.is(TokenType::kNumber)) {
        return token.number;
    }
    if (!token.is(TokenType::kDimension)) {
        return std::nullopt;
    }
    const std::string unit = ascii::lower_case(token.value());
    constexpr double kInch = 96;
    const double factor = unit == "px" || unit == "dppx" || unit == "x" ? 1
                          : unit == "em" || unit == "rem"               ? kInitialFontSize
                          : unit == "in"                                ? kInch
                          : unit == "cm"                                ? kInch / 2.54
                          : unit == "mm"                                ? kInch / 25.4
                          : unit == "pt"                                ? kInch / 72
                          : unit == "dpi"                               ? 1 / kInch
                          : unit == "dpcm"                              ? 2.54 / kInch
                                                                        : 0;
    return factor == 0 ? std::nullopt : std::optional(token.number * factor);
}

std::optional<bool> word_matches(std::string_view name, std::span<const Token> value, Size page) {
    if (value.size() != 1 || !value[0].is(TokenType::kIdent)) {
        return std::nullopt;
    }
    if (name == "orientation") {
        return value[0].is_ident(page.width >= page.height ? "landscape" : "portrait");
    }
    for (const Discrete& known : kDiscrete) {
        if (known.name == name) {
            return value[0].is_ident(known.value);
        }
    }
    return std::nullopt;
}

// `(width)`: whether it is something other than 0 or none (Media Queries 4 §2.4.2).
std::optional<bool> boolean_matches(std::string_view name, Size page) {
    if (name == "orientation") {
        return true;
    }
    if (const auto number = number_of(name, page)) {
        return *number != 0;
    }
    for (const Discrete& known : kDiscrete) {
        if (known.name == name) {
            return known.value != "none" && known.value != "no-preference";
        }
    }
    return std::nullopt;
}

QueriedFeatures features_of(Size page) {
    return {[page](std::string_view name) { return number_of(name, page); }, value_of,
            [page](std::string_view name, std::span<const Token> value) {
                return word_matches(name, value, page);
            },
            [page](std::string_view name) { return boolean_matches(name, page); }};
}

// A feature that is not known makes the query false, `not` before it or not (§3.1).
bool query_matches(std::span<const Token> query, Size page) {
    query = trimmed(query);
    bool negated = false;
    bool matches = true;
    const auto take_first = [&query] { query = trimmed(query.subspan(1)); };
    const bool has_type =
        !query.empty() && query[0].is(TokenType::kIdent) &&
        !(query[0].is_ident("not") && query.size() > 2 && query[2].is(TokenType::kOpenParen));
    if (has_type) {
        negated = query[0].is_ident("not");
        if (negated || query[0].is_ident("only")) {
            take_first();
        }
        // Words of the grammar are no media types: such a query is none, and never true (§3).
        constexpr auto kWords =
            std::to_array<std::string_view>({"and", "layer", "not", "only", "or"});
        if (query.empty() || std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
                return query[0].is_ident(word);
            })) {
            return false;
        }
        matches = query[0].is_ident("all") || query[0].is_ident("screen");
        query = query.empty() ? query : trimmed(query.subspan(1));
        if (!query.empty() && query[0].is_ident("and")) {
            take_first();
        }
    }
    if (!query.empty()) {
        const QueriedFeatures features = features_of(page);
        const ConditionTests tests{
            [&](std::span<const Token> inside) { return feature_matches(inside, features); },
            [](std::string_view, std::span<const Token>) { return std::optional<bool>(); }};
        const auto condition = evaluate_condition(query, tests, Limits{}.style_nesting);
        if (!condition) {
            return false;
        }
        matches = matches && *condition;
    }
    return matches != negated;
}

bool is_known_feature(std::string_view name) {
    // Those that are not true of a presentation on a screen (Media Queries 5).
    constexpr auto kOthers = std::to_array<std::string_view>(
        {"device-posture", "dynamic-range", "environment-blending", "horizontal-viewport-segments",
         "inverted-colors", "light-level", "nav-controls", "overflow-inline",
         "prefers-reduced-data", "scan", "shape", "vertical-viewport-segments", "video-color-gamut",
         "video-dynamic-range"});
    const auto is_named = [name](std::string_view known) { return known == name; };
    return name.starts_with('-') || name == "orientation" || number_of(name, {1, 1}) ||
           std::any_of(kOthers.begin(), kOthers.end(), is_named) ||
           std::any_of(kDiscrete.begin(), kDiscrete.end(),
                       [&](const Discrete& known) { return is_named(known.name); });
}

}  // namespace

std::string unknown_media_feature(std::span<const Token> queries) {
    for (std::size_t i = 0; i + 2 < queries.size(); ++i) {
        const auto at = [&](std::size_t j, TokenType type) { return queries[j].is(type); };
        if (!at(i, TokenType::kOpenParen) || !at(i + 1, TokenType::kIdent) ||
            !(at(i + 2, TokenType::kColon) || at(i + 2, TokenType::kCloseParen))) {
            continue;
        }
        std::string name = ascii::lower_case(queries[i + 1].value());
        const bool is_bound = name.starts_with("min-") || name.starts_with("max-");
        if (!is_known_feature(is_bound ? name.substr(4) : name)) {
            return name;
        }
    }
    return "";
}

std::string unknown_media_type(std::span<const Token> queries) {
    // Those of CSS 2 as well, which match nothing (Media Queries 4 §2.3).
    constexpr auto kTypes = std::to_array<std::string_view>(
        {"all", "aural", "braille", "embossed", "handheld", "not", "only", "print", "projection",
         "screen", "speech", "tty", "tv"});
    bool is_first = true;
    for (const Token& token : queries) {
        const bool is_word = is_first && token.is(TokenType::kIdent);
        const bool is_prefix = is_word && (token.is_ident("not") || token.is_ident("only"));
        if (is_word && std::none_of(kTypes.begin(), kTypes.end(), [&](std::string_view known) {
                return token.is_ident(known);
            })) {
            return std::string(token.value());
        }
        is_first = token.is(TokenType::kComma) || is_prefix ||
                   (is_first && token.is(TokenType::kWhiteSpace));
    }
    return "";
}

bool media_matches(std::span<const Token> queries, Size page) {
    if (queries.empty()) {
        return true;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= queries.size(); ++i) {
        if (i == queries.size() || queries[i].is(TokenType::kComma)) {
            if (query_matches(queries.subspan(begin, i - begin), page)) {
                return true;
            }
            begin = i + 1;
        }
    }
    return false;
}

}  // namespace ghreveal::css
