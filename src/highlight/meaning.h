// source-highlight says what a piece of code looks like; highlight.js's class also depends on what
// the piece says and where it stands.
#pragma once

#include <cstddef>
#include <string_view>

#include "highlight/class_names.h"

namespace ghreveal::highlight {

// The class, without the prefix `hljs-`, of the piece [begin, end) of `code` that a definition
// calls `name`; empty: it stays plain.
std::string_view class_of_piece(const ClassName& name, std::string_view code, std::size_t begin,
                                std::size_t end);

// Whether what stands before byte `begin` on the same line introduces a name: a defining keyword
// (`def`, `class`), or a type as in `static char* name`.
bool is_definition(std::string_view code, std::size_t begin);

}  // namespace ghreveal::highlight
