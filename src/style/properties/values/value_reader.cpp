#include "style/properties/values/value_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "style/properties/values/color_functions.h"
#include "style/properties/values/math/calc.h"
#include "support/ascii.h"

namespace ghreveal::style {

using css::LengthPercentage;
using css::Token;
using css::TokenType;

bool ValueReader::read_ident(std::string_view name) {
    if (at_end() || !peek().is_ident(name)) {
        return false;
    }
    next();
    return true;
}

std::optional<std::string> ValueReader::read_any_ident() {
    if (at_end() || !peek().is(TokenType::kIdent)) {
        return std::nullopt;
    }
    std::string name = ascii::lower_case(peek().value());
    next();
    return name;
}

std::optional<std::string> ValueReader::read_custom_ident() {
    constexpr std::array<std::string_view, 5> kOfAllProperties{"initial", "inherit", "unset",
                                                               "revert", "default"};
    const std::size_t start = at_;
    auto name = read_any_ident();
    if (name && std::find(kOfAllProperties.begin(), kOfAllProperties.end(), *name) !=
                    kOfAllProperties.end()) {
        at_ = start;
        return std::nullopt;
    }
    return name;
}

bool ValueReader::read_comma() {
    if (at_end() || !peek().is(TokenType::kComma)) {
        return false;
    }
    next();
    return true;
}

bool ValueReader::read_slash() {
    if (at_end() || !peek().is_delim('/')) {
        return false;
    }
    next();
    return true;
}

std::optional<MathValue> ValueReader::read_math(MathValue::Kind kind) {
    if (at_end() || !peek().is(TokenType::kFunction)) {
        return std::nullopt;
    }
    const std::size_t start = at_;
    const auto function = read_any_function();
    const auto value = is_math_function(function->first)
                           ? evaluate_math(function->first, function->second, units_)
                           : std::nullopt;
    if (!value || value->kind != kind) {
        at_ = start;
        return std::nullopt;
    }
    return value;
}

std::optional<double> ValueReader::read_number() {
    if (at_end() || !peek().is(TokenType::kNumber)) {
        const auto value = read_math(MathValue::Kind::kNumber);
        return value ? std::optional(value->number) : std::nullopt;
    }
    const double number = peek().number;
    next();
    return number;
}

std::optional<double> ValueReader::read_non_negative_number() {
    const auto number = !at_end() && peek().number >= 0 ? read_number() : std::nullopt;
    return number ? std::optional(std::max(0.0, *number)) : std::nullopt;
}

std::optional<int> ValueReader::read_integer() {
    if (const auto value = read_math(MathValue::Kind::kNumber)) {
        // To the nearest, as what stands for an integer is (CSS Values 4 §10.12).
        constexpr double kMost = std::numeric_limits<int>::max();
        return static_cast<int>(std::clamp(std::floor(value->number + 0.5), -kMost, kMost));
    }
    if (at_end() || !peek().is(TokenType::kNumber) || !peek().is_integer) {
        return std::nullopt;
    }
    const int number = peek().integer();
    next();
    return number;
}

std::optional<LengthPercentage> ValueReader::dimension(const Token& token) const {
    if (token.is(TokenType::kPercentage)) {
        return percentage(token.number);
    }
    if (token.is(TokenType::kNumber)) {
        return token.number == 0 ? std::optional(LengthPercentage{}) : std::nullopt;
    }
    if (!token.is(TokenType::kDimension)) {
        return std::nullopt;
    }
    const auto px = length_in_px(token.number, token.value(), units_);
    return px ? std::optional(LengthPercentage{*px, 0}) : std::nullopt;
}

std::optional<LengthPercentage> ValueReader::read_length_percentage() {
    if (at_end()) {
        return std::nullopt;
    }
    if (peek().is(TokenType::kFunction)) {
        const auto value = read_math(MathValue::Kind::kLength);
        return value ? std::optional(value->length) : std::nullopt;
    }
    const auto value = dimension(peek());
    if (value) {
        next();
    }
    return value;
}

std::optional<Px> ValueReader::read_length() {
    const std::size_t start = at_;
    const auto value = read_length_percentage();
    if (!value || value->has_percentage()) {
        at_ = start;
        return std::nullopt;
    }
    return value->px;
}

std::optional<LengthPercentage> ValueReader::read_non_negative_length_percentage() {
    if (at_end() || peek().number < 0) {
        return std::nullopt;
    }
    auto value = read_length_percentage();
    if (value && !value->has_percentage()) {
        value->px = std::max(0.0, value->px);
    }
    return value;
}

std::optional<Px> ValueReader::read_non_negative_length() {
    const auto length = !at_end() && peek().number >= 0 ? read_length() : std::nullopt;
    return length ? std::optional(std::max(0.0, *length)) : std::nullopt;
}

std::optional<double> ValueReader::read_angle() {
    if (const auto value = read_math(MathValue::Kind::kAngle)) {
        return value->number;
    }
    if (at_end() || !(peek().is(TokenType::kDimension) ||
                      (peek().is(TokenType::kNumber) && peek().number == 0))) {
        return std::nullopt;
    }
    const Token& token = peek();
    const auto angle =
        angle_in_radians(token.number, token.is(TokenType::kDimension) ? token.value() : "rad");
    if (angle) {
        next();
    }
    return angle;
}

std::optional<ValueReader::ColorValue> ValueReader::read_color() {
    if (at_end()) {
        return std::nullopt;
    }
    const std::size_t start = at_;
    std::optional<Color> color;
    if (peek().is(TokenType::kHash)) {
        color = hex_color(peek().value());
        next();
    } else if (const auto name = read_any_ident()) {
        if (*name == "currentcolor") {
            return ColorValue{true, {}};
        }
        color = *name == "transparent" ? std::optional(kTransparent) : named_color(*name);
    } else if (const auto function = read_any_function()) {
        color = color_of_function(function->first, function->second, units_);
    }
    if (!color) {
        at_ = start;
        return std::nullopt;
    }
    return ColorValue{false, *color};
}

std::optional<std::string> ValueReader::read_url() {
    if (at_end()) {
        return std::nullopt;
    }
    if (peek().is(TokenType::kUrl)) {
        std::string address(peek().value());
        next();
        return address;
    }
    if (const auto arguments = read_function("url")) {
        for (const Token& token : *arguments) {
            if (token.is(TokenType::kString)) {
                return std::string(token.value());
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> ValueReader::read_string() {
    if (at_end() || !peek().is(TokenType::kString)) {
        return std::nullopt;
    }
    std::string text(peek().value());
    next();
    return text;
}

std::optional<std::span<const Token>> ValueReader::read_function(std::string_view name) {
    if (at_end() || !peek().is_function(name)) {
        return std::nullopt;
    }
    return read_any_function()->second;
}

std::optional<std::pair<std::string, std::span<const Token>>> ValueReader::read_any_function() {
    if (at_end() || !peek().is(TokenType::kFunction)) {
        return std::nullopt;
    }
    std::string name = ascii::lower_case(peek().value());
    const std::size_t begin = at_ + 1;
    int depth = 0;
    std::size_t end = at_;
    for (; end < tokens_.size(); ++end) {
        depth +=
            tokens_[end].is(TokenType::kFunction) || tokens_[end].is(TokenType::kOpenParen) ? 1 : 0;
        depth -= tokens_[end].is(TokenType::kCloseParen) ? 1 : 0;
        if (depth == 0) {
            break;
        }
    }
    at_ = std::min(end + 1, tokens_.size());
    skip_space();
    return std::pair{std::move(name), tokens_.subspan(begin, end - begin)};
}

}  // namespace ghreveal::style
