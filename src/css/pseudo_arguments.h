// What stands in the parentheses of pseudo-classes, but for selectors. False: it is not valid.
#pragma once

#include <span>

#include "css/selector.h"

namespace ghreveal::css {

// an+b (CSS Syntax 3 §6): into the step and the offset.
bool parse_an_plus_b(std::span<const Token>, PseudoClass&);
// Names or strings between commas (Selectors 4 §9.1, §10.1), in lower case.
bool parse_words(std::span<const Token>, PseudoClass&);

}  // namespace ghreveal::css
