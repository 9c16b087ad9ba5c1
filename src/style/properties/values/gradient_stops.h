// The colours along a gradient's line (CSS Images 4 §3.4).
#pragma once

#include <optional>

#include "css/values.h"
#include "style/properties/values/color_mixing.h"

namespace ghreveal::style {

// Reads the list to its end into `gradient.stops`. What is not a straight line between two stops in
// sRGB becomes one of many: colours that go through another space, and those that a hint bends.
bool read_stops(ValueReader&, const std::optional<Interpolation>&, css::Gradient& gradient);

}  // namespace ghreveal::style
