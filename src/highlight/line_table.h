// Lines of code as a table with their numbers, as highlightjs-line-numbers makes it for reveal.js.
#pragma once

#include "dom/document.h"

namespace ghreveal::highlight {

// Turns the content of a <code data-line-numbers="…">, coloured already, into `table.hljs-ln`, and
// marks the lines that the attribute names (`highlight-line`). `data-ln-start-from` is the first
// line's number.
void make_line_table(dom::Document&, dom::Node& code);

}  // namespace ghreveal::highlight
