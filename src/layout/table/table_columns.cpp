#include "layout/table/table_columns.h"

#include <algorithm>

#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

// Stands for a width without bound: columns of 100 % beside others (css-tables-3).
constexpr Px kWidest = FixedLimits::table_width;

// What one cell asks of the columns it covers.
struct CellConstraint {
    Px min = 0;
    Px max = 0;
    std::optional<double> percent;
    Px padding_and_border = 0;
    bool is_constrained = false;
};

std::optional<double> percentage_of(const css::SizeValue& width) {
    const bool is_percentage =
        width.length && width.length->has_percentage() && width.length->px == 0;
    return is_percentage ? std::optional<double>(std::max(0.0, width.length->percent))
                         : std::nullopt;
}

// Percentages of padding count as 0 while nobody knows of what (CSS Sizing 3 §5.2.1).
Px cell_padding_and_border(const GridCell& cell, const Edges& border) {
    return used_padding(*cell.box, 0).horizontal() + border.horizontal();
}

CellConstraint automatic_cell(const GridCell& cell, const Edges& border, LayoutContext& context) {
    const style::BoxStyle& style = cell.box->style->box();
    CellConstraint asked;
    asked.padding_and_border = cell_padding_and_border(cell, border);
    const SizeBasis basis{std::nullopt, asked.padding_and_border};
    // The cell was measured with its own borders; the collapsed ones take their place.
    const Px other_border = border.horizontal() - used_border(*cell.box).horizontal();
    const IntrinsicSizes content = content_intrinsic_sizes(*cell.box, context);
    const SizeBounds bounds = width_bounds(style, basis);
    const std::optional<Px> given = definite_border_box_size(style.width, style.box_sizing, basis);
    asked.min = std::max(content.min_content + other_border, bounds.min);
    asked.max = given.value_or(content.max_content + other_border);
    asked.max = std::max(asked.min, bounds.max ? std::min(asked.max, *bounds.max) : asked.max);
    asked.percent = percentage_of(style.width);
    asked.is_constrained = given.has_value();
    return asked;
}

// CSS 2.1 §17.5.2.1: fixed layout does not look into cells.
CellConstraint fixed_cell(const GridCell& cell, const Edges& border) {
    const style::BoxStyle& style = cell.box->style->box();
    CellConstraint asked;
    asked.padding_and_border = cell_padding_and_border(cell, border);
    const std::optional<Px> given = definite_border_box_size(
        style.width, style.box_sizing, {std::nullopt, asked.padding_and_border});
    asked.min = asked.max = given.value_or(0);
    asked.percent = percentage_of(style.width);
    asked.is_constrained = given.has_value();
    return asked;
}

CellConstraint cell_constraint(const TableGrid& grid, const GridCell& cell, const Edges& border,
                               LayoutContext& context) {
    return grid.has_fixed_layout ? fixed_cell(cell, border) : automatic_cell(cell, border, context);
}

// A <col>'s width; its <colgroup>'s only where that is a length and the <col> gives none.
ColumnConstraint column_box_constraint(const GridColumn& column) {
    ColumnConstraint constraint;
    const boxes::Box* box = column.column != nullptr ? column.column : column.group;
    if (box == nullptr) {
        return constraint;
    }
    const style::BoxStyle& style = box->style->box();
    const auto own = style::BoxSizing::kContentBox;
    std::optional<Px> given = definite_border_box_size(style.width, own, {});
    if (!given && column.group != nullptr) {
        given = definite_border_box_size(column.group->style->box().width, own, {});
    }
    constraint.min = definite_border_box_size(style.min_width, own, {}).value_or(0);
    constraint.max = std::max(constraint.min, given.value_or(0));
    constraint.percent = percentage_of(style.width);
    constraint.is_constrained = given.has_value();
    constraint.is_from_column_box = given || constraint.percent;
    constraint.is_mergeable =
        given.value_or(0) == 0 && constraint.percent.value_or(0) == 0 && constraint.min == 0;
    return constraint;
}

// A column's given width replaces the widest content of cells without one.
void take_in_automatic(ColumnConstraint& column, const CellConstraint& cell) {
    column.is_mergeable = false;
    column.min = std::max(column.min, cell.min);
    if (column.is_constrained && !cell.is_constrained) {
        column.max = std::max(column.max, cell.min);
    } else if (cell.is_constrained && !column.is_constrained) {
        column.max = std::max(column.min, cell.max);
    } else {
        column.max = std::max(column.max, cell.max);
    }
    column.max = std::max(column.max, column.min);
    column.is_constrained |= cell.is_constrained;
    if (cell.percent && *cell.percent > column.percent.value_or(0)) {
        column.percent = cell.percent;
    }
}

// In fixed layout a column element comes before the first row's cells.
void take_in_fixed(ColumnConstraint& column, const CellConstraint& cell, double part) {
    if (column.is_from_column_box) {
        return;
    }
    if (cell.percent) {
        column.percent = *cell.percent * part;
        column.percent_padding_and_border = cell.padding_and_border * part;
    } else if (cell.is_constrained) {
        column.is_constrained = true;
        column.min = column.max = cell.max * part;
    }
}

std::span<ColumnConstraint> spanned(TableColumns& table, const GridCell& cell) {
    return std::span(table.columns)
        .subspan(static_cast<std::size_t>(cell.column), static_cast<std::size_t>(cell.column_span));
}

void take_in_fixed_span(TableColumns& table, const GridCell& cell, CellConstraint asked) {
    const double part = 1.0 / cell.column_span;
    asked.max = std::max(0.0, asked.max - table.spacing * (cell.column_span - 1));
    for (ColumnConstraint& column : spanned(table, cell)) {
        take_in_fixed(column, asked, part);
    }
}

int unmerged_count(std::span<const ColumnConstraint> columns) {
    return static_cast<int>(
        std::count_if(columns.begin(), columns.end(),
                      [](const ColumnConstraint& column) { return !column.is_mergeable; }));
}

// A spanning cell's percentage goes to the columns that have none, by their widest content.
void share_out_percentage(std::span<ColumnConstraint> columns, double percent) {
    double missing = percent;
    Px others_max = 0;
    int others = 0;
    for (const ColumnConstraint& column : columns) {
        missing -= column.percent.value_or(0);
        if (!column.percent && !column.is_mergeable) {
            others_max += column.max;
            ++others;
        }
    }
    if (missing <= 0 || others == 0) {
        return;
    }
    for (ColumnConstraint& column : columns) {
        if (!column.percent && !column.is_mergeable) {
            column.percent = others_max > 0 ? missing * column.max / others_max : missing / others;
        }
    }
}

void take_in_automatic_span(TableColumns& table, const GridCell& cell,
                            const CellConstraint& asked) {
    const std::span<ColumnConstraint> columns = spanned(table, cell);
    const Px inner_spacing = table.spacing * (unmerged_count(columns) - 1);
    if (asked.percent) {
        share_out_percentage(columns, *asked.percent);
    }
    const std::vector<Px> mins = distribute_automatic(
        columns, std::max(0.0, asked.min - inner_spacing), GivenWidths::kMayGrow);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        ColumnConstraint& column = columns[at];
        column.min = std::max(column.min, mins[at]);
        column.max = std::max(column.max, column.min);
    }
    const std::vector<Px> maxes =
        distribute_automatic(columns, std::max(0.0, asked.max - inner_spacing),
                             asked.is_constrained ? GivenWidths::kMayGrow : GivenWidths::kKeep);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        columns[at].max = std::max(columns[at].max, maxes[at]);
    }
}

// Narrow spans first: the wide ones build on what those left (css-tables-3).
std::vector<std::size_t> spanning_cells(const TableGrid& grid) {
    std::vector<std::size_t> indices;
    for (std::size_t at = 0; at < grid.cells.size(); ++at) {
        if (grid.cells[at].spans_columns) {
            indices.push_back(at);
        }
    }
    std::stable_sort(indices.begin(), indices.end(), [&grid](std::size_t a, std::size_t b) {
        return grid.cells[a].column_span < grid.cells[b].column_span;
    });
    return indices;
}

void take_in_cells(TableColumns& table, const TableGrid& grid, const TableBorders& borders,
                   LayoutContext& context) {
    const auto constraint_of = [&](std::size_t at) {
        return cell_constraint(grid, grid.cells[at], borders.cells[at], context);
    };
    for (std::size_t at = 0; at < grid.cells.size(); ++at) {
        const GridCell& cell = grid.cells[at];
        if (grid.has_fixed_layout && cell.row > 0) {
            return;
        }
        if (grid.has_fixed_layout) {
            take_in_fixed_span(table, cell, constraint_of(at));
        } else if (!cell.spans_columns) {
            take_in_automatic(table.columns[static_cast<std::size_t>(cell.column)],
                              constraint_of(at));
        }
    }
    const std::vector<std::size_t> spanning = spanning_cells(grid);
    for (const std::size_t at : spanning) {
        // Columns are one only where no cell begins between them (css-tables-3 "track merging").
        table.columns[static_cast<std::size_t>(grid.cells[at].column)].is_mergeable = false;
    }
    for (const std::size_t at : spanning) {
        take_in_automatic_span(table, grid.cells[at], constraint_of(at));
    }
}

// Percentages past 100 in all are cut off (CSS 2.1 §17.5.2.2 leaves it open). Fixed layout scales
// them down instead.
void limit_percentages(std::vector<ColumnConstraint>& columns) {
    double left = 100;
    for (ColumnConstraint& column : columns) {
        if (column.percent) {
            column.percent = std::min(*column.percent, left);
            left -= *column.percent;
        }
    }
}

// The narrowest width at which the percentages leave every column its widest content.
Px width_for_percentages(const std::vector<ColumnConstraint>& columns) {
    Px widest = 0;
    Px others = 0;
    double percent = 0;
    for (const ColumnConstraint& column : columns) {
        if (column.percent && *column.percent > 0) {
            percent += *column.percent;
            widest = std::max(
                widest, (column.max - column.percent_padding_and_border) * 100 / *column.percent);
        } else {
            others += column.max;
        }
    }
    if (percent > 0 && others > 0) {
        const double left = 100 - std::min(percent, 100.0);
        widest = std::max(widest, left > 0 ? std::min(kWidest, others * 100 / left) : kWidest);
    }
    return std::min(widest, kWidest);
}

}  // namespace

TableColumns table_columns(const TableGrid& grid, const TableBorders& borders,
                           LayoutContext& context) {
    TableColumns table;
    table.spacing = grid.spacing_x;
    table.has_fixed_layout = grid.has_fixed_layout;
    table.columns.reserve(grid.columns.size());
    for (const GridColumn& column : grid.columns) {
        table.columns.push_back(column_box_constraint(column));
        table.columns.back().is_mergeable &= !grid.has_fixed_layout;
    }
    take_in_cells(table, grid, borders, context);
    if (!grid.has_fixed_layout) {
        limit_percentages(table.columns);
    }
    table.undistributable =
        borders.around_grid().horizontal() + grid.spacing_x * (unmerged_count(table.columns) + 1);
    return table;
}

IntrinsicSizes grid_intrinsic_sizes(const TableColumns& table, ColumnPercentages percentages) {
    IntrinsicSizes sizes;
    for (const ColumnConstraint& column : table.columns) {
        sizes.min_content += column.min;
        sizes.max_content += column.max;
    }
    sizes.max_content = std::max(sizes.max_content, sizes.min_content);
    if (percentages == ColumnPercentages::kCount) {
        sizes.max_content = std::max(sizes.max_content, width_for_percentages(table.columns));
    }
    sizes.min_content += table.undistributable;
    sizes.max_content += table.undistributable;
    return sizes;
}

std::vector<Px> column_widths(const TableColumns& table, Px grid_width) {
    const Px target = std::max(0.0, grid_width - table.undistributable);
    return table.has_fixed_layout
               ? distribute_fixed(table.columns, target)
               : distribute_automatic(table.columns, target, GivenWidths::kMayGrow);
}

}  // namespace ghreveal::layout
