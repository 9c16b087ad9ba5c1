#include "style/properties/values/math/calc.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "style/properties/values/math/math_functions.h"
#include "support/ascii.h"

namespace ghreveal::style {

using css::LengthPercentage;
using css::Token;
using css::TokenType;

namespace {

using Kind = MathValue::Kind;

MathValue number_of(double number, Kind kind = Kind::kNumber) {
    return {kind, {}, number};
}

MathValue length_of(const LengthPercentage& length) {
    return {Kind::kLength, length, 0};
}

// A sum with percentages in it is a percentage, whatever they come to (CSS Values 4 §10.11).
double kept_percent(double percent, bool has_percentage) {
    return percent == 0 && has_percentage ? percentage(0).percent : percent;
}

// What a sum has nothing of stays nothing, even times infinity.
double times(double number, double by) {
    return number == 0 ? 0 : number * by;
}

LengthPercentage scaled(const LengthPercentage& length, double by) {
    const auto bound = [by](float value) { return static_cast<float>(times(double{value}, by)); };
    LengthPercentage result{times(length.px, by),
                            kept_percent(times(length.percent, by), length.has_percentage())};
    if (length.is_bounded() && by != 0) {
        result.least = bound(by < 0 ? length.most : length.least);
        result.most = bound(by < 0 ? length.least : length.most);
    }
    return result;
}

// Two sums with bounds of their own have none together that this type can hold.
std::optional<LengthPercentage> added(const LengthPercentage& a, const LengthPercentage& b) {
    if (a.is_bounded() ? b.has_percentage() : b.is_bounded() && a.has_percentage()) {
        return std::nullopt;
    }
    const LengthPercentage& bounded = a.is_bounded() ? a : b;
    const LengthPercentage& other = a.is_bounded() ? b : a;
    const double percent =
        kept_percent(a.percent + b.percent, a.has_percentage() || b.has_percentage());
    LengthPercentage result{a.px + b.px, percent, bounded.least, bounded.most};
    if (bounded.is_bounded()) {
        result.least += static_cast<float>(other.px);
        result.most += static_cast<float>(other.px);
    }
    return result;
}

// With a lower bound that is over the upper one, it is that bound (CSS Values 4 §10.2).
LengthPercentage normalized(const LengthPercentage& length) {
    return length.least >= length.most ? LengthPercentage{Px{length.least}, 0} : length;
}

enum class Extreme : std::uint8_t { kLeast, kMost };

LengthPercentage bounded(LengthPercentage sum, Px bound, Extreme extreme) {
    const auto limit = static_cast<float>(bound);
    if (extreme == Extreme::kLeast) {
        sum.most = std::min(sum.most, limit);
        sum.least = std::min(sum.least, limit);
    } else {
        sum.least = std::max(sum.least, limit);
        sum.most = std::max(sum.most, limit);
    }
    return normalized(sum);
}

// The smaller or the larger of two lengths, as far as it is known before the percentage's basis is.
std::optional<LengthPercentage> extreme_of(const LengthPercentage& a, const LengthPercentage& b,
                                           Extreme extreme) {
    const bool least = extreme == Extreme::kLeast;
    if (!a.has_percentage() && !b.has_percentage()) {
        return (a.px < b.px) == least ? a : b;
    }
    if (!a.has_percentage() || !b.has_percentage()) {
        return bounded(a.has_percentage() ? a : b, a.has_percentage() ? b.px : a.px, extreme);
    }
    if (a.is_bounded() || b.is_bounded()) {
        return std::nullopt;
    }
    // Of any basis that is not negative.
    if (a.px <= b.px && a.percent <= b.percent) {
        return least ? a : b;
    }
    return a.px >= b.px && a.percent >= b.percent ? std::optional(least ? b : a) : std::nullopt;
}

std::optional<MathValue> extreme_of(const MathValue& a, const MathValue& b, Extreme extreme) {
    if (a.kind != b.kind) {
        return std::nullopt;
    }
    if (a.kind == Kind::kLength) {
        const auto length = extreme_of(a.length, b.length, extreme);
        return length ? std::optional(length_of(*length)) : std::nullopt;
    }
    return number_of(
        extreme == Extreme::kLeast ? std::min(a.number, b.number) : std::max(a.number, b.number),
        a.kind);
}

class Calculator {
public:
    Calculator(std::span<const Token> tokens, const UnitContext& units, int depth = 0)
        : tokens_(tokens), units_(units), depth_(depth) {}

    // The arguments of a math function, up to the end or the parenthesis that closes it.
    std::optional<MathValue> function(std::string_view name);

    bool at_end() {
        skip_space();
        return at_ >= tokens_.size();
    }

private:
    std::optional<MathValue> sum();
    std::optional<MathValue> product();
    std::optional<MathValue> operand();
    std::optional<MathValue> nested(std::string_view name);
    std::optional<MathValue> named(std::string_view name) const;
    std::optional<MathValue> dimension(const Token&) const;
    Rounding take_rounding();

    void skip_space() {
        while (at_ < tokens_.size() && tokens_[at_].is(TokenType::kWhiteSpace)) {
            ++at_;
        }
    }
    // The operator, when it is one of the two.
    std::optional<char> take_operator(char one, char other) {
        skip_space();
        if (at_ >= tokens_.size() ||
            !(tokens_[at_].is_delim(one) || tokens_[at_].is_delim(other))) {
            return std::nullopt;
        }
        return tokens_[at_++].delim;
    }

    std::span<const Token> tokens_;
    const UnitContext& units_;
    int depth_;
    std::size_t at_ = 0;
};

std::optional<MathValue> Calculator::sum() {
    auto left = product();
    while (left) {
        const auto sign = take_operator('+', '-');
        if (!sign) {
            break;
        }
        const auto right = product();
        if (!right || right->kind != left->kind) {
            return std::nullopt;
        }
        const double factor = *sign == '+' ? 1 : -1;
        const auto length = added(left->length, scaled(right->length, factor));
        if (!length) {
            return std::nullopt;
        }
        left = MathValue{left->kind, *length, left->number + factor * right->number};
    }
    return left;
}

std::optional<MathValue> Calculator::product() {
    auto left = operand();
    while (left) {
        const auto sign = take_operator('*', '/');
        if (!sign) {
            break;
        }
        const auto right = operand();
        const bool divides = *sign == '/';
        if (!right || (divides && right->kind != Kind::kNumber) ||
            (left->kind != Kind::kNumber && right->kind != Kind::kNumber)) {
            return std::nullopt;
        }
        const MathValue& value = right->kind == Kind::kNumber ? *left : *right;
        const double number = right->kind == Kind::kNumber ? right->number : left->number;
        const double factor = divides ? 1 / number : number;
        left = MathValue{value.kind, scaled(value.length, factor), times(value.number, factor)};
    }
    return left;
}

std::optional<MathValue> Calculator::operand() {
    skip_space();
    if (at_ >= tokens_.size()) {
        return std::nullopt;
    }
    const Token& token = tokens_[at_++];
    switch (token.type) {
        case TokenType::kOpenParen:
            return nested("calc");
        case TokenType::kFunction:
            return nested(ascii::lower_case(token.value()));
        case TokenType::kIdent:
            return named(ascii::lower_case(token.value()));
        case TokenType::kNumber:
            return number_of(token.number);
        case TokenType::kPercentage:
            return length_of(percentage(token.number));
        case TokenType::kDimension:
            return dimension(token);
        default:
            return std::nullopt;
    }
}

std::optional<MathValue> Calculator::dimension(const Token& token) const {
    if (const auto px = length_in_px(token.number, token.value(), units_)) {
        return length_of({*px, 0});
    }
    const auto radians = angle_in_radians(token.number, token.value());
    return radians ? std::optional(number_of(*radians, Kind::kAngle)) : std::nullopt;
}

std::optional<MathValue> Calculator::named(std::string_view name) const {
    for (const NamedNumber& known : units_.names) {
        if (known.name == name) {
            return number_of(known.value);
        }
    }
    static constexpr std::array<std::pair<std::string_view, double>, 5> kConstants{
        {{"pi", std::numbers::pi},
         {"e", std::numbers::e},
         {"infinity", std::numeric_limits<double>::infinity()},
         {"-infinity", -std::numeric_limits<double>::infinity()},
         {"nan", std::numeric_limits<double>::quiet_NaN()}}};
    for (const auto& [constant, value] : kConstants) {
        if (name == constant) {
            return number_of(value);
        }
    }
    return std::nullopt;
}

std::optional<MathValue> Calculator::nested(std::string_view name) {
    if (depth_ == limits_of(units_).style_nesting || !is_math_function(name)) {
        return std::nullopt;
    }
    ++depth_;
    const auto inner = function(name);
    --depth_;
    skip_space();
    if (at_ < tokens_.size() && tokens_[at_].is(TokenType::kCloseParen)) {
        ++at_;
    }
    return inner;
}

std::optional<MathValue> extreme_of(const std::vector<MathValue>& values, Extreme extreme) {
    std::optional<MathValue> result = values.front();
    for (std::size_t i = 1; result && i < values.size(); ++i) {
        result = extreme_of(*result, values[i], extreme);
    }
    return result;
}

// `up,` and the like before what round() rounds.
Rounding Calculator::take_rounding() {
    static constexpr std::array<std::pair<std::string_view, Rounding>, 4> kStrategies{
        {{"nearest", Rounding::kNearest},
         {"up", Rounding::kUp},
         {"down", Rounding::kDown},
         {"to-zero", Rounding::kToZero}}};
    skip_space();
    const auto* const strategy =
        std::find_if(kStrategies.begin(), kStrategies.end(), [this](const auto& known) {
            return at_ < tokens_.size() && tokens_[at_].is_ident(known.first);
        });
    if (strategy == kStrategies.end()) {
        return Rounding::kNearest;
    }
    ++at_;
    skip_space();
    at_ += at_ < tokens_.size() && tokens_[at_].is(TokenType::kComma) ? 1 : 0;
    return strategy->second;
}

std::optional<MathValue> Calculator::function(std::string_view name) {
    const Rounding rounding = name == "round" ? take_rounding() : Rounding::kNearest;
    std::vector<MathValue> values;
    while (true) {
        const auto value = sum();
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*value);
        skip_space();
        if (at_ >= tokens_.size() || !tokens_[at_].is(TokenType::kComma)) {
            break;
        }
        ++at_;
    }
    if (name == "calc") {
        return values.size() == 1 ? std::optional(values[0]) : std::nullopt;
    }
    if (name == "min" || name == "max") {
        return extreme_of(values, name == "min" ? Extreme::kLeast : Extreme::kMost);
    }
    if (name == "clamp") {
        if (values.size() != 3) {
            return std::nullopt;
        }
        const auto limited = extreme_of(values[1], values[2], Extreme::kLeast);
        return limited ? extreme_of(*limited, values[0], Extreme::kMost) : std::nullopt;
    }
    return apply_math_function(name, values, rounding);
}

}  // namespace

bool is_math_function(std::string_view name) {
    constexpr std::array<std::string_view, 21> kNames{
        "calc", "min",  "max",  "clamp", "abs",   "sign", "round", "mod", "rem", "sin",  "cos",
        "tan",  "asin", "acos", "atan",  "atan2", "pow",  "sqrt",  "exp", "log", "hypot"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::optional<MathValue> evaluate_math(std::string_view name, std::span<const Token> arguments,
                                       const UnitContext& units) {
    Calculator calculator(arguments, units);
    auto result = calculator.function(name);
    if (!result || !calculator.at_end()) {
        return std::nullopt;
    }
    result->length.px = css::clamped_length(result->length.px);
    result->length.percent = css::clamped_length(result->length.percent);
    if (!std::isfinite(result->number)) {
        result->number = css::clamped_length(result->number);
    }
    return result;
}

}  // namespace ghreveal::style
