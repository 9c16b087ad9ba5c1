// What style sheets give the elements of a drawing, and what is not drawn of it.
#pragma once

#include <string>

#include "style/style_engine.h"
#include "support/error.h"

namespace ghreveal::style {

// Says each of the properties once, at the first element of `svg` in `file` that has it.
void report_lost_properties(const dom::Node& svg, const SlideStyles&, const std::string& file,
                            Diagnostics&);

}  // namespace ghreveal::style
