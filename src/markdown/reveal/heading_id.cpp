#include "markdown/reveal/heading_id.h"

#include "support/ascii.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::markdown::reveal {

namespace {

// Punctuation that an id leaves out: ASCII's but `-` and `_`, General Punctuation, Supplemental
// Punctuation.
bool is_left_out_of_ids(char32_t c) {
    constexpr std::string_view kPunctuation = "\\'!\"#$%&()*+,./:;<=>?@[]^`{|}~";
    return (c < 0x80 && kPunctuation.find(static_cast<char>(c)) != kPunctuation.npos) ||
           (c >= 0x2000 && c <= 0x206F) || (c >= 0x2E00 && c <= 0x2E7F);
}

}  // namespace

std::string id_of_heading(std::string_view text) {
    std::string id;
    const std::string lower = unicode::lower_case(ascii::trimmed(text));
    for (std::size_t at = 0; at < lower.size();) {
        const auto [c, length] = utf8::decode(lower, at);
        at += length;
        if (c < 0x80 && ascii::is_space(static_cast<char>(c))) {
            id += '-';
        } else if (!is_left_out_of_ids(c)) {
            utf8::append(id, c);
        }
    }
    return id;
}

}  // namespace ghreveal::markdown::reveal
