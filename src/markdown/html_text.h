// HTML as text, on its way from Markdown to the elements of slides.
#pragma once

#include <string>
#include <string_view>

#include "dom/parse.h"

namespace ghreveal::markdown {

struct HtmlText {
    std::string text;
    dom::SourceMap origins;  // where in the deck the pieces of the text were written
};

enum class Escaping : std::uint8_t {
    kAll,        // code: what it says is what it shows
    kText,       // entities stay entities
    kAttribute,  // the same, quotation marks as well
};

// The bytes of `&name;`, `&#1;` or `&#x1;` at the text's beginning; 0 when there is none.
std::size_t match_entity(std::string_view text);

void append_escaped(std::string& out, std::string_view text, Escaping);

}  // namespace ghreveal::markdown
