// kramdown's typographic symbols and quotes (format.md §5).
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::deck {

// Appends source[begin, end) to `out` with curly quotes, dashes, ellipses and guillemets, escaped
// for HTML. What stands before and after it in `source`, markup included, decides which way a
// quotation mark turns.
void append_typographic(std::string& out, std::string_view source, std::size_t begin,
                        std::size_t end);
// Appends text escaped for HTML, as it is.
void append_escaped(std::string& out, std::string_view text);

}  // namespace ghreveal::deck
