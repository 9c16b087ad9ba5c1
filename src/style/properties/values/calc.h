// Lengths in px, and calc() (CSS Values 4 §6, §10).
#pragma once

#include <optional>
#include <span>

#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// Nothing for a unit that is no length's.
std::optional<Px> length_in_px(double number, std::string_view unit, const UnitContext&);

// The sum that a calc()'s content comes to; nothing when it is none of lengths and percentages.
std::optional<css::LengthPercentage> evaluate_calc(std::span<const css::Token>, const UnitContext&);

}  // namespace ghreveal::style
