// Lines of code as a table with their numbers, as highlightjs-line-numbers makes it for reveal.js.
#pragma once

#include <cstdint>

#include "dom/document.h"

namespace ghreveal::highlight {

// What a line is: the cell (highlightjs-line-numbers 2.8, in reveal.js since 4.2), or a block in it
// (2.6).
enum class LineTable : std::uint8_t { kOfCells, kOfBlocks };

// Turns the content of a <code data-line-numbers="…">, coloured already, into `table.hljs-ln`, and
// marks the lines that the attribute names (`highlight-line`). `data-ln-start-from` is the first
// line's number.
void make_line_table(dom::Document&, dom::Node& code, LineTable = LineTable::kOfCells);

}  // namespace ghreveal::highlight
