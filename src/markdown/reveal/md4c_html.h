// What md4c's constants and texts are in HTML.
#pragma once

#include <md4c.h>

#include <string_view>

namespace ghreveal::markdown::reveal {

inline std::string_view view(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

inline std::string_view alignment_of(MD_ALIGN align) {
    switch (align) {
        case MD_ALIGN_LEFT:
            return " align=\"left\"";
        case MD_ALIGN_CENTER:
            return " align=\"center\"";
        case MD_ALIGN_RIGHT:
            return " align=\"right\"";
        case MD_ALIGN_DEFAULT:
            break;
    }
    return "";
}

inline std::string_view name_of(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM:
            return "em";
        case MD_SPAN_STRONG:
            return "strong";
        case MD_SPAN_CODE:
            return "code";
        case MD_SPAN_DEL:
            return "del";
        case MD_SPAN_U:
            return "u";
        case MD_SPAN_A:
            return "a";
        default:
            return "span";
    }
}

}  // namespace ghreveal::markdown::reveal
