// Where tables begin and end for marked, which reveal.js's plugin uses, and not for md4c.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// md4c wants three characters in a cell of a table's delimiter row; one dash is enough for GitHub.
// The text with three.
std::string with_wide_delimiters(std::string_view text);

// md4c's tables begin no line after a paragraph's first; marked's end the paragraph, outside lists
// and quotes. The text with an empty line before such a table; as it ends with a carriage return,
// all else stays in the line that it is in.
std::string with_parted_tables(std::string_view text);

// What ends a table besides an empty line, a list and a quote: a line that is no row of pipes
// (before reveal.js 3.8), nothing (3.8 and 3.9), or what begins another block (GFM §4.10).
enum class TableEnd : std::uint8_t { kOtherText, kEmptyLine, kBlock };

// For md4c headings, fenced code, HTML and comments below a table are rows of it. The text with an
// empty line before what ends a table outside lists and quotes, as above.
std::string with_ended_tables(std::string_view text, TableEnd);

}  // namespace ghreveal::markdown::reveal
