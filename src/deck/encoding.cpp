#include "deck/encoding.h"

#include <fmt/format.h>

#include <algorithm>

#include "support/error.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Of the first malformed sequence; the text's size when there is none.
std::size_t first_malformed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const utf8::Decoded decoded = utf8::decode(text, at);
        if (decoded.code_point == kReplacement &&
            text.substr(at, decoded.length) != "\xEF\xBF\xBD") {
            return at;
        }
        at += decoded.length;
    }
    return text.size();
}

bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

// A few zero bytes are a slip; many, or some beside bytes that are no UTF-8, are another format.
bool is_text_with(std::size_t zero_bytes, std::string_view text) {
    constexpr std::size_t kRare = 100;
    return zero_bytes * kRare <= text.size() && first_malformed(text) == text.size();
}

}  // namespace

std::string utf8_text(std::string text, const std::string& file, Diagnostics& diagnostics) {
    if (is_utf16(text)) {
        throw Error({file, 1}, "the file is UTF-16, not UTF-8",
                    "convert it: iconv -f UTF-16 -t UTF-8", Rule::kEncoding);
    }
    const std::size_t zero = text.find('\0');
    if (zero != text.npos &&
        !is_text_with(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0')), text)) {
        throw Error({file, 0}, "the file is no text: there is a zero byte in it",
                    "is it the deck that you meant?", Rule::kEncoding);
    }
    if (zero != text.npos) {
        diagnostics.warn(Rule::kBrokenMarkup, {file, line_at(text, zero)},
                         "a zero byte is left out",
                         "the program that wrote the file has made a mistake");
        std::erase(text, '\0');
    }
    const std::size_t at = first_malformed(text);
    if (at == text.size()) {
        return text;
    }
    throw Error({file, line_at(text, at)},
                fmt::format("the file is not UTF-8: byte {} is 0x{:02X}", at + 1,
                            static_cast<unsigned char>(text[at])),
                "if it is Latin-1, convert it: iconv -f ISO-8859-1 -t UTF-8", Rule::kEncoding);
}

}  // namespace ghreveal::deck
