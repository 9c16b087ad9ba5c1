// What columns do not do with their content, said once. Private to multi-column layout.
#pragma once

#include "layout/fragment.h"
#include "layout/layout_context.h"

namespace ghreveal::layout {

// Of the content of one row of columns: boxes deeper than the columns' own children do not span
// them, and tables, flex and grid containers that are higher than `share`, the columns' even part,
// stay whole.
void report_what_columns_leave(const Fragment& row, Px share, LayoutContext&);

}  // namespace ghreveal::layout
