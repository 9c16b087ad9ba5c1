// HTML in Markdown as marked had it before 0.6, which reveal.js brought until 3.7: Markdown spans
// in an element are read, blocks in it are not, and an element of a text's kind begins a paragraph.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// Marks that lines get so that a parser of CommonMark takes them for text. Noncharacters, which no
// deck has, and a space, so that emphasis may begin behind it.
inline constexpr std::string_view kTextMark = "\uFDD0\u1680";
// In front of what is an element's content, not a paragraph's.
inline constexpr std::string_view kElementMark = "\uFDD1\u1680";

// The text as marked before 1.0, which reveal.js brought until 3.9, read it: with blanks for
// no-break spaces, so that "##&nbsp;Title" with one written out is a heading.
std::string without_no_break_spaces(std::string_view text);

// The text with those marks. Lines stay lines.
std::string with_early_html(std::string_view text);
std::string without_marks(std::string_view text);

}  // namespace ghreveal::markdown::reveal
