// The math functions that need nothing but their arguments' values (CSS Values 4 §10.3 to §10.6).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// Which multiple of the step round() takes.
enum class Rounding : std::uint8_t { kNearest, kUp, kDown, kToZero };

// What `name` (in lower case: sin, pow, round …) gives of `values`; angles in radians. Nothing: no
// function of that name, values of kinds or a number that it does not take, or a length with a
// percentage, whose basis is not known yet.
std::optional<MathValue> apply_math_function(std::string_view name,
                                             std::span<const MathValue> values, Rounding);

}  // namespace ghreveal::style
