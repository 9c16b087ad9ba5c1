#include "markdown/html_text.h"

#include <algorithm>

#include "support/ascii.h"
#include "support/html_escape.h"

namespace ghreveal::markdown {

std::size_t match_entity(std::string_view text) {
    if (text.size() < 3 || text[0] != '&') {
        return 0;
    }
    std::size_t at = 1;
    if (text[1] == '#') {
        const bool hexadecimal = text[2] == 'x';
        at = hexadecimal ? 3 : 2;
        const std::size_t begin = at;
        while (at < text.size() &&
               (hexadecimal ? ascii::hex_value(text[at]) >= 0 : ascii::is_digit(text[at]))) {
            ++at;
        }
        at = at == begin ? text.size() : at;
    } else {
        while (at < text.size() && (ascii::is_word_or_beyond(text[at]) ||
                                    (at > 1 && (text[at] == '-' || text[at] == '.')))) {
            ++at;
        }
        at = at == 1 ? text.size() : at;
    }
    return at < text.size() && text[at] == ';' ? at + 1 : 0;
}

void append_escaped(std::string& out, std::string_view text, Escaping escaping) {
    const HtmlPlace place =
        escaping == Escaping::kAttribute ? HtmlPlace::kAttribute : HtmlPlace::kText;
    std::size_t at = escaping == Escaping::kAll ? text.npos : text.find('&');
    while (at != text.npos) {
        if (const std::size_t entity = match_entity(text.substr(at)); entity > 0) {
            ghreveal::append_escaped(out, text.substr(0, at), place);
            out += text.substr(at, entity);
            text.remove_prefix(at + entity);
            at = text.find('&');
        } else {
            at = text.find('&', at + 1);
        }
    }
    ghreveal::append_escaped(out, text, place);
}

}  // namespace ghreveal::markdown
