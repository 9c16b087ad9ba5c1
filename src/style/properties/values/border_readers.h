// The parts of a border's line, an outline's, a column rule's (CSS Backgrounds 3 §4).
#pragma once

#include <optional>

#include "style/properties/border_style.h"
#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// Nothing inside: currentColor.
using MaybeColor = std::optional<Color>;

std::optional<Px> read_border_width(ValueReader&);
std::optional<BorderStyle> read_border_style(ValueReader&);
std::optional<MaybeColor> read_border_color(ValueReader&);

}  // namespace ghreveal::style
