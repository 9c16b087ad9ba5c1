// an+b (CSS Syntax 3 §6): into a pseudo-class's step and offset.
#pragma once

#include <span>

#include "css/selector.h"

namespace ghreveal::css {

// False: it is none.
bool parse_an_plus_b(std::span<const Token>, PseudoClass&);

}  // namespace ghreveal::css
