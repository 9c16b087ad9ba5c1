#include <hb.h>

#include "deck/markdown_html.h"
#include "support/unicode_case.h"
#include "support/utf8.h"

namespace ghreveal::deck {

namespace {

// Ruby's \p{Word}: letters, marks, decimal digits, connector punctuation.
bool is_word(char32_t c) {
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
        case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER:
        case HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::string heading_id(std::string_view heading_text) {
    std::string id;
    for (std::size_t at = 0; at < heading_text.size();) {
        const auto [code_point, length] = utf8::decode(heading_text, at);
        at += length;
        if (code_point == U' ' || code_point == U'\t') {
            id += '-';
        } else if (code_point == U'-' || is_word(code_point)) {
            utf8::append(id, to_lower(code_point));
        }
    }
    return id;
}

}  // namespace ghreveal::deck
