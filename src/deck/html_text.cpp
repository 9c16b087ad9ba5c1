#include "deck/html_text.h"

#include "deck/html_tag.h"

namespace ghreveal::deck {

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

}  // namespace ghreveal::deck
