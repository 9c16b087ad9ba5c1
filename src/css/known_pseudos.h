// Which pseudo-classes and pseudo-elements there are (Selectors 4, CSS Pseudo-Elements 4, HTML), to
// say of a selector that it matches nothing.
#pragma once

#include <span>
#include <string>

#include "css/tokenizer.h"

namespace ghreveal::css {

// The sentence for the first one that is not known, or is not drawn; empty when there is none.
std::string unknown_pseudo(std::span<const Token> selector);

}  // namespace ghreveal::css
