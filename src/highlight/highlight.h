// Code text and a language -> tokens named as highlight.js names them (`hljs-keyword`, …), so that
// its colour sheets apply.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::highlight {

struct Token {
    std::size_t begin = 0;  // byte offsets into the code
    std::size_t end = 0;
    std::string class_name;  // e.g. "hljs-string"
};

// The coloured stretches of `code`, in the order of their beginnings; one may hold others, which
// follow it. Empty for a language that is not known. `language` as written after a fence: "python",
// "sh", "c++", …
std::vector<Token> highlight(std::string_view code, std::string_view language);
bool knows_language(std::string_view language);

}  // namespace ghreveal::highlight
