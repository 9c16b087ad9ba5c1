#include "layout/block/multicol.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "layout/block/block.h"
#include "layout/block/column_breaks.h"
#include "layout/block/column_remarks.h"
#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;

struct Columns {
    int count = 1;
    Px width = 0;
    Px gap = 0;
};

Px gap_of(const style::ComputedStyle& style, Px content_width) {
    // §4.2: `normal` is 1em.
    return style.box().column_gap_is_normal ? style.text().font.size
                                            : style.box().column_gap.resolve(content_width);
}

// §3.4, the pseudo-algorithm.
Columns used_columns(const Box& box, Px content_width, const Limits& limits) {
    const style::BoxStyle& style = box.style->box();
    Columns columns;
    columns.gap = gap_of(*box.style, content_width);
    const int most = style.column_count.value_or(limits.columns);
    if (style.column_width) {
        const Px fitting =
            std::floor((content_width + columns.gap) / (*style.column_width + columns.gap));
        columns.count = static_cast<int>(std::clamp(fitting, 1.0, static_cast<Px>(most)));
    } else {
        columns.count = most;
    }
    columns.width = std::max(0.0, (content_width + columns.gap) / columns.count - columns.gap);
    columns.width = truncated_to_unit(columns.width);
    return columns;
}

// The whole content in one column, as if that were as wide as the container.
struct LongColumnSize {
    Px width;          // of the border box around the one column
    Px spanner_width;  // of all columns together
    Edges border;
};

BoxLayout long_column(const Box& box, const ContainingBlock& containing_block,
                      const LongColumnSize& size, LayoutContext& context) {
    const auto& [width, spanner_width, border] = size;
    FloatContext floats;
    const BlockSpace space{width,
                           border,
                           used_padding(box, containing_block.width),
                           containing_block,
                           std::nullopt,
                           floats,
                           {},
                           true,
                           spanner_width};
    BoxLayout layout = lay_out_block_container(box, space, context).layout;
    context.work += floats.work();
    return layout;
}

// The content laid out in one column; px from the content box's top.
struct LongColumn {
    std::vector<Monolith> parts;
    Px height = 0;  // the last margin included
};

// What lies between two boxes that span all columns, in a fragment of its own.
LongColumn measured(const Fragment& fragment, Px top, const style::SlideStyles& styles) {
    LongColumn column;
    column.parts = monoliths(fragment, styles);
    for (Monolith& part : column.parts) {
        part.top -= top;
        part.bottom -= top;
    }
    column.height = column.parts.empty() ? 0 : column.parts.back().bottom;
    return column;
}

bool spans_columns(const Fragment& fragment, const style::SlideStyles& styles) {
    return fragment.kind == FragmentKind::kBlock && !fragment.is_float &&
           !fragment.source.is_anonymous && fragment.source.node != nullptr &&
           styles.of(fragment.source).box().spans_columns;
}

// The baselines of the first and the last line below `fragment`, from its top.
void find_baselines(const Fragment& fragment, Px top, std::optional<Px>& first,
                    std::optional<Px>& last) {
    if (fragment.kind == FragmentKind::kLine) {
        // The highest of those of all columns (CSS Box Alignment 3 §9.1).
        first = std::min(first.value_or(top + fragment.baseline), top + fragment.baseline);
        last = std::max(last.value_or(0), top + fragment.baseline);
        return;
    }
    for (const Fragment& child : fragment.children) {
        find_baselines(child, top + child.border_box.y, first, last);
    }
}

// §4: a line in the middle of each gap between two columns that have something in them.
void add_rules(Fragment& container, const style::ComputedStyle& style, const Columns& columns,
               const Rect& row, std::size_t filled) {
    const style::PaintStyle& paint = style.paint();
    if (paint.column_rule_style == style::BorderStyle::kNone ||
        paint.column_rule_style == style::BorderStyle::kHidden || paint.column_rule_width <= 0) {
        return;
    }
    for (std::size_t i = 1; i < filled; ++i) {
        const Px x = row.x + static_cast<Px>(i) * (columns.width + columns.gap) - columns.gap / 2;
        container.collapsed_borders.push_back({paint.column_rule_width,
                                               paint.column_rule_style,
                                               paint.column_rule_color.value_or(style.ink().color),
                                               {x, row.y},
                                               {x, row.bottom()}});
    }
}

// Puts what the long column has into columns beside each other, and boxes that span all of them
// between.
class ColumnRows {
public:
    ColumnRows(const Box& box, const Columns& columns, const Edges& around, LayoutContext& context)
        : box_(box), columns_(columns), around_(around), context_(context), y_(around.top) {}

    // `room`: the height of the content, where it is bounded. Gives the content's height.
    Px arrange(Fragment& container, std::optional<Px> room);

private:
    void add_row(std::vector<Fragment>&& in_column, Px top, bool is_last);
    void add_spanner(Fragment&&);
    void begin_below_spanner(const Fragment& first);

    const Box& box_;
    const Columns& columns_;
    Edges around_;
    LayoutContext& context_;
    Px y_;  // where the next row begins
    std::optional<Px> room_;
    Px bottom_of_content_ = 0;  // in the long column, of what is in rows so far
    Px content_bottom_ = 0;     // of all of it, margins included, where that makes the height
    Fragment* container_ = nullptr;
    std::vector<Fragment> arranged_;
};

void ColumnRows::add_row(std::vector<Fragment>&& in_column, Px top, bool is_last) {
    Fragment row;
    row.source = box_.source;
    row.children = std::move(in_column);
    LongColumn column = measured(row, top, *context_.styles);
    if (is_last) {
        column.height = std::max(column.height, content_bottom_ - top);
    }
    report_what_columns_leave(row, column.height / columns_.count, context_);
    const auto left = room_ ? std::optional(std::max(0.0, *room_ - (y_ - around_.top))) : room_;
    const bool in_turn = is_last && left && box_.style->box().fills_columns_in_turn;
    const ColumnCuts cuts = in_turn
                                ? fill_columns(column.parts, *left)
                                : cut_columns(column.parts, column.height, columns_.count, left);
    for (std::size_t i = 0; i < cuts.columns.size(); ++i) {
        const bool at_end = i + 1 == cuts.columns.size();
        const Px x = static_cast<Px>(i) * (columns_.width + columns_.gap);
        const Px end = at_end ? std::numeric_limits<Px>::infinity() : cuts.columns[i].bottom + top;
        for (Fragment& child : part_of(row, {cuts.columns[i].top + top, end})) {
            move_to(child,
                    {child.border_box.x + x, child.border_box.y - cuts.columns[i].top - top + y_});
            arranged_.push_back(std::move(child));
        }
    }
    if (cuts.columns.empty()) {  // what has no height
        for (Fragment& child : row.children) {
            move_to(child, {child.border_box.x, child.border_box.y - top + y_});
            arranged_.push_back(std::move(child));
        }
    }
    const Px height =
        is_last && left && (in_turn || box_.style->box().height.length) ? *left : cuts.height;
    add_rules(*container_, *box_.style, columns_, {around_.left, y_, 0, height},
              cuts.columns.size());
    bottom_of_content_ = top + column.height;
    y_ += cuts.height;
}

void ColumnRows::add_spanner(Fragment&& spanner) {
    y_ += std::max(0.0, spanner.border_box.y - bottom_of_content_);
    const Px height = spanner.border_box.height;
    bottom_of_content_ = spanner.border_box.bottom();
    move_to(spanner, {spanner.border_box.x, y_});
    arranged_.push_back(std::move(spanner));
    y_ += height;
}

// Margins between stay above all columns.
void ColumnRows::begin_below_spanner(const Fragment& first) {
    y_ += std::max(0.0, first.border_box.y - bottom_of_content_);
    bottom_of_content_ = std::max(bottom_of_content_, first.border_box.y);
}

Px ColumnRows::arrange(Fragment& container, std::optional<Px> room) {
    container_ = &container;
    room_ = room;
    bottom_of_content_ = around_.top;
    const style::BoxStyle& style = box_.style->box();
    const bool by_content =
        style.height.is_auto() && !style.min_height.length && style.max_height.is_none();
    content_bottom_ = by_content ? container.border_box.height - around_.bottom : 0;
    bool follows_spanner = false;
    std::vector<Fragment> in_column;
    for (Fragment& child : container.children) {
        if (!spans_columns(child, *context_.styles)) {
            if (in_column.empty() && follows_spanner) {
                begin_below_spanner(child);
            }
            in_column.push_back(std::move(child));
            continue;
        }
        follows_spanner = true;
        if (!in_column.empty()) {
            add_row(std::exchange(in_column, {}), bottom_of_content_, false);
        }
        add_spanner(std::move(child));
    }
    if (!in_column.empty()) {
        add_row(std::move(in_column), bottom_of_content_, true);
    }
    container.children = std::move(arranged_);
    return y_ - around_.top;
}

}  // namespace

bool is_multicol(const style::BoxStyle& style) {
    return style.column_count.has_value() || style.column_width.has_value();
}

BoxLayout lay_out_multicol(const Box& box, const ContainingBlock& containing_block,
                           const ForcedSize& forced, LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    const Edges border = forced.border.value_or(used_border(box));
    const Edges around = border + used_padding(box, containing_block.width);
    const Px width = forced.width.value_or(0);
    const Columns columns =
        used_columns(box, std::max(0.0, width - around.horizontal()), context.limits);
    BoxLayout result = long_column(
        box, containing_block,
        {columns.width + around.horizontal(), std::max(0.0, width - around.horizontal()), border},
        context);
    Fragment& fragment = result.fragment;
    const SizeBasis basis{containing_block.height, around.vertical()};
    const SizeBounds bounds = height_bounds(style, basis);
    const auto styled = definite_border_box_size(style.height, style.box_sizing, basis);
    const std::optional<Px> given = forced.height ? forced.height : styled;
    const std::optional<Px> room = given ? given : bounds.max;

    ColumnRows rows(box, columns, around, context);
    const Px height = rows.arrange(
        fragment, room ? std::optional(std::max(0.0, *room - around.vertical())) : room);
    result.first_baseline.reset();
    result.last_baseline.reset();
    find_baselines(fragment, 0, result.first_baseline, result.last_baseline);
    fragment.border_box.width = width;
    fragment.border_box.height = bounds.clamp(given.value_or(height + around.vertical()));
    return result;
}

IntrinsicSizes multicol_intrinsic_sizes(const Box& box, const IntrinsicSizes& content) {
    const style::BoxStyle& style = box.style->box();
    const Px count = style.column_count.value_or(1);
    const Px gaps = (count - 1) * gap_of(*box.style, 0);
    const Px width = style.column_width.value_or(0);
    return {std::max(width, content.min_content * (style.column_count ? count : 1)) + gaps,
            std::max(width, content.max_content) * count + gaps};
}

}  // namespace ghreveal::layout
