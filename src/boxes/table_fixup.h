// The missing parts of tables (CSS 2.1 §17.2.1): rows around cells, groups around rows, tables
// around all of these.
#pragma once

#include "boxes/box.h"

namespace ghreveal::boxes {

// `table` comes as a grid with whatever children its element has, and becomes the wrapper with
// captions and the grid in it.
void complete_table(Box& table);
// Children of a row group that are no rows, children of a row that are no cells.
void complete_row_group(Box& group);
void complete_row(Box& row);

// Table parts among the children of a box that is no table get tables around them.
void wrap_stray_table_parts(Box& parent);

}  // namespace ghreveal::boxes
