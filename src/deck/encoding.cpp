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

}  // namespace

void require_utf8(std::string_view text, const std::string& file) {
    if (is_utf16(text)) {
        throw Error({file, 1}, "the file is UTF-16, not UTF-8",
                    "convert it: iconv -f UTF-16 -t UTF-8", Rule::kEncoding);
    }
    if (text.find('\0') != std::string_view::npos) {
        throw Error({file, 0}, "the file is no text: there is a zero byte in it",
                    "is it the deck that you meant?", Rule::kEncoding);
    }
    const std::size_t at = first_malformed(text);
    if (at == text.size()) {
        return;
    }
    const auto before = text.substr(0, at);
    const int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    throw Error({file, line},
                fmt::format("the file is not UTF-8: byte {} is 0x{:02X}", at + 1,
                            static_cast<unsigned char>(text[at])),
                "if it is Latin-1, convert it: iconv -f ISO-8859-1 -t UTF-8", Rule::kEncoding);
}

}  // namespace ghreveal::deck
