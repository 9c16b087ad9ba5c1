// KaTeX builds what stands above one another from the bottom to the top, denominators before
// numerators. All of it is positioned, so that the order is free: here it becomes that of reading,
// for text that is copied, searched or read aloud.
#pragma once

#include "dom/document.h"

namespace ghreveal::math {

// The element is KaTeX's HTML of a formula. Takes out what only holds room in browsers, too.
void put_in_reading_order(dom::Document&, dom::Node& formula);

}  // namespace ghreveal::math
