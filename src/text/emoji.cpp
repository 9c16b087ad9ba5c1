#include "text/emoji.h"

#include <glib.h>

#include "support/unicode/utf8.h"

namespace ghreveal::text {

namespace {

bool is_regional_indicator(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_wide_symbol(char32_t c) {
    const GUnicodeType type = g_unichar_type(c);
    return (type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL ||
            type == G_UNICODE_MATH_SYMBOL) &&
           g_unichar_iswide(c) != FALSE;
}

}  // namespace

bool may_have_emoji(std::string_view utf8) {
    constexpr unsigned char kFirstLead = 0xE2;  // of U+2000; no emoji by themselves are before that
    constexpr char32_t kEmojiSelector = 0xFE0F;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (static_cast<unsigned char>(utf8[at]) < kFirstLead) {
            continue;
        }
        const char32_t c = utf8::decode(utf8, at).code_point;
        if (c == kEmojiSelector || is_regional_indicator(c) || is_wide_symbol(c)) {
            return true;
        }
    }
    return false;
}

}  // namespace ghreveal::text
