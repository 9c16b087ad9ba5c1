#include "markdown/kramdown/unicode_class.h"

#include <hb.h>

#include "support/unicode/utf8.h"

namespace ghreveal::markdown::kramdown {

namespace {

hb_unicode_general_category_t category(char32_t c) {
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
}

bool is_letter(char32_t c) {
    if (c < 0x80) {
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    }
    switch (category(c)) {
        case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
            return true;
        default:
            return false;
    }
}

bool is_digit(char32_t c) {
    return c < 0x80 ? c >= U'0' && c <= U'9'
                    : category(c) == HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER;
}

}  // namespace

bool is_word_character(char32_t c) {
    if (is_letter(c) || is_digit(c) || c == U'_') {
        return true;
    }
    switch (c < 0x80 ? HB_UNICODE_GENERAL_CATEGORY_CONTROL : category(c)) {
        case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION:
            return true;
        default:
            return false;
    }
}

bool ends_with_letter(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    std::size_t at = text.size() - 1;
    while (at > 0 && utf8::is_continuation(text[at])) {
        --at;
    }
    return is_letter(utf8::decode(text, at).code_point);
}

bool begins_with_alphanumeric(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const char32_t c = utf8::decode(text, 0).code_point;
    return is_letter(c) || is_digit(c);
}

std::size_t mail_text_size(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [c, length] = utf8::decode(text, at);
        if (!is_letter(c) && !is_digit(c) && c != U'-' && c != U'_' && c != U'.') {
            break;
        }
        at += length;
    }
    return at;
}

}  // namespace ghreveal::markdown::kramdown
