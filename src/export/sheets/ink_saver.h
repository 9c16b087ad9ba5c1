// Slides for paper: dark text on white, with the layout they have.
#pragma once

#include "paint/display_list.h"
#include "support/color.h"

namespace ghreveal::exporter {

// The page without backgrounds and shadows; pictures stay; areas (code, tables, quotes) become
// light grey, lines grey, and text so dark that it stands out 4.5 : 1 (WCAG 2.1 §1.4.3) on both
// paper and grey. `page_size` px.
paint::DisplayList with_less_ink(const paint::DisplayList& page, Size page_size);

// The colour itself when it stands out enough, else the nearest darker one of its hue; greys
// become black enough for text.
Color ink_of(Color);

}  // namespace ghreveal::exporter
