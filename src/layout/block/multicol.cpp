#include "layout/block/multicol.h"

#include <algorithm>
#include <limits>

#include "layout/block/block.h"
#include "layout/block/column_breaks.h"
#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;

// Where `column-width` alone decides.

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
BoxLayout long_column(const Box& box, const ContainingBlock& containing_block, Px width,
                      const Edges& border, LayoutContext& context) {
    FloatContext floats;
    const BlockSpace space{width,
                           border,
                           used_padding(box, containing_block.width),
                           containing_block,
                           std::nullopt,
                           floats,
                           {},
                           true};
    BoxLayout layout = lay_out_block_container(box, space, context).layout;
    context.work += floats.work();
    return layout;
}

// The content laid out in one column; px from the content box's top.
struct LongColumn {
    std::vector<Monolith> parts;
    Px height = 0;  // the last margin included
};

LongColumn measured(const Fragment& fragment, const style::BoxStyle& style, const Edges& around,
                    const style::SlideStyles& styles) {
    LongColumn column;
    column.parts = monoliths(fragment, styles);
    for (Monolith& part : column.parts) {
        part.top -= around.top;
        part.bottom -= around.top;
    }
    column.height = column.parts.empty() ? 0 : column.parts.back().bottom;
    const bool by_content =
        style.height.is_auto() && !style.min_height.length && style.max_height.is_none();
    if (by_content) {
        column.height = std::max(column.height, fragment.border_box.height - around.vertical());
    }
    return column;
}

// The baselines of the first and the last line below `fragment`, from its top.
void find_baselines(const Fragment& fragment, Px top, std::optional<Px>& first,
                    std::optional<Px>& last) {
    if (fragment.kind == FragmentKind::kLine) {
        first = first.value_or(top + fragment.baseline);
        last = std::max(last.value_or(0), top + fragment.baseline);
        return;
    }
    for (const Fragment& child : fragment.children) {
        find_baselines(child, top + child.border_box.y, first, last);
    }
}

// Moves the parts of the long column beside each other.
void put_side_by_side(Fragment& fragment, const std::vector<ColumnCut>& cuts,
                      const Columns& columns, Px content_top) {
    std::vector<Fragment> children;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool is_last = i + 1 == cuts.size();
        const Px x = static_cast<Px>(i) * (columns.width + columns.gap);
        const Px end = is_last ? std::numeric_limits<Px>::infinity() : cuts[i].bottom + content_top;
        for (Fragment& child : part_of(fragment, {cuts[i].top + content_top, end})) {
            move_to(child, {child.border_box.x + x, child.border_box.y - cuts[i].top});
            children.push_back(std::move(child));
        }
    }
    fragment.children = std::move(children);
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
    BoxLayout result =
        long_column(box, containing_block, columns.width + around.horizontal(), border, context);
    Fragment& fragment = result.fragment;
    const SizeBasis basis{containing_block.height, around.vertical()};
    const SizeBounds bounds = height_bounds(style, basis);
    const auto styled = definite_border_box_size(style.height, style.box_sizing, basis);
    const std::optional<Px> given = forced.height ? forced.height : styled;
    const std::optional<Px> room = given ? given : bounds.max;

    const LongColumn column = measured(fragment, style, around, *context.styles);
    const auto cuts =
        cut_columns(column.parts, column.height, columns.count,
                    room ? std::optional(std::max(0.0, *room - around.vertical())) : room);
    put_side_by_side(fragment, cuts.columns, columns, around.top);
    result.first_baseline.reset();
    result.last_baseline.reset();
    find_baselines(fragment, 0, result.first_baseline, result.last_baseline);
    fragment.border_box.width = width;
    fragment.border_box.height = bounds.clamp(given.value_or(cuts.height + around.vertical()));
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
