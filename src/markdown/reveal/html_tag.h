// Tags at the beginning of a line of Markdown.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

// Elements that begin no block: they are part of a paragraph.
inline bool is_text_element(std::string_view name) {
    constexpr std::array kNames = std::to_array<std::string_view>(
        {"a",    "abbr",  "b",    "bdi",    "bdo", "br",   "cite", "code", "data", "del", "dfn",
         "em",   "i",     "img",  "ins",    "kbd", "mark", "q",    "rp",   "rt",   "s",   "samp",
         "ruby", "small", "span", "strong", "sub", "sup",  "time", "u",    "var",  "wbr"});
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// "div" of "div class=…", which stands behind "<" or "</"; "" for what is no name.
inline std::string tag_name(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() &&
           (ascii::is_letter(text[end]) || (end > 0 && ascii::is_digit(text[end])))) {
        ++end;
    }
    const bool is_address = text.substr(end).starts_with(":/") || text.substr(end, 1) == "@";
    return is_address ? "" : ascii::lower_case(text.substr(0, end));
}

// "div" of "<div class=…"; "" where no element begins.
inline std::string element_name(std::string_view text) {
    return text.starts_with('<') ? tag_name(text.substr(1)) : "";
}

// HTML that goes on to the next blank line (CommonMark §4.6), as an element or its end.
inline bool begins_html_block(std::string_view line) {
    const std::string_view text = ascii::trimmed(line);
    const std::string name = text.starts_with("</") ? tag_name(text.substr(2)) : element_name(text);
    return !name.empty() && !is_text_element(name);
}

}  // namespace ghreveal::markdown::reveal
