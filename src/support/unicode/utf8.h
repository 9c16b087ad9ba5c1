// UTF-8 decoding and encoding. Malformed bytes decode to U+FFFD, one for each maximal subpart
// (Unicode 15 §3.9, "U+FFFD Substitution of Maximal Subparts").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ghreveal::utf8 {

struct Decoded {
    char32_t code_point;
    std::size_t length;  // bytes consumed, at least 1
};

// Whether the byte goes on a character that began before it.
constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
// How many characters there are, of text that is UTF-8.
std::size_t length(std::string_view);
// The code point that starts at byte `at`; `at` must be inside the text.
Decoded decode(std::string_view text, std::size_t at);
void append(std::string& out, char32_t code_point);
std::u32string to_utf32(std::string_view);
// The same characters from the last to the first.
std::string reversed(std::string_view);
// The text with malformed sequences replaced and a leading byte order mark removed.
std::string sanitized(std::string_view);

}  // namespace ghreveal::utf8
