#include "boxes/table_fixup.h"

#include <algorithm>

#include "boxes/anonymous_boxes.h"
#include "boxes/box_styles.h"
#include "style/properties/box_style.h"

namespace ghreveal::boxes {

namespace {

using style::Display;

bool is_caption(const Box& box) {
    return box.style->box().display == Display::kTableCaption && box.kind == BoxKind::kBlock &&
           !box.is_out_of_flow();
}

bool is_column_part(const Box& box) {
    return box.kind == BoxKind::kTableColumn || box.kind == BoxKind::kTableColumnGroup;
}

bool is_stray_part(const Box& box) {
    return box.kind == BoxKind::kTableRowGroup || box.kind == BoxKind::kTableRow ||
           box.kind == BoxKind::kTableCell || is_column_part(box) || is_caption(box);
}

// Runs of children for which `fits` is false go into boxes that `wrap` makes of them. White space
// between parts vanishes.
template <typename Fits, typename Wrap>
void wrap_misfits(Box& parent, Fits&& fits, Wrap&& wrap) {
    std::vector<Box> children;
    std::vector<Box> misfits;
    const auto flush = [&] {
        if (!std::all_of(misfits.begin(), misfits.end(), is_white_space)) {
            children.push_back(wrap(std::move(misfits)));
        }
        misfits.clear();
    };
    for (Box& child : parent.children) {
        if (!fits(child)) {
            misfits.push_back(std::move(child));
            continue;
        }
        flush();
        children.push_back(std::move(child));
    }
    flush();
    parent.children = std::move(children);
}

Box wrapped(BoxKind kind, Display display, const Box& parent, std::vector<Box>&& children) {
    Box box = anonymous_box(kind, display, parent);
    box.children = std::move(children);
    return box;
}

Box table_around(const Box& parent, std::vector<Box>&& children) {
    const Display display =
        parent.kind == BoxKind::kInline ? Display::kInlineTable : Display::kTable;
    Box table = wrapped(BoxKind::kTableGrid, display, parent, std::move(children));
    complete_table(table);
    return table;
}

bool needs_table_around(const Box& parent) {
    return std::any_of(parent.children.begin(), parent.children.end(), is_stray_part);
}

}  // namespace

void complete_row(Box& row) {
    wrap_misfits(
        row, [](const Box& child) { return child.kind == BoxKind::kTableCell; },
        [&row](std::vector<Box>&& content) {
            Box cell = wrapped(BoxKind::kTableCell, Display::kTableCell, row, std::move(content));
            wrap_stray_table_parts(cell);
            wrap_inline_runs(cell);
            return cell;
        });
}

void complete_row_group(Box& group) {
    wrap_misfits(
        group, [](const Box& child) { return child.kind == BoxKind::kTableRow; },
        [&group](std::vector<Box>&& content) {
            Box row = wrapped(BoxKind::kTableRow, Display::kTableRow, group, std::move(content));
            complete_row(row);
            return row;
        });
}

void complete_table(Box& table) {
    wrap_misfits(
        table,
        [](const Box& child) {
            return child.kind == BoxKind::kTableRowGroup || is_column_part(child) ||
                   is_caption(child);
        },
        [&table](std::vector<Box>&& content) {
            Box group = wrapped(BoxKind::kTableRowGroup, Display::kTableRowGroup, table,
                                std::move(content));
            complete_row_group(group);
            return group;
        });
    Box wrapper;
    wrapper.kind = BoxKind::kTableWrapper;
    wrapper.style = table.style;
    wrapper.source = table.source;
    const auto captions =
        std::stable_partition(table.children.begin(), table.children.end(),
                              [](const Box& child) { return !is_caption(child); });
    wrapper.children.assign(std::make_move_iterator(captions),
                            std::make_move_iterator(table.children.end()));
    table.children.erase(captions, table.children.end());
    wrapper.children.push_back(std::move(table));
    table = std::move(wrapper);
}

void wrap_stray_table_parts(Box& parent) {
    if (!needs_table_around(parent)) {
        return;
    }
    // White space between two parts goes into the table with them, where it vanishes.
    std::vector<Box> children;
    std::vector<Box> parts;
    std::size_t kept = 0;  // parts before trailing white space
    const auto flush = [&] {
        std::vector<Box> trailing(std::make_move_iterator(parts.begin() + static_cast<long>(kept)),
                                  std::make_move_iterator(parts.end()));
        parts.resize(kept);
        if (!parts.empty()) {
            children.push_back(table_around(parent, std::move(parts)));
        }
        std::move(trailing.begin(), trailing.end(), std::back_inserter(children));
        parts.clear();
        kept = 0;
    };
    for (Box& child : parent.children) {
        if (is_stray_part(child)) {
            parts.push_back(std::move(child));
            kept = parts.size();
        } else if (kept > 0 && is_white_space(child)) {
            parts.push_back(std::move(child));
        } else {
            flush();
            children.push_back(std::move(child));
        }
    }
    flush();
    parent.children = std::move(children);
}

}  // namespace ghreveal::boxes
