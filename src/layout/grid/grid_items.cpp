// Grid items: what they ask of the tracks, how wide and high they are in their areas, and where
// they stand there (CSS Grid Layout 1 §6, §10, §11).
#include "layout/grid/grid_items.h"

#include <algorithm>
#include <map>

#include "layout/block/block.h"
#include "layout/layout_cache.h"
#include "layout/sizing/aspect_ratio.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using style::Align;

Align used_alignment(Align own, Align of_container) {
    return own == Align::kAuto ? of_container : own;
}

// Whether the item fills its area along an axis where its size is `auto` (§6.2).
struct StretchedSize {
    const css::SizeValue& size;
    const css::SizeValue& margin_start;
    const css::SizeValue& margin_end;
};

bool stretches(const Box& box, Align align, const StretchedSize& in_axis) {
    const bool asks = align == Align::kStretch ||
                      (align == Align::kNormal && box.kind != boxes::BoxKind::kReplaced);
    return asks && in_axis.size.is_auto() && !in_axis.margin_start.is_auto() &&
           !in_axis.margin_end.is_auto();
}

bool stretches_horizontally(const Box& container, const Box& box) {
    const style::BoxStyle& style = box.style->box();
    return stretches(box, used_alignment(style.justify_self, container.style->box().justify_items),
                     {style.width, style.margin.left, style.margin.right});
}

bool stretches_vertically(const Box& container, const Box& box) {
    const style::BoxStyle& style = box.style->box();
    const Align align = used_alignment(style.align_self, container.style->box().align_items);
    // A width that is decided otherwise leaves the height to the ratio.
    const bool goes_by_ratio = style.aspect_ratio && align == Align::kNormal &&
                               (!style.width.is_auto() || style.justify_self == Align::kStretch);
    return !goes_by_ratio &&
           stretches(box, used_alignment(style.align_self, container.style->box().align_items),
                     {style.height, style.margin.top, style.margin.bottom});
}

// What decides an item's minimum contribution in an axis, besides its content.
struct AxisSizes {
    const css::SizeValue& size;
    const css::SizeValue& min;
    style::Overflow overflow;
};

// §6.6, as far as it does not depend on the tracks' limits.
bool has_automatic_minimum(const GridAxis& axis, const GridSpan& span, const AxisSizes& sizes) {
    if (scrolls(sizes.overflow) || !sizes.min.is_auto()) {
        return false;
    }
    bool crosses_flexible = false;
    bool crosses_auto = false;
    for (int i = span.start; i < span.end(); ++i) {
        const GridTrack& track = axis.tracks[static_cast<std::size_t>(i)];
        crosses_flexible = crosses_flexible || track.is_flexible();
        crosses_auto = crosses_auto || track.size.min.kind == css::TrackBreadth::Kind::kAuto;
    }
    return crosses_auto && (span.length == 1 || !crosses_flexible);
}

// §6.6: the automatic minimum by content is no more than what tracks of fixed limits come to.
Px within_fixed_limits(Px minimum, const GridAxis& axis, const GridSpan& span) {
    Px limit = axis.gap * (span.length - 1);
    for (int i = span.start; i < span.end(); ++i) {
        const auto max = fixed_breadth(axis.tracks[static_cast<std::size_t>(i)].size.max, axis);
        if (!max) {
            return minimum;
        }
        limit += *max;
    }
    return std::min(minimum, limit);
}

// An item's outer sizes, by content and at the least.
struct ItemExtent {
    Px content = 0;
    Px least = 0;
};

Px minimum_contribution(const GridAxis& axis, const GridSpan& span, const AxisSizes& sizes,
                        const ItemExtent& item) {
    if (!sizes.size.is_auto()) {
        return item.content;
    }
    return has_automatic_minimum(axis, span, sizes)
               ? std::max(item.least, within_fixed_limits(item.content, axis, span))
               : item.least;
}

// §6.2: a box with a ratio fills one axis by itself, and the other by the ratio, unless it is told
// to fill that one too.
std::optional<Px> width_by_height(const Box& box, bool fills_width) {
    const style::BoxStyle& style = box.style->box();
    return style.justify_self == Align::kStretch && fills_width ? std::nullopt
                                                                : width_by_ratio(box, {});
}

// The same once the area's height is known and fills the other axis.
std::optional<Px> width_by_area_height(const Box& box, Px height, Px area_width,
                                       LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    if (!style.aspect_ratio || !style.width.is_auto() || style.justify_self == Align::kStretch) {
        return std::nullopt;
    }
    const Edges around = used_padding(box, area_width) + used_border(box);
    const auto ratio = preferred_ratio(box, around);
    const SizeBounds widths =
        used_width_bounds(box, {area_width, around.horizontal()}, area_width, context);
    return ratio ? std::optional(widths.clamp(ratio->width(height))) : std::nullopt;
}

// What is known of its area's height before the rows are sized (§11.1): that of fixed ones.
PercentageHeights heights_of_item(const Box& container, const GridItem& item,
                                  const GridAxis& rows) {
    Px area = rows.gap * (item.rows.length - 1);
    for (int i = item.rows.start; i < item.rows.end(); ++i) {
        const css::TrackSize& size = rows.tracks[static_cast<std::size_t>(i)].size;
        const auto height = size.min == size.max ? fixed_breadth(size.max, rows) : std::nullopt;
        if (!height) {
            return {};
        }
        area += *height;
    }
    if (!stretches_vertically(container, *item.box)) {
        return {area, std::nullopt};
    }
    const Edges around = used_padding(*item.box, 0) + used_border(*item.box);
    const SizeBounds bounds = height_bounds(item.box->style->box(), {area, around.vertical()});
    const Px room = area - used_margins(*item.box, 0).vertical();
    return {area, std::max(around.vertical(), bounds.clamp(room))};
}

std::optional<Px> used_item_width(const Box& container, const GridItem& item, const GridAxis& rows,
                                  Px area_width, LayoutContext& context) {
    const Box& box = *item.box;
    if (box.kind == boxes::BoxKind::kReplaced && !stretches_horizontally(container, box)) {
        return std::nullopt;
    }
    const style::BoxStyle& style = box.style->box();
    const PercentageHeights known = heights_of_item(container, item, rows);
    const WithPercentageHeights heights(*context.cache, known.containing_block, box,
                                        known.stretched);
    const Px room = std::max(0.0, area_width - item.margins.horizontal());
    const Px around = (used_padding(box, area_width) + used_border(box)).horizontal();
    const SizeBasis basis{area_width, around};
    // `normal` leaves what has a ratio and a height to them (CSS Grid Layout 1 §6.2).
    const bool fills =
        stretches_horizontally(container, box) &&
        used_alignment(style.justify_self, container.style->box().justify_items) == Align::kStretch;
    Px width = 0;
    if (const auto given = definite_border_box_size(style.width, style.box_sizing, basis)) {
        width = *given;
    } else if (!style.width.is_auto()) {
        width = keyword_width(box, style.width.keyword, {room, area_width}, context);
    } else if (const auto by_ratio =
                   fills ? std::nullopt
                         : width_by_height(box, stretches_horizontally(container, box))) {
        width = *by_ratio;
    } else if (stretches_horizontally(container, box)) {
        width = room;
    } else {
        width = shrink_to_fit_width(box, {room, area_width}, context);
    }
    return std::max(around, used_width_bounds(box, basis, room, context).clamp(width));
}

// An item along one axis of its area.
struct ItemInArea {
    Px free_space = 0;
    Align align = Align::kNormal;
    const css::SizeValue& margin_start;
    const css::SizeValue& margin_end;
    bool is_reversed = false;
};

// Where the item begins in its area: auto margins take the free space, else alignment divides it.
Px offset_in_area(const ItemInArea& item) {
    const bool start_is_auto = item.margin_start.is_auto();
    const bool end_is_auto = item.margin_end.is_auto();
    if (start_is_auto || end_is_auto) {
        const Px shared = std::max(0.0, item.free_space);
        return start_is_auto && end_is_auto ? shared / 2 : (start_is_auto ? shared : 0);
    }
    switch (in_room(item.align, item.free_space)) {
        case Align::kCenter:
            return item.free_space / 2;
        case Align::kEnd:
        case Align::kLastBaseline:
        case Align::kFlexEnd:
            return item.is_reversed ? 0 : item.free_space;
        default:
            return item.is_reversed ? item.free_space : 0;
    }
}

}  // namespace

std::vector<GridContribution> column_contributions(const Box& container,
                                                   const std::vector<GridItem>& items,
                                                   const GridAxes& axes, LayoutContext& context) {
    const GridAxis& columns = axes.columns;
    const WithoutColumnPercentages without_column_percentages(*context.cache);
    std::vector<GridContribution> contributions;
    for (const GridItem& item : items) {
        const PercentageHeights known = heights_of_item(container, item, axes.rows);
        const WithPercentageHeights heights(*context.cache, known.containing_block, *item.box,
                                            known.stretched);
        const Px margins = used_margins(*item.box, 0).horizontal();
        const IntrinsicSizes sizes = intrinsic_sizes(*item.box, context);
        const style::BoxStyle& style = item.box->style->box();
        const Px around = (used_padding(*item.box, 0) + used_border(*item.box)).horizontal();
        const Px narrowest = width_bounds(style, {std::nullopt, around}).min;
        GridContribution contribution;
        contribution.span = item.columns;
        contribution.minimum = minimum_contribution(
            columns, item.columns, {style.width, style.min_width, style.overflow_x},
            {sizes.min_content + margins, std::max(narrowest, around) + margins});
        contribution.min_content = sizes.min_content + margins;
        contribution.max_content = sizes.max_content + margins;
        contributions.push_back(contribution);
    }
    return contributions;
}

void lay_out_items_in_columns(const Box& container, std::vector<GridItem>& items,
                              const GridAxes& axes, LayoutContext& context) {
    for (GridItem& item : items) {
        const Px area_width = axes.columns.span_size(item.columns);
        item.margins = used_margins(*item.box, area_width);
        ForcedSize forced;
        forced.width = used_item_width(container, item, axes.rows, area_width, context);
        item.layout.lay_out({{area_width, std::nullopt}, forced}, context);
    }
}

namespace {

// From the margin edge that the alignment begins at, top or bottom.
Px baseline_from_edge(const GridItem& item, Align which) {
    const BoxMeasures& measures = item.layout.measures();
    const Px height = measures.size.height;
    return which == Align::kBaseline
               ? item.margins.top + measures.first_baseline.value_or(height)
               : item.margins.bottom + height - measures.last_baseline.value_or(height);
}

// The items of a row that are aligned to such a baseline share one (CSS Grid Layout 1 §10.6).
void align_baselines_of_rows(const Box& container, std::vector<GridItem>& items, Align which) {
    std::map<int, Px> of_rows;
    std::vector<GridItem*> aligned;
    const auto row_of = [&](const GridItem& item) {
        return which == Align::kBaseline ? item.rows.start : item.rows.end();
    };
    for (GridItem& item : items) {
        const style::BoxStyle& style = item.box->style->box();
        const Align align = used_alignment(style.align_self, container.style->box().align_items);
        if (align != which || style.margin.top.is_auto() || style.margin.bottom.is_auto()) {
            continue;
        }
        Px& of_row = of_rows.emplace(row_of(item), 0).first->second;
        of_row = std::max(of_row, baseline_from_edge(item, which));
        aligned.push_back(&item);
    }
    for (GridItem* item : aligned) {
        const Px shim = of_rows[row_of(*item)] - baseline_from_edge(*item, which);
        (which == Align::kBaseline ? item->baseline_shim : item->last_baseline_shim) = shim;
    }
}

}  // namespace

Align vertical_alignment(const Box& container, const Box& item) {
    return used_alignment(item.style->box().align_self, container.style->box().align_items);
}

void align_baselines(const Box& container, std::vector<GridItem>& items) {
    align_baselines_of_rows(container, items, Align::kBaseline);
    align_baselines_of_rows(container, items, Align::kLastBaseline);
}

std::vector<GridContribution> row_contributions(const std::vector<GridItem>& items,
                                                const GridAxis& rows) {
    std::vector<GridContribution> contributions;
    for (const GridItem& item : items) {
        const style::BoxStyle& style = item.box->style->box();
        const Px margins = item.margins.vertical() + item.baseline_shim + item.last_baseline_shim;
        const Px height = item.layout.measures().size.height + margins;
        const Px around = (used_padding(*item.box, 0) + used_border(*item.box)).vertical();
        const Px lowest = height_bounds(style, {std::nullopt, around}).min;
        GridContribution contribution;
        contribution.span = item.rows;
        contribution.minimum = minimum_contribution(
            rows, item.rows, {style.height, style.min_height, style.overflow_y},
            {height, std::max(lowest, around) + margins});
        contribution.min_content = height;
        contribution.max_content = height;
        contributions.push_back(contribution);
    }
    return contributions;
}

void fit_item_to_area(const Box& container, GridItem& item, const Size& area,
                      LayoutContext& context) {
    const Box& box = *item.box;
    const Size laid_out = item.layout.measures().size;
    ForcedSize forced{laid_out.width, std::nullopt};
    const Edges around = used_padding(box, area.width) + used_border(box);
    if (stretches_vertically(container, box)) {
        const SizeBounds bounds = height_bounds(box.style->box(), {area.height, around.vertical()});
        forced.height =
            std::max(around.vertical(), bounds.clamp(area.height - item.margins.vertical()));
        if (const auto width = width_by_area_height(box, *forced.height, area.width, context)) {
            forced.width = width;
        }
    }
    const bool is_percentage = gives_percentage_height(box);
    const bool is_taller = forced.height && *forced.height != laid_out.height;
    // A height that is stretched to is definite, be it that of the content (§6.2).
    const bool becomes_definite = forced.height && has_percentage_offset(box);
    if (is_percentage || becomes_definite || forced.width != laid_out.width ||
        (is_taller && depends_on_height(box))) {
        if (box.kind == boxes::BoxKind::kReplaced && !stretches_horizontally(container, box)) {
            forced.width.reset();
        }
        item.layout.lay_out({{area.width, area.height}, forced}, context);
    } else if (is_taller) {
        item.layout.stretch_to(*forced.height);
    }
}

Point position_in_area(const Box& container, const GridItem& item, const Rect& area) {
    const style::BoxStyle& style = item.box->style->box();
    const style::BoxStyle& around = container.style->box();
    const Size size = item.layout.measures().size;
    const bool is_rtl = container.style->text().direction == style::Direction::kRightToLeft;
    const bool item_is_rtl = item.box->style->text().direction == style::Direction::kRightToLeft;
    const Px x =
        offset_in_area({.free_space = area.width - size.width - item.margins.horizontal(),
                        .align = in_axis(used_alignment(style.justify_self, around.justify_items),
                                         {true, is_rtl, item_is_rtl}),
                        .margin_start = style.margin.left,
                        .margin_end = style.margin.right,
                        .is_reversed = is_rtl});
    const Px y = offset_in_area(
        {.free_space = area.height - size.height - item.margins.vertical(),
         .align = in_axis(used_alignment(style.align_self, around.align_items), {false}),
         .margin_start = style.margin.top,
         .margin_end = style.margin.bottom});
    return {area.x + item.margins.left + x,
            area.y + item.margins.top + item.baseline_shim - item.last_baseline_shim + y};
}

}  // namespace ghreveal::layout
