// Lengths in px, and the math functions: calc(), min(), clamp() … (CSS Values 4 §6, §10).
#pragma once

#include <optional>
#include <span>

#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// Nothing for a unit that is no length's.
std::optional<Px> length_in_px(double number, std::string_view unit, const UnitContext&);
// Nothing for a unit that is no angle's.
std::optional<double> angle_in_radians(double number, std::string_view unit);

bool is_math_function(std::string_view lower_case_name);

// What a math function comes to; nothing when its arguments are none, or when a sum of lengths and
// percentages would be bounded by others than lengths.
std::optional<MathValue> evaluate_math(std::string_view lower_case_name,
                                       std::span<const css::Token> arguments, const UnitContext&);

}  // namespace ghreveal::style
