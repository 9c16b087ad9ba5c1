// How far the classes reach that a step lays over elements, by the selectors that ask for them.
#pragma once

#include "css/selector.h"

namespace ghreveal::style {

// Whether they matter to the element that has them and what is in it only. It is so of a selector
// that does not ask for them.
bool step_reaches_only_inside(const css::Selector&);

}  // namespace ghreveal::style
