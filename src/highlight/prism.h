// The classes that Prism's style sheets know, for the tokens that highlight.js's grammars find.
#pragma once

#include <string_view>

namespace ghreveal::highlight {

// `hljs-keyword` -> "token keyword"; empty where Prism has no such token. `enclosing` is the class
// of the token around it: a title is a function's name or a class's.
std::string_view prism_class(std::string_view token_class, std::string_view enclosing);

}  // namespace ghreveal::highlight
