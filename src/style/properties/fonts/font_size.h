// `font-size` (CSS Fonts 4 §2.5), and what browsers do to it where the family changes.
#pragma once

#include "style/properties/values/value_reader.h"
#include "style/style_builder.h"

namespace ghreveal::style {

// Sets the size, px; false when the value is none.
bool read_font_size(StyleBuilder&, ValueReader&);

// A size that no length of its own decides is 13/16 of what it was where `monospace` alone becomes
// the family, and 16/13 where it ceases to be: no specification says so, all browsers do it. To be
// called when the family and the size are known.
void adjust_fixed_width_size(StyleBuilder&);

}  // namespace ghreveal::style
