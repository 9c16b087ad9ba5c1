// Lengths in px, and the math functions: calc(), min(), clamp() … (CSS Values 4 §6, §10).
#pragma once

#include <limits>
#include <optional>
#include <span>

#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// Nothing for a unit that is no length's.
std::optional<Px> length_in_px(double number, std::string_view unit, const UnitContext&);
// 0 % is a percentage too, of which nothing is seen but that it waits for its basis: the smallest
// part that a number can hold stands for it.
inline css::LengthPercentage percentage(double percent) {
    return {0, percent == 0 ? std::numeric_limits<double>::denorm_min() : percent};
}

// Nothing for a unit that is no angle's.
std::optional<double> angle_in_radians(double number, std::string_view unit);

bool is_math_function(std::string_view lower_case_name);

// What a math function comes to; nothing when its arguments are none, or when a sum of lengths and
// percentages would be bounded by others than lengths.
std::optional<MathValue> evaluate_math(std::string_view lower_case_name,
                                       std::span<const css::Token> arguments, const UnitContext&);

}  // namespace ghreveal::style
