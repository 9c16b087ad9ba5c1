// Questions about a computed style that box generation asks (CSS 2.1 §9.7, CSS Display 3 §2.7).
#pragma once

#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "style/style_engine.h"

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

// The display type of an element's box: out of flow it is block-level.
style::Display display_in_context(const style::ComputedStyle&);

// The style of an element's box, moved by relative positions of the inline boxes that it stands in
// as a block-level box in flow or a float (CSS 2.1 §9.2.1.1).
style::StylePtr moved_with_inlines(const dom::Node&, style::StylePtr, const style::SlideStyles&);

}  // namespace ghreveal::boxes
