#include "css/queries/feature_query.h"

#include <cstdint>
#include <string>
#include <vector>

#include "css/condition.h"
#include "support/ascii.h"

namespace ghreveal::css {

namespace {

enum class Comparison : std::uint8_t { kEqual, kLess, kAtMost, kMore, kAtLeast };

bool holds(double left, Comparison comparison, double right) {
    switch (comparison) {
        case Comparison::kEqual:
            return left == right;
        case Comparison::kLess:
            return left < right;
        case Comparison::kAtMost:
            return left <= right;
        case Comparison::kMore:
            return left > right;
        case Comparison::kAtLeast:
            return left >= right;
    }
    return false;
}

// `min-width: 600px`
std::optional<bool> plain_matches(std::string_view name, std::span<const Token> value,
                                  const QueriedFeatures& features) {
    Comparison comparison = Comparison::kEqual;
    if (name.starts_with("min-") || name.starts_with("max-")) {
        comparison = name[1] == 'i' ? Comparison::kAtLeast : Comparison::kAtMost;
        name.remove_prefix(4);
    }
    const auto actual = features.number(name);
    if (!actual) {
        return features.word(name, value);
    }
    const auto wanted = features.value(value);
    return wanted ? std::optional(holds(*actual, comparison, *wanted)) : std::nullopt;
}

struct Side {
    std::span<const Token> tokens;
    Comparison comparison = Comparison::kEqual;  // to the next side
};

// The parts between `<`, `>`, `<=`, `>=` and `=`.
std::vector<Side> sides_of(std::span<const Token> feature) {
    std::vector<Side> sides;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < feature.size(); ++i) {
        const Token& token = feature[i];
        if (!token.is_delim('<') && !token.is_delim('>') && !token.is_delim('=')) {
            continue;
        }
        const bool or_equal = i + 1 < feature.size() && feature[i + 1].is_delim('=');
        const Comparison comparison = token.delim == '=' ? Comparison::kEqual
                                      : token.delim == '<'
                                          ? (or_equal ? Comparison::kAtMost : Comparison::kLess)
                                          : (or_equal ? Comparison::kAtLeast : Comparison::kMore);
        sides.push_back({trimmed(feature.subspan(begin, i - begin)), comparison});
        i += or_equal ? 1 : 0;
        begin = i + 1;
    }
    sides.push_back({trimmed(feature.subspan(begin)), Comparison::kEqual});
    return sides;
}

// `400px <= width < 2000px` (§2.4.3).
std::optional<bool> range_matches(const std::vector<Side>& sides, const QueriedFeatures& features) {
    std::vector<double> values;
    bool has_name = false;
    for (const Side& side : sides) {
        const bool is_name = side.tokens.size() == 1 && side.tokens[0].is(TokenType::kIdent);
        has_name = has_name || is_name;
        const auto value = is_name ? features.number(ascii::lower_case(side.tokens[0].value()))
                                   : features.value(side.tokens);
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*value);
    }
    if (!has_name || values.size() > 3) {
        return std::nullopt;
    }
    bool all = true;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        all = all && holds(values[i], sides[i].comparison, values[i + 1]);
    }
    return all;
}

}  // namespace

std::optional<bool> feature_matches(std::span<const Token> feature,
                                    const QueriedFeatures& features) {
    const std::vector<Side> sides = sides_of(feature);
    if (sides.size() > 1) {
        return range_matches(sides, features);
    }
    if (feature.empty() || !feature[0].is(TokenType::kIdent)) {
        return std::nullopt;
    }
    const std::string name = ascii::lower_case(feature[0].value());
    const auto rest = trimmed(feature.subspan(1));
    if (rest.empty()) {
        return features.by_itself(name);
    }
    return rest[0].is(TokenType::kColon) ? plain_matches(name, trimmed(rest.subspan(1)), features)
                                         : std::nullopt;
}

}  // namespace ghreveal::css
