#include "support/unicode/utf8.h"

#include <algorithm>

namespace ghreveal::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// What a leading byte promises: how many bytes, its own bits, and the range the second byte must
// be in (Unicode 15, table 3-7: this is what rules out overlong forms, surrogates and > 10FFFF).
struct Lead {
    int length;
    unsigned char bits;
    unsigned char low;
    unsigned char high;
};

constexpr Lead lead(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, static_cast<unsigned char>(byte & 0x1F), 0x80, 0xBF};
    }
    if (byte == 0xE0) {
        return {3, 0, 0xA0, 0xBF};
    }
    if (byte == 0xED) {
        return {3, 0xD, 0x80, 0x9F};
    }
    if (byte >= 0xE1 && byte <= 0xEF) {
        return {3, static_cast<unsigned char>(byte & 0xF), 0x80, 0xBF};
    }
    if (byte == 0xF0) {
        return {4, 0, 0x90, 0xBF};
    }
    if (byte >= 0xF1 && byte <= 0xF3) {
        return {4, static_cast<unsigned char>(byte & 7), 0x80, 0xBF};
    }
    if (byte == 0xF4) {
        return {4, 4, 0x80, 0x8F};
    }
    return {0, 0, 0, 0};
}

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            return false;
        }
    }
    return true;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        return {first, 1};
    }
    Lead expected = lead(first);
    if (expected.length == 0) {
        return {kReplacement, 1};
    }
    char32_t code_point = expected.bits;
    std::size_t length = 1;
    while (length < static_cast<std::size_t>(expected.length)) {
        if (at + length >= text.size()) {
            return {kReplacement, length};
        }
        const auto byte = static_cast<unsigned char>(text[at + length]);
        if (byte < expected.low || byte > expected.high) {
            return {kReplacement, length};
        }
        expected.low = 0x80;
        expected.high = 0xBF;
        code_point = code_point << 6 | (byte & 0x3Fu);
        ++length;
    }
    return {code_point, length};
}

void append(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = kReplacement;
    }
    if (c < 0x80) {
        return put(c);
    }
    if (c < 0x800) {
        put(0xC0 | c >> 6);
        return put(0x80 | (c & 0x3F));
    }
    if (c < 0x10000) {
        put(0xE0 | c >> 12);
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
    }
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        out.push_back(next.code_point);
        at += next.length;
    }
    return out;
}

std::string reversed(std::string_view text) {
    const std::u32string characters = to_utf32(text);
    std::string out;
    for (auto character = characters.rbegin(); character != characters.rend(); ++character) {
        append(out, *character);
    }
    return out;
}

std::string sanitized(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (is_ascii(text)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    const auto is_beyond_ascii = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; };
    for (std::size_t at = 0; at < text.size();) {
        const auto* const begin = text.begin() + at;
        const auto* const end = std::find_if(begin, text.end(), is_beyond_ascii);
        out.append(begin, end);
        at += static_cast<std::size_t>(end - begin);
        if (at < text.size()) {
            const Decoded next = decode(text, at);
            append(out, next.code_point);
            at += next.length;
        }
    }
    return out;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

}  // namespace ghreveal::utf8
