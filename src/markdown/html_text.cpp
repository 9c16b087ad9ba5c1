#include "markdown/html_text.h"

#include <algorithm>
#include <cctype>

namespace ghreveal::markdown {

namespace {

// Letters of all scripts count.
bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80 || c == '_';
}

}  // namespace

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
               (hexadecimal ? std::isxdigit(static_cast<unsigned char>(text[at]))
                            : std::isdigit(static_cast<unsigned char>(text[at]))) != 0) {
            ++at;
        }
        at = at == begin ? text.size() : at;
    } else {
        while (at < text.size() &&
               (is_word(text[at]) || (at > 1 && (text[at] == '-' || text[at] == '.')))) {
            ++at;
        }
        at = at == 1 ? text.size() : at;
    }
    return at < text.size() && text[at] == ';' ? at + 1 : 0;
}

void append_escaped(std::string& out, std::string_view text, Escaping escaping) {
    constexpr std::string_view kSpecial = "<>&\"";
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = std::min(text.find_first_of(kSpecial, at), text.size());
        out += text.substr(at, next - at);
        at = next;
        if (at == text.size()) {
            return;
        }
        const std::size_t entity =
            escaping != Escaping::kAll && text[at] == '&' ? match_entity(text.substr(at)) : 0;
        if (entity > 0) {
            out += text.substr(at, entity);
            at += entity;
            continue;
        }
        const char c = text[at++];
        out += c == '<'                                       ? "&lt;"
               : c == '>'                                     ? "&gt;"
               : c == '&'                                     ? "&amp;"
               : escaping == Escaping::kAttribute && c == '"' ? "&quot;"
                                                              : "\"";
    }
}

}  // namespace ghreveal::markdown
