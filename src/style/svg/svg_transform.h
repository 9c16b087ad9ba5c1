// Transforms that style sheets give to the elements of a drawing (CSS Transforms 1 §5 and §6, CSS
// Transforms 2 §3), as SVG's attribute has them.
#pragma once

#include <optional>
#include <string>

#include "dom/document.h"
#include "style/properties/paint_style.h"
#include "support/geometry.h"

namespace ghreveal::style {

// The value of the attribute, in user units. `size`: of the outermost <svg>, px. Nothing where it
// needs the bounds of a shape that only drawing it would tell (`transform-box: fill-box`).
std::optional<std::string> svg_transform(const dom::Node&, const PaintStyle&, Size size);

}  // namespace ghreveal::style
