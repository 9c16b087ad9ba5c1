// ECMAScript's regular expressions -> PCRE2's, for the grammars that the program runs.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::grammars {

// The same expression as PCRE2 reads it in UTF mode, on one line, without white space at its ends.
// Groups capture only where something refers to them, and references are relative, so that
// expressions can be put together to a larger one. Throws std::runtime_error for what it cannot
// read.
std::string to_pcre(std::string_view expression);

}  // namespace ghreveal::grammars
