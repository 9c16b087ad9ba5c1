// Which characters are shown as small pictures in colour, and how many of them make one (UTS #51).
#pragma once

#include <cstddef>
#include <string_view>

namespace ghreveal::text {

// The bytes from `at` on that make one picture: an emoji by default or by U+FE0F, with its skin
// tone and tags, a flag, a keycap, or several of them joined by U+200D. 0 when a letter is there.
std::size_t emoji_length(std::string_view utf8, std::size_t at);

}  // namespace ghreveal::text
