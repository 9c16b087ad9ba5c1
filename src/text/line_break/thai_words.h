// Thai has no spaces between words; lines break where words begin (UAX #14 SA, CSS Text 3 §5.1).
#pragma once

#include <string_view>
#include <vector>

namespace ghreveal::text {

// Adds the beginnings of words inside stretches of Thai to where lines may end. Where LibThai's
// dictionary is not installed such stretches stay whole.
void add_thai_breaks(std::u32string_view text, std::vector<bool>& breaks_before);

}  // namespace ghreveal::text
