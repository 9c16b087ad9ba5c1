// How much selectors weigh: for the cascade, and for those who try them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "css/selector.h"

namespace ghreveal::css {

// How many compounds a selector has with those of its arguments, which all may have to be tried.
std::size_t weight_of(const Compound&);

std::uint32_t largest_specificity(const SelectorList&);

}  // namespace ghreveal::css
