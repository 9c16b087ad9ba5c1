#include "style/properties/values/math/math_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ghreveal::style {

namespace {

using Kind = MathValue::Kind;

double number_of(const MathValue& value) {
    return value.kind == Kind::kLength ? value.length.px : value.number;
}

MathValue of_kind(Kind kind, double number) {
    return kind == Kind::kLength ? MathValue{kind, {number, 0}, 0} : MathValue{kind, {}, number};
}

// What is asked of an argument or made of it.
enum class Type : std::uint8_t {
    kNumber,
    kAngle,
    kNumberOrAngle,
    kAny,    // every argument of one kind
    kFirst,  // of the first argument's kind
};

struct Function {
    std::string_view name;
    Type arguments;
    Type result;
    std::size_t least;
    std::size_t most;
    double (*apply)(std::span<const double>);
};

using Numbers = std::span<const double>;

// §10.4 to §10.6.
constexpr std::array kFunctions{
    Function{"sin", Type::kNumberOrAngle, Type::kNumber, 1, 1,
             [](Numbers v) { return std::sin(v[0]); }},
    Function{"cos", Type::kNumberOrAngle, Type::kNumber, 1, 1,
             [](Numbers v) { return std::cos(v[0]); }},
    Function{"tan", Type::kNumberOrAngle, Type::kNumber, 1, 1,
             [](Numbers v) { return std::tan(v[0]); }},
    Function{"asin", Type::kNumber, Type::kAngle, 1, 1, [](Numbers v) { return std::asin(v[0]); }},
    Function{"acos", Type::kNumber, Type::kAngle, 1, 1, [](Numbers v) { return std::acos(v[0]); }},
    Function{"atan", Type::kNumber, Type::kAngle, 1, 1, [](Numbers v) { return std::atan(v[0]); }},
    Function{"atan2", Type::kAny, Type::kAngle, 2, 2,
             [](Numbers v) { return std::atan2(v[0], v[1]); }},
    Function{"pow", Type::kNumber, Type::kNumber, 2, 2,
             [](Numbers v) { return std::pow(v[0], v[1]); }},
    Function{"sqrt", Type::kNumber, Type::kNumber, 1, 1, [](Numbers v) { return std::sqrt(v[0]); }},
    Function{"exp", Type::kNumber, Type::kNumber, 1, 1, [](Numbers v) { return std::exp(v[0]); }},
    Function{
        "log", Type::kNumber, Type::kNumber, 1, 2,
        [](Numbers v) { return v.size() == 2 ? std::log(v[0]) / std::log(v[1]) : std::log(v[0]); }},
    Function{"hypot", Type::kAny, Type::kFirst, 1, 32,
             [](Numbers v) {
                 double length = 0;
                 for (const double part : v) {
                     length = std::hypot(length, part);
                 }
                 return length;
             }},
    Function{"abs", Type::kAny, Type::kFirst, 1, 1, [](Numbers v) { return std::abs(v[0]); }},
    Function{"sign", Type::kAny, Type::kNumber, 1, 1,
             [](Numbers v) { return static_cast<double>((v[0] > 0) - (v[0] < 0)); }},
    Function{"mod", Type::kAny, Type::kFirst, 2, 2,
             [](Numbers v) { return v[0] - std::floor(v[0] / v[1]) * v[1]; }},
    Function{"rem", Type::kAny, Type::kFirst, 2, 2,
             [](Numbers v) { return v[0] - std::trunc(v[0] / v[1]) * v[1]; }},
};

bool accepts(Type type, Kind kind) {
    switch (type) {
        case Type::kNumber:
            return kind == Kind::kNumber;
        case Type::kAngle:
            return kind == Kind::kAngle;
        case Type::kNumberOrAngle:
            return kind == Kind::kNumber || kind == Kind::kAngle;
        case Type::kAny:
        case Type::kFirst:
            break;
    }
    return true;
}

// §10.3: to a multiple of `step`; half way is up.
double rounded(double number, double step, Rounding rounding) {
    const double quotient = number / step;
    const double below = std::floor(quotient);
    const double above = std::ceil(quotient);
    switch (rounding) {
        case Rounding::kUp:
            return std::max(below * step, above * step);
        case Rounding::kDown:
            return std::min(below * step, above * step);
        case Rounding::kToZero:
            return std::trunc(quotient) * step;
        case Rounding::kNearest:
            break;
    }
    return std::floor(quotient + 0.5) * step;
}

// The step may be left out of numbers.
std::optional<MathValue> round(std::span<const MathValue> values, Rounding rounding) {
    const bool has_step = values.size() == 2;
    if (values.size() > 2 || (!has_step && values[0].kind != Kind::kNumber)) {
        return std::nullopt;
    }
    const double step = has_step ? number_of(values[1]) : 1;
    return of_kind(values[0].kind, rounded(number_of(values[0]), step, rounding));
}

}  // namespace

std::optional<MathValue> apply_math_function(std::string_view name,
                                             std::span<const MathValue> values, Rounding rounding) {
    const bool are_of_one_kind =
        !values.empty() && std::all_of(values.begin(), values.end(), [&](const MathValue& one) {
            return one.kind == values[0].kind && !one.length.has_percentage();
        });
    if (!are_of_one_kind) {
        return std::nullopt;
    }
    if (name == "round") {
        return round(values, rounding);
    }
    const auto* const function =
        std::find_if(kFunctions.begin(), kFunctions.end(),
                     [name](const Function& known) { return known.name == name; });
    if (function == kFunctions.end() || values.size() < function->least ||
        values.size() > function->most || !accepts(function->arguments, values[0].kind)) {
        return std::nullopt;
    }
    std::vector<double> numbers;
    std::transform(values.begin(), values.end(), std::back_inserter(numbers), number_of);
    const Kind kind = function->result == Type::kFirst   ? values[0].kind
                      : function->result == Type::kAngle ? Kind::kAngle
                                                         : Kind::kNumber;
    return of_kind(kind, function->apply(numbers));
}

}  // namespace ghreveal::style
