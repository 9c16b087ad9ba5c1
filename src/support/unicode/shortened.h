// Texts that messages and titles quote, cut where they are long.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ghreveal::utf8 {

// No more than `most` bytes, whole characters, and an ellipsis where something is left out.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace ghreveal::utf8
