#include "support/html_escape.h"

#include <algorithm>

namespace ghreveal {

namespace {

std::string_view escape_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        default:
            return "&quot;";
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text, HtmlPlace place) {
    const std::string_view special = place == HtmlPlace::kAttribute ? "&<>\"" : "&<>";
    for (std::size_t at = text.find_first_of(special); at != std::string_view::npos;
         at = text.find_first_of(special)) {
        out += text.substr(0, at);
        out += escape_of(text[at]);
        text.remove_prefix(at + 1);
    }
    out += text;
}

std::string escaped_html(std::string_view text, HtmlPlace place) {
    std::string escaped;
    append_escaped(escaped, text, place);
    return escaped;
}

}  // namespace ghreveal
