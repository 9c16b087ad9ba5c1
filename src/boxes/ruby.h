// Ruby: small text above what it explains (CSS Ruby 1), a pair of base and annotation a box.
#pragma once

#include <vector>

#include "boxes/box.h"

namespace ghreveal::boxes {

// The boxes inside of a <ruby>, in pairs: each an inline block with the annotation in a line of its
// own above the base.
std::vector<Box> ruby_pairs(const Box& ruby, std::vector<Box>&& children);

}  // namespace ghreveal::boxes
