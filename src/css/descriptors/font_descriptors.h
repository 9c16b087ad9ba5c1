// The inventory's part for @font-face: which descriptors (CSS Fonts 4 §4) are acted on.
#pragma once

#include "css/style_sheet.h"

namespace ghreveal::css {

// Or it has its initial value.
bool has_effect(const Declaration& descriptor);

}  // namespace ghreveal::css
