// Filters that calculate.
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "deck/liquid/filters.h"

namespace ghreveal::deck::liquid {

namespace {

constexpr double kMostWhole = 9e18;

double real(const Value& number) {
    return number.real() != nullptr ? *number.real() : static_cast<double>(*number.integer());
}

// Liquid calculates in decimal digits: 0.1 + 0.2 is 0.3.
double in_decimal_digits(double number) {
    const std::string digits = fmt::format("{:.15g}", number);
    double rounded = number;
    std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
    return rounded;
}

// Whole where both are, and the result is not too large for that.
template <typename Whole, typename Real>
Value calculated(const Value& left, const Value& right, Whole&& whole, Real&& fraction) {
    const Value a = to_number(left);
    const Value b = to_number(right);
    std::int64_t result = 0;
    if (a.integer() != nullptr && b.integer() != nullptr &&
        !whole(*a.integer(), *b.integer(), &result)) {
        return result;
    }
    return in_decimal_digits(fraction(real(a), real(b)));
}

Value plus(const Value& input, const Arguments& arguments, FilterContext&) {
    return calculated(
        input, arguments.at(0),
        [](auto a, auto b, auto* out) { return __builtin_add_overflow(a, b, out); },
        [](double a, double b) { return a + b; });
}
Value minus(const Value& input, const Arguments& arguments, FilterContext&) {
    return calculated(
        input, arguments.at(0),
        [](auto a, auto b, auto* out) { return __builtin_sub_overflow(a, b, out); },
        [](double a, double b) { return a - b; });
}
Value times(const Value& input, const Arguments& arguments, FilterContext&) {
    return calculated(
        input, arguments.at(0),
        [](auto a, auto b, auto* out) { return __builtin_mul_overflow(a, b, out); },
        [](double a, double b) { return a * b; });
}

// Of whole numbers as Ruby divides: towards minus infinity, and what is left has the divisor's
// sign. False: they are divided.
bool floor_divide(std::int64_t a, std::int64_t b, std::int64_t* out) {
    if (b == 0 || b == -1) {
        return b == 0 || __builtin_sub_overflow(std::int64_t{0}, a, out);
    }
    *out = a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
    return false;
}
bool floor_modulo(std::int64_t a, std::int64_t b, std::int64_t* out) {
    if (b == 0 || b == -1) {
        *out = 0;
        return b == 0;
    }
    *out = a % b + ((a % b != 0 && (a < 0) != (b < 0)) ? b : 0);
    return false;
}

bool is_zero(const Value& value) {
    return real(to_number(value)) == 0;
}

Value divided_by(const Value& input, const Arguments& arguments, FilterContext&) {
    if (is_zero(arguments.at(0))) {
        return "Liquid error: divided by 0";
    }
    return calculated(input, arguments.at(0), floor_divide,
                      [](double a, double b) { return a / b; });
}
Value modulo(const Value& input, const Arguments& arguments, FilterContext&) {
    if (is_zero(arguments.at(0))) {
        return "Liquid error: divided by 0";
    }
    return calculated(input, arguments.at(0), floor_modulo,
                      [](double a, double b) { return a - b * std::floor(a / b); });
}

Value whole(double number) {
    return static_cast<std::int64_t>(std::max(-kMostWhole, std::min(kMostWhole, number)));
}

Value ceil(const Value& input, const Arguments&, FilterContext&) {
    return whole(std::ceil(real(to_number(input))));
}
Value floor(const Value& input, const Arguments&, FilterContext&) {
    return whole(std::floor(real(to_number(input))));
}
Value round(const Value& input, const Arguments& arguments, FilterContext&) {
    const Value number = to_number(input);
    const std::int64_t digits = to_integer(arguments.at(0));
    if (digits <= 0 || digits > 15) {
        return digits <= 0 ? whole(std::round(real(number))) : number;
    }
    const double scale = std::pow(10.0, static_cast<double>(digits));
    return in_decimal_digits(std::round(real(number) * scale) / scale);
}
Value abs(const Value& input, const Arguments&, FilterContext&) {
    const Value number = to_number(input);
    const bool is_negative = real(number) < 0;
    if (!is_negative) {
        return number;
    }
    return number.integer() != nullptr ? Value(-(*number.integer() + 1) + 1) : Value(-real(number));
}
Value at_least(const Value& input, const Arguments& arguments, FilterContext&) {
    const Value number = to_number(input);
    const Value least = to_number(arguments.at(0));
    return real(number) < real(least) ? least : number;
}
Value at_most(const Value& input, const Arguments& arguments, FilterContext&) {
    const Value number = to_number(input);
    const Value most = to_number(arguments.at(0));
    return real(number) > real(most) ? most : number;
}
Value to_whole(const Value& input, const Arguments&, FilterContext&) {
    if (input.boolean() != nullptr) {
        return *input.boolean() ? 1 : 0;
    }
    return to_integer(input);
}

constexpr FilterRow kRows[] = {
    {"plus", plus},     {"minus", minus},       {"times", times},     {"divided_by", divided_by},
    {"modulo", modulo}, {"ceil", ceil},         {"floor", floor},     {"round", round},
    {"abs", abs},       {"at_least", at_least}, {"at_most", at_most}, {"to_integer", to_whole},
};

}  // namespace

std::span<const FilterRow> number_filters() {
    return kRows;
}

}  // namespace ghreveal::deck::liquid
