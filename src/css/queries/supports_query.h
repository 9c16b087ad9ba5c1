// @supports (CSS Conditional 3 §2, 4 §2).
#pragma once

#include <span>

#include "css/style_sheet.h"

namespace ghreveal::css {

// What is not understood is not supported.
bool is_supported(std::span<const Token> condition, const SheetOptions&);

}  // namespace ghreveal::css
