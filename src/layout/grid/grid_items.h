// Grid items between the sizing of tracks and their final places. Private to grid*.cpp.
#pragma once

#include "layout/grid/grid_positioned.h"

namespace ghreveal::layout {

// What items ask of the columns, by their content; rows that are of fixed heights say what
// percentages of heights in them are of.
std::vector<GridContribution> column_contributions(const boxes::Box& container,
                                                   const std::vector<GridItem>&, const GridAxes&,
                                                   LayoutContext&);

// Lays the items out at the widths that their areas give them.
void lay_out_items_in_columns(const boxes::Box& container, std::vector<GridItem>&, const GridAxes&,
                              LayoutContext&);

// §10.5: how the item is aligned in its row.
style::Align vertical_alignment(const boxes::Box& container, const boxes::Box& item);

// §10.6: items that stand on a shared baseline of their row's are moved down to it.
void align_baselines(const boxes::Box& container, std::vector<GridItem>&);

// What items that are laid out ask of the rows.
std::vector<GridContribution> row_contributions(const std::vector<GridItem>&, const GridAxis& rows);

// §6.2: the item's height in its area, now that this is known.
void fit_item_to_area(const boxes::Box& container, GridItem&, const Size& area, LayoutContext&);

// §11: the origin of the item's border box.
Point position_in_area(const boxes::Box& container, const GridItem&, const Rect& area);

}  // namespace ghreveal::layout
