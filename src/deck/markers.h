// Private-use characters that the Markdown passes leave for one another. None reaches the HTML:
// the deck's own text is cleaned of them first.
#pragma once

#include <string_view>

namespace ghreveal::deck::marker {

// A "letter" beside an emphasis delimiter, so that CommonMark's flanking rules let it open and
// close wherever kramdown does.
inline constexpr std::string_view kLetter = "\uE000";
// In a table's header cell: the table was written without a header.
inline constexpr std::string_view kNoHeader = "\uE001";
// At a paragraph's start: it gets no <p> (a term, or a definition written on its line).
inline constexpr std::string_view kBare = "\uE002";

inline constexpr std::string_view kPrefix = "\xEE\x80";  // of all of them in UTF-8

}  // namespace ghreveal::deck::marker
