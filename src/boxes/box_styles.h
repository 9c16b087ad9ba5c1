// Questions about a computed style that box generation asks (CSS 2.1 §9.7, CSS Display 3 §2.7).
#pragma once

#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

// The display type of what is floated, positioned, the root or a flex item.
style::Display blockified(style::Display);

// Whether the display type is one of a table's inner parts, which need a table around them.
bool is_table_part(style::Display);

// White space that stands where no line is made vanishes: `pre` and the like keep it.
bool preserves_spaces(style::WhiteSpace);

bool is_out_of_flow(const style::ComputedStyle&);

// The same style with another display type.
style::StylePtr with_display(const style::ComputedStyle&, style::Display);

}  // namespace ghreveal::boxes
