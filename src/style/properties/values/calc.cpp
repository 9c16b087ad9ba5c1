#include "style/properties/values/calc.h"

#include <algorithm>
#include <cmath>

#include "support/ascii.h"

namespace ghreveal::style {

using css::LengthPercentage;
using css::Token;
using css::TokenType;

namespace {

std::optional<Px> unclamped_length(double number, std::string_view unit, const UnitContext& units) {
    const auto is = [&](std::string_view name) { return ascii::equal_ignoring_case(unit, name); };
    const auto font_metrics = [&]() -> const text::FontMetrics* {
        return units.fonts != nullptr && units.font != nullptr ? &units.fonts->metrics(*units.font)
                                                               : nullptr;
    };
    if (is("px")) {
        return number;
    }
    if (is("em")) {
        return number * units.font_size;
    }
    if (is("rem")) {
        return number * units.root_font_size;
    }
    if (is("vw") || is("vh")) {
        return number * (is("vw") ? units.page.width : units.page.height) / 100;
    }
    if (is("vmin")) {
        return number * std::min(units.page.width, units.page.height) / 100;
    }
    if (is("vmax")) {
        return number * std::max(units.page.width, units.page.height) / 100;
    }
    if (is("ex")) {
        return number *
               (font_metrics() != nullptr ? font_metrics()->x_height : units.font_size / 2);
    }
    if (is("ch")) {
        return number *
               (font_metrics() != nullptr ? font_metrics()->zero_advance : units.font_size / 2);
    }
    constexpr double kInch = 96;
    const double factor = is("pt")   ? kInch / 72
                          : is("pc") ? kInch / 6
                          : is("in") ? kInch
                          : is("cm") ? kInch / 2.54
                          : is("mm") ? kInch / 25.4
                          : is("q")  ? kInch / 101.6
                                     : 0;
    return factor == 0 ? std::nullopt : std::optional(number * factor);
}

// A calc() value: a length or percentage, or a plain number to multiply with.
struct Term {
    LengthPercentage length;
    double number = 0;
    bool is_number = false;
};

class Calculator {
public:
    Calculator(std::span<const Token> tokens, const UnitContext& units)
        : tokens_(tokens), units_(units) {}

    std::optional<Term> sum() {
        auto left = product();
        while (left) {
            skip_space();
            if (at_ >= tokens_.size() ||
                !(tokens_[at_].is_delim('+') || tokens_[at_].is_delim('-'))) {
                break;
            }
            const double sign = tokens_[at_++].delim == '+' ? 1 : -1;
            const auto right = product();
            if (!right || right->is_number != left->is_number) {
                return std::nullopt;
            }
            left->length.px += sign * right->length.px;
            left->length.percent += sign * right->length.percent;
            left->number += sign * right->number;
        }
        return left;
    }

    bool at_end() {
        skip_space();
        return at_ >= tokens_.size();
    }

private:
    void skip_space() {
        while (at_ < tokens_.size() && tokens_[at_].is(TokenType::kWhiteSpace)) {
            ++at_;
        }
    }

    std::optional<Term> product() {
        auto left = operand();
        while (left) {
            skip_space();
            if (at_ >= tokens_.size() ||
                !(tokens_[at_].is_delim('*') || tokens_[at_].is_delim('/'))) {
                break;
            }
            const bool divide = tokens_[at_++].delim == '/';
            const auto right = operand();
            if (!right || (divide && (!right->is_number || right->number == 0)) ||
                (!divide && !left->is_number && !right->is_number)) {
                return std::nullopt;
            }
            left = divide             ? scaled(*left, 1 / right->number)
                   : right->is_number ? scaled(*left, right->number)
                                      : scaled(*right, left->number);
        }
        return left;
    }

    static Term scaled(Term term, double by) {
        return {{term.length.px * by, term.length.percent * by}, term.number * by, term.is_number};
    }

    std::optional<Term> operand() {
        skip_space();
        if (at_ >= tokens_.size()) {
            return std::nullopt;
        }
        const Token& token = tokens_[at_++];
        if (token.is(TokenType::kOpenParen) || token.is_function("calc")) {
            if (depth_ == limits_of(units_).style_nesting) {
                return std::nullopt;
            }
            ++depth_;
            const auto inner = sum();
            --depth_;
            skip_space();
            if (at_ < tokens_.size() && tokens_[at_].is(TokenType::kCloseParen)) {
                ++at_;
            }
            return inner;
        }
        if (token.is(TokenType::kNumber)) {
            return Term{{}, token.number, true};
        }
        if (token.is(TokenType::kPercentage)) {
            return Term{{0, token.number}, 0, false};
        }
        const auto px = token.is(TokenType::kDimension)
                            ? length_in_px(token.number, token.value(), units_)
                            : std::nullopt;
        return px ? std::optional(Term{{*px, 0}, 0, false}) : std::nullopt;
    }

    std::span<const Token> tokens_;
    const UnitContext& units_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

std::optional<Px> length_in_px(double number, std::string_view unit, const UnitContext& units) {
    const auto length = unclamped_length(number, unit, units);
    return length ? std::optional(css::clamped_length(*length)) : std::nullopt;
}

std::optional<LengthPercentage> evaluate_calc(std::span<const Token> tokens,
                                              const UnitContext& units) {
    Calculator calculator(tokens, units);
    const auto result = calculator.sum();
    if (!result || result->is_number || !calculator.at_end()) {
        return std::nullopt;
    }
    return LengthPercentage{css::clamped_length(result->length.px),
                            css::clamped_length(result->length.percent)};
}

}  // namespace ghreveal::style
