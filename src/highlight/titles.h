// Where a name is being defined, rather than used: highlight.js marks only those (`hljs-title`),
// source-highlight every name before a parenthesis.
#pragma once

#include <cstddef>
#include <string_view>

namespace ghreveal::highlight {

// Whether what stands before byte `begin` on the same line introduces a name: a defining keyword
// (`def`, `class`), or a type as in `static char* name`.
bool is_definition(std::string_view code, std::size_t begin);

}  // namespace ghreveal::highlight
