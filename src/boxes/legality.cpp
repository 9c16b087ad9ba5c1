// The rules that build_boxes promises to layout (see box.h).
#include <algorithm>
#include <stdexcept>

#include "boxes/box.h"
#include "style/properties/box_style.h"

namespace ghreveal::boxes {

namespace {

std::string name_of(const Box& box) {
    const std::string element =
        box.source.node == nullptr ? "nothing" : "<" + box.source.node->name + ">";
    return (box.source.is_anonymous ? "an anonymous box in " : "the box of ") + element;
}

void require(bool holds, const Box& box, const char* rule) {
    if (!holds) {
        throw std::logic_error(name_of(box) + ": " + rule);
    }
}

template <typename Test>
void require_children(const Box& box, const char* rule, Test&& test) {
    require(std::all_of(box.children.begin(), box.children.end(), test), box, rule);
}

bool is_in_flow(const Box& box) {
    return !box.is_out_of_flow() && !box.is_outside_marker();
}

bool is_table_inner(const Box& box) {
    switch (box.kind) {
        case BoxKind::kTableGrid:
        case BoxKind::kTableRowGroup:
        case BoxKind::kTableRow:
        case BoxKind::kTableCell:
        case BoxKind::kTableColumnGroup:
        case BoxKind::kTableColumn:
            return true;
        default:
            return false;
    }
}

void check_block_container(const Box& box) {
    require_children(box, "a part of a table outside a table",
                     [](const Box& child) { return !is_table_inner(child); });
    bool has_block = false;
    bool has_inline = false;
    for (const Box& child : box.children) {
        if (is_in_flow(child)) {
            (child.is_inline_level() ? has_inline : has_block) = true;
        }
    }
    require(!(has_block && has_inline), box, "block-level and inline-level children side by side");
}

void check_inline(const Box& box) {
    require_children(box, "a block-level child in an inline box", [](const Box& child) {
        return child.is_inline_level() || child.is_out_of_flow();
    });
    require_children(box, "a part of a table outside a table",
                     [](const Box& child) { return !is_table_inner(child); });
}

void check_table_wrapper(const Box& box) {
    require(std::count_if(box.children.begin(), box.children.end(),
                          [](const Box& child) { return child.kind == BoxKind::kTableGrid; }) == 1,
            box, "a table wrapper without its one grid");
    require_children(box, "a table wrapper with more than captions and a grid",
                     [](const Box& child) {
                         return child.kind == BoxKind::kTableGrid ||
                                child.style->box().display == style::Display::kTableCaption;
                     });
}

}  // namespace

void check_legal(const Box& box) {
    require(box.style != nullptr, box, "a box without a style");
    switch (box.kind) {
        case BoxKind::kBlock:
        case BoxKind::kTableCell:
            check_block_container(box);
            break;
        case BoxKind::kInline:
            check_inline(box);
            break;
        case BoxKind::kFlex:
        case BoxKind::kGrid:
            require_children(box, "an inline-level child in a flex or grid container",
                             [](const Box& child) { return !child.is_inline_level(); });
            break;
        case BoxKind::kTableWrapper:
            check_table_wrapper(box);
            break;
        case BoxKind::kOrthogonal:
            require(box.children.size() == 1, box, "an orthogonal box around more than one");
            break;
        case BoxKind::kTableGrid:
            require_children(box, "a table grid with more than groups", [](const Box& child) {
                return child.kind == BoxKind::kTableRowGroup ||
                       child.kind == BoxKind::kTableColumnGroup ||
                       child.kind == BoxKind::kTableColumn;
            });
            break;
        case BoxKind::kTableRowGroup:
            require_children(box, "a row group with more than rows",
                             [](const Box& child) { return child.kind == BoxKind::kTableRow; });
            break;
        case BoxKind::kTableRow:
            require_children(box, "a row with more than cells",
                             [](const Box& child) { return child.kind == BoxKind::kTableCell; });
            break;
        case BoxKind::kText:
        case BoxKind::kLineBreak:
        case BoxKind::kReplaced:
        case BoxKind::kMarker:
        case BoxKind::kTableColumn:
            require(box.children.empty(), box, "a leaf with children");
            break;
        case BoxKind::kTableColumnGroup:
            break;
    }
    for (const Box& child : box.children) {
        check_legal(child);
    }
}

}  // namespace ghreveal::boxes
