// The `transform` property's effect on a fragment (CSS Transforms 1 §5).
#pragma once

#include "layout/fragment.h"
#include "style/properties/paint_style.h"

namespace ghreveal::layout {

// The map that the style's `transform` makes of the coordinates the fragment's border box is in.
Transform transform_of(const Fragment&, const style::PaintStyle&);

// CSS Transforms 1 §2: an inline box is not a transformable element.
bool is_transformed(const Fragment&, const style::SlideStyles&);

}  // namespace ghreveal::layout
