// Text that says nothing to those who hear a document.
#pragma once

#include <algorithm>
#include <string_view>

#include "support/unicode/utf8.h"

namespace ghreveal::exporter {

inline bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

// Of characters in private use, as icon fonts have them: no one can say what they mean.
inline bool is_icon(std::string_view text) {
    const std::u32string characters = utf8::to_utf32(text);
    return std::all_of(characters.begin(), characters.end(),
                       [](char32_t c) { return c == U' ' || is_private(c); });
}

// Nor does it mean anything where blanks that do not break are among them, or alone.
inline bool says_nothing(std::string_view text) {
    constexpr char32_t kNoBreakSpace = 0xA0;
    const std::u32string characters = utf8::to_utf32(text);
    return std::all_of(characters.begin(), characters.end(),
                       [](char32_t c) { return c <= U' ' || c == kNoBreakSpace || is_private(c); });
}

}  // namespace ghreveal::exporter
