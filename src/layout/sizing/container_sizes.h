// What container queries ask for (CSS Conditional 5 §5): how large the content boxes of a slide's
// containers are. px.
#pragma once

#include "layout/fragment.h"
#include "style/style_engine.h"

namespace ghreveal::layout {

void add_container_sizes(const Fragment&, const style::SlideStyles&, style::ContainerSizes&);

}  // namespace ghreveal::layout
