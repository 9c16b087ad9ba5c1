#include "markdown/kramdown/heading_id.h"

#include "markdown/kramdown/unicode_class.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::markdown::kramdown {

std::string heading_id(std::string_view heading_text) {
    std::string id;
    for (std::size_t at = 0; at < heading_text.size();) {
        const auto [code_point, length] = utf8::decode(heading_text, at);
        at += length;
        if (code_point == U' ' || code_point == U'\t') {
            id += '-';
        } else if (code_point == U'-' || is_word_character(code_point)) {
            unicode::append_lower(id, code_point);
        }
    }
    return id;
}

}  // namespace ghreveal::markdown::kramdown
