#include "math/modules/katex/cesu8.h"

namespace ghreveal::math {

namespace {

constexpr std::size_t kSurrogateBytes = 3;

unsigned byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

void append_surrogate(std::string& text, unsigned unit) {
    text += static_cast<char>(0xE0 | (unit >> 12));
    text += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (unit & 0x3F));
}

// The surrogate at this place, 0 when there is none.
unsigned surrogate_at(std::string_view text, std::size_t at) {
    if (byte_at(text, at) != 0xED || byte_at(text, at + 1) < 0xA0) {
        return 0;
    }
    return 0xD000 | ((byte_at(text, at + 1) & 0x3F) << 6) | (byte_at(text, at + 2) & 0x3F);
}

}  // namespace

std::string to_cesu8(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (byte_at(utf8, at) < 0xF0 || at + 3 >= utf8.size()) {
            result += utf8[at];
            continue;
        }
        const unsigned beyond =
            (((byte_at(utf8, at) & 7) << 18) | ((byte_at(utf8, at + 1) & 0x3F) << 12) |
             ((byte_at(utf8, at + 2) & 0x3F) << 6) | (byte_at(utf8, at + 3) & 0x3F)) -
            0x10000;
        append_surrogate(result, 0xD800 | (beyond >> 10));
        append_surrogate(result, 0xDC00 | (beyond & 0x3FF));
        at += 3;
    }
    return result;
}

std::string from_cesu8(std::string_view cesu8) {
    std::string result;
    result.reserve(cesu8.size());
    for (std::size_t at = 0; at < cesu8.size(); ++at) {
        const unsigned high = surrogate_at(cesu8, at);
        const unsigned low = high == 0 ? 0 : surrogate_at(cesu8, at + kSurrogateBytes);
        if (high == 0) {
            result += cesu8[at];
            continue;
        }
        if (high >= 0xDC00 || low < 0xDC00) {  // half a character: it stands for none
            result += "\uFFFD";
            at += kSurrogateBytes - 1;
            continue;
        }
        const unsigned character = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        result += static_cast<char>(0xF0 | (character >> 18));
        result += static_cast<char>(0x80 | ((character >> 12) & 0x3F));
        result += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
        result += static_cast<char>(0x80 | (character & 0x3F));
        at += 2 * kSurrogateBytes - 1;
    }
    return result;
}

}  // namespace ghreveal::math
