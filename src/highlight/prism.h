// Code as Prism's script leaves it (prismjs.com), for the pages that load it instead of
// highlight.js: the grammars stay highlight.js's, the names are those that Prism's style sheets
// know.
#pragma once

#include <string_view>
#include <vector>

#include "dom/document.h"
#include "highlight/highlight.h"

namespace ghreveal::highlight {

// The X of the class `language-X` or `lang-X` of the element or of the nearest one around it that
// has one; empty: Prism leaves the code alone.
std::string_view prism_language(const dom::Node& code);

// The tokens that highlight.js's grammar of `language` found in `code`, by Prism's names
// (`hljs-keyword` -> "token keyword"), with those that only Prism has: punctuation, operators,
// calls of functions.
std::vector<Token> prism_tokens(std::string_view code, std::string_view language,
                                const std::vector<Token>& tokens);

// The elements by which Prism's plugin "Line Highlight" marks the lines that the `data-line` of the
// code's <pre> names.
void add_line_highlights(dom::Document&, dom::Node& code);

}  // namespace ghreveal::highlight
