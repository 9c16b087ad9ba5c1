// Colours as functions: rgb(), hsl(), hwb(), lab(), lch(), oklab(), oklch(), color(), color-mix(),
// light-dark(), each also relative to another colour (CSS Color 4 and 5).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// #rgb, #rgba, #rrggbb, #rrggbbaa
std::optional<Color> hex_color(std::string_view digits);

// Nothing for a function that gives no colour. What is outside of sRGB is brought to its edge.
std::optional<Color> color_of_function(std::string_view lower_case_name,
                                       std::span<const css::Token> arguments, const UnitContext&);

}  // namespace ghreveal::style
