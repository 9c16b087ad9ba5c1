// Tables whose delimiter rows are shorter than md4c takes them.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// md4c wants three characters in a cell of a table's delimiter row; one dash is enough for GitHub.
// The text with three.
std::string with_wide_delimiters(std::string_view text);

}  // namespace ghreveal::markdown::reveal
