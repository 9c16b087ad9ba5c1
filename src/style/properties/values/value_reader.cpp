#include "style/properties/values/value_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "style/properties/values/calc.h"
#include "support/ascii.h"

namespace ghreveal::style {

using css::LengthPercentage;
using css::Token;
using css::TokenType;

namespace {

// #rgb, #rgba, #rrggbb, #rrggbbaa
std::optional<Color> hex_color(std::string_view digits) {
    if (std::any_of(digits.begin(), digits.end(), [](char c) { return ascii::hex_value(c) < 0; })) {
        return std::nullopt;
    }
    const bool is_short = digits.size() == 3 || digits.size() == 4;
    if (!is_short && digits.size() != 6 && digits.size() != 8) {
        return std::nullopt;
    }
    const auto channel = [&](std::size_t i) {
        return is_short
                   ? ascii::hex_value(digits[i]) * 17
                   : ascii::hex_value(digits[2 * i]) * 16 + ascii::hex_value(digits[2 * i + 1]);
    };
    const bool has_alpha = digits.size() == 4 || digits.size() == 8;
    return Color{static_cast<std::uint8_t>(channel(0)), static_cast<std::uint8_t>(channel(1)),
                 static_cast<std::uint8_t>(channel(2)),
                 has_alpha ? static_cast<float>(channel(3)) / 255.0f : 1.0f};
}

std::uint8_t to_byte(double value) {
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

// CSS Color 4 §7.1.
Color from_hsl(double hue, double saturation, double lightness, float alpha) {
    hue = std::fmod(std::fmod(hue, 360) + 360, 360);
    const auto channel = [&](double n) {
        const double k = std::fmod(n + hue / 30, 12);
        const double a = saturation * std::min(lightness, 1 - lightness);
        return to_byte(255 * (lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
    };
    return {channel(0), channel(8), channel(4), alpha};
}

// rgb() and hsl(): with a comma after each value but the last, or with blanks and a slash before
// alpha.
std::optional<Color> color_function(std::string_view name, std::span<const Token> arguments) {
    double values[4] = {0, 0, 0, 1};
    bool percent[4] = {};
    std::size_t count = 0;
    std::size_t commas = 0;
    std::size_t slashes = 0;
    for (const Token& token : arguments) {
        commas += token.is(TokenType::kComma) ? 1 : 0;
        slashes += token.is_delim('/') ? 1 : 0;
        const bool number = token.is(TokenType::kNumber) || token.is(TokenType::kPercentage) ||
                            token.is(TokenType::kDimension);
        if (number && count < 4) {
            percent[count] = token.is(TokenType::kPercentage);
            values[count] = token.number;
            if (token.is(TokenType::kDimension) && token.value() == "turn") {
                values[count] *= 360;
            } else if (token.is(TokenType::kDimension) && token.value() == "rad") {
                values[count] *= 180 / std::numbers::pi;
            }
            ++count;
        } else if (!token.is(TokenType::kWhiteSpace) && !token.is(TokenType::kComma) &&
                   !token.is_delim('/')) {
            return std::nullopt;
        }
    }
    const bool is_separated =
        commas == 0 ? slashes == count - 3 : commas == count - 1 && slashes == 0;
    if (count < 3 || !is_separated) {
        return std::nullopt;
    }
    const auto alpha =
        static_cast<float>(std::clamp(percent[3] ? values[3] / 100 : values[3], 0.0, 1.0));
    if (name.starts_with("hsl")) {
        return from_hsl(values[0], std::clamp(values[1] / 100, 0.0, 1.0),
                        std::clamp(values[2] / 100, 0.0, 1.0), alpha);
    }
    const auto channel = [&](int i) { return to_byte(percent[i] ? values[i] * 2.55 : values[i]); };
    return Color{channel(0), channel(1), channel(2), alpha};
}

}  // namespace

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

std::optional<double> ValueReader::read_number() {
    if (at_end() || !peek().is(TokenType::kNumber)) {
        return std::nullopt;
    }
    const double number = peek().number;
    next();
    return number;
}

std::optional<double> ValueReader::read_non_negative_number() {
    return !at_end() && peek().number >= 0 ? read_number() : std::nullopt;
}

std::optional<int> ValueReader::read_integer() {
    if (at_end() || !peek().is(TokenType::kNumber) || !peek().is_integer) {
        return std::nullopt;
    }
    const int number = peek().integer();
    next();
    return number;
}

std::optional<LengthPercentage> ValueReader::dimension(const Token& token) const {
    if (token.is(TokenType::kPercentage)) {
        return LengthPercentage{0, token.number};
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
    if (const auto arguments = read_function("calc")) {
        return evaluate_calc(*arguments, units_);
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
    if (at_end() || !(peek().is(TokenType::kDimension) ||
                      (peek().is(TokenType::kNumber) && peek().number == 0))) {
        return std::nullopt;
    }
    const Token& token = peek();
    const std::string unit =
        ascii::lower_case(token.is(TokenType::kDimension) ? token.value() : "rad");
    const double full_turn = unit == "deg"    ? 360
                             : unit == "grad" ? 400
                             : unit == "turn" ? 1
                             : unit == "rad"  ? 2 * std::numbers::pi
                                              : 0;
    if (full_turn == 0) {
        return std::nullopt;
    }
    next();
    return token.number / full_turn * 2 * std::numbers::pi;
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
        const bool known = function->first == "rgb" || function->first == "rgba" ||
                           function->first == "hsl" || function->first == "hsla";
        color = known ? color_function(function->first, function->second) : std::nullopt;
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
