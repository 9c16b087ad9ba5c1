// The Unicode line breaking algorithm (UAX #14 of Unicode 15.0).
#pragma once

#include <string_view>
#include <vector>

namespace ghreveal::text {

// For each character whether a line may end before it. Never before the first one; after a space
// always.
std::vector<bool> line_breaks_before(std::u32string_view text);

}  // namespace ghreveal::text
