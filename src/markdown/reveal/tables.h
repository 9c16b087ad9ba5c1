// Tables that md4c does not take for such.
#pragma once

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

}  // namespace ghreveal::markdown::reveal
