// A tall page taken apart into strips, for columns that it flows over.
#pragma once

#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// The part of the page between `top` and `bottom`, moved to the top: text, pictures and thin rules
// whose middle is there, and of everything else what shows there.
paint::DisplayList strip_of(const paint::DisplayList& page, Px top, Px bottom);

}  // namespace ghreveal::exporter
