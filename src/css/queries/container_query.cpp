#include "css/queries/container_query.h"

#include <array>

#include "css/condition.h"
#include "css/queries/feature_query.h"
#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::css {

namespace {

struct Feature {
    std::string_view name;
    QueriedAxes axes;
};

constexpr std::array<Feature, 6> kFeatures{{{"width", {true, false}},
                                            {"inline-size", {true, false}},
                                            {"height", {false, true}},
                                            {"block-size", {false, true}},
                                            {"aspect-ratio", {true, true}},
                                            {"orientation", {true, true}}}};

const Feature* find_feature(std::string_view name) {
    if (name.starts_with("min-") || name.starts_with("max-")) {
        name.remove_prefix(4);
    }
    for (const Feature& feature : kFeatures) {
        if (feature.name == name) {
            return &feature;
        }
    }
    return nullptr;
}

std::optional<double> number_of(std::string_view name, Size size) {
    if (name == "width" || name == "inline-size") {
        return size.width;
    }
    if (name == "height" || name == "block-size") {
        return size.height;
    }
    return name == "aspect-ratio" ? std::optional(size.width / size.height) : std::nullopt;
}

// `16 / 9` or `1.5`; nothing: it is none.
std::optional<double> ratio_of(std::span<const Token> tokens) {
    if (tokens.empty() || !tokens[0].is(TokenType::kNumber)) {
        return std::nullopt;
    }
    const Token& last = tokens.back();
    if (tokens.size() == 1) {
        return last.number;
    }
    return last.is(TokenType::kNumber) && last.number > 0
               ? std::optional(tokens[0].number / last.number)
               : std::nullopt;
}

QueriedFeatures features_of(const QueriedContainer& container) {
    const Size size = container.size;
    const std::string_view turned = size.height >= size.width ? "portrait" : "landscape";
    return {[size](std::string_view name) { return number_of(name, size); },
            [&container](std::span<const Token> tokens) {
                const auto length = container.length(tokens);
                return length ? length : ratio_of(trimmed(tokens));
            },
            [turned](std::string_view name, std::span<const Token> word) {
                const bool is_known = name == "orientation" && word.size() == 1;
                return is_known ? std::optional(word[0].is_ident(turned)) : std::nullopt;
            },
            [size](std::string_view name) {
                const auto number = number_of(name, size);
                return name == "orientation" ? std::optional(true)
                       : number              ? std::optional(*number != 0)
                                             : std::nullopt;
            }};
}

}  // namespace

QueriedAxes queried_axes(std::span<const Token> condition) {
    QueriedAxes axes;
    for (const Token& token : condition) {
        const Feature* feature =
            token.is(TokenType::kIdent) ? find_feature(ascii::lower_case(token.value())) : nullptr;
        axes.width = axes.width || (feature != nullptr && feature->axes.width);
        axes.height = axes.height || (feature != nullptr && feature->axes.height);
    }
    return axes;
}

bool container_matches(std::span<const Token> condition, const QueriedContainer& container) {
    const QueriedFeatures features = features_of(container);
    const ConditionTests tests{
        [&](std::span<const Token> inside) { return feature_matches(inside, features); },
        [](std::string_view, std::span<const Token>) { return std::optional<bool>(); }};
    return condition.empty() ||
           evaluate_condition(condition, tests, Limits{}.style_nesting).value_or(false);
}

std::string unknown_container_feature(std::span<const Token> condition) {
    for (std::size_t i = 0; i < condition.size(); ++i) {
        const Token& token = condition[i];
        if (token.is_function("style") || token.is_function("scroll-state")) {
            return std::string(token.value()) + "()";
        }
        const bool ends_name = i + 1 == condition.size() ||
                               condition[i + 1].is(TokenType::kColon) ||
                               condition[i + 1].is(TokenType::kCloseParen);
        const bool is_name = i > 0 && condition[i - 1].is(TokenType::kOpenParen) &&
                             token.is(TokenType::kIdent) && ends_name;
        if (is_name && find_feature(ascii::lower_case(token.value())) == nullptr) {
            return std::string(token.value());
        }
    }
    return "";
}

}  // namespace ghreveal::css
