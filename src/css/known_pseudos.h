// What to say of a selector's pseudo-classes and pseudo-elements that match nothing.
#pragma once

#include <span>
#include <string>

#include "css/tokenizer.h"

namespace ghreveal::css {

// The sentence for the first one that is not known, or is not drawn; empty when there is none.
std::string unknown_pseudo(std::span<const Token> selector);

// Whether there is one of a browser's own (`::-moz-selection`): that others do not know it is
// meant.
bool has_prefixed_pseudo(std::span<const Token> selector);

}  // namespace ghreveal::css
