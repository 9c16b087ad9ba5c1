// What elements are by their attributes and those of what is around them: their language and
// direction (Selectors 4 §9), the states of forms that nobody has touched (HTML §4.16.3).
#pragma once

#include "css/selector.h"
#include "dom/document.h"

namespace ghreveal::style {

// Of the kinds from kLang on; false for the others.
bool has_state(const css::PseudoClass&, const dom::Node& element);

}  // namespace ghreveal::style
