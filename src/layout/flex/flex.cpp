#include "layout/flex/flex.h"

#include <algorithm>

#include "layout/layout_cache.h"
#include "layout/positioned.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using style::FlexDirection;
using style::FlexWrap;

// §5.1, §5.2: which way main and cross axis run.
FlexAxes axes_of(const style::ComputedStyle& style) {
    const FlexDirection direction = style.box().flex_direction;
    const bool is_rtl = style.text().direction == style::Direction::kRightToLeft;
    FlexAxes axes;
    axes.is_row = direction == FlexDirection::kRow || direction == FlexDirection::kRowReverse;
    const bool reverses =
        direction == FlexDirection::kRowReverse || direction == FlexDirection::kColumnReverse;
    const bool reverses_lines = style.box().flex_wrap == FlexWrap::kWrapReverse;
    axes.main_is_reversed = axes.is_row ? reverses != is_rtl : reverses;
    axes.cross_is_reversed = axes.is_row ? reverses_lines : reverses_lines != is_rtl;
    axes.wraps = style.box().flex_wrap != FlexWrap::kNoWrap;
    axes.start_is_flex_end = reverses;
    axes.cross_start_is_flex_end = reverses_lines;
    return axes;
}

// Of the border box: forced, else the style's, else all there is.
Px used_width(const Box& box, const ContainingBlock& containing_block, const SizeBasis& basis,
              std::optional<Px> forced) {
    if (forced) {
        return *forced;
    }
    const style::BoxStyle& style = box.style->box();
    const Px fill = containing_block.width - used_margins(box, containing_block.width).horizontal();
    const std::optional<Px> given = definite_border_box_size(style.width, style.box_sizing, basis);
    return width_bounds(style, basis).clamp(given.value_or(fill));
}

std::optional<Px> minus(std::optional<Px> size, Px taken) {
    return size ? std::optional<Px>(std::max(0.0, *size - taken)) : std::nullopt;
}

FlexContainer flex_container(const Box& box, const ContainingBlock& containing_block,
                             const ForcedSize& forced) {
    const style::BoxStyle& style = box.style->box();
    FlexContainer container;
    container.box = &box;
    container.axes = axes_of(*box.style);
    container.padding = used_padding(box, containing_block.width);
    container.border = forced.border.value_or(used_border(box));
    const Edges around = container.padding + container.border;
    const SizeBasis horizontal{containing_block.width, around.horizontal()};
    const SizeBasis vertical{containing_block.height, around.vertical()};
    container.content_width = std::max(
        0.0, used_width(box, containing_block, horizontal, forced.width) - around.horizontal());
    const SizeBounds heights = used_height_bounds(box, containing_block, around.vertical());
    container.content_height_bounds = {std::max(0.0, heights.min - around.vertical()),
                                       minus(heights.max, around.vertical())};
    std::optional<Px> height = forced.height;
    if (!height) {
        height = definite_border_box_size(style.height, style.box_sizing, vertical);
        height = height ? std::optional<Px>(heights.clamp(*height)) : height;
    }
    container.content_height = minus(height, around.vertical());
    const Px row_gap = style.row_gap.resolve(container.content_height.value_or(0));
    const Px column_gap = style.column_gap.resolve(container.content_width);
    container.main_gap = container.axes.is_row ? column_gap : row_gap;
    container.cross_gap = container.axes.is_row ? row_gap : column_gap;
    return container;
}

// §9.2 step 4 and §9.3: a column without a given height is as tall as its longest line.
Px inner_main_size(const FlexContainer& container, const std::vector<FlexLine>& lines) {
    if (const std::optional<Px> definite = container.definite_main()) {
        return *definite;
    }
    Px longest = 0;
    for (const FlexLine& line : lines) {
        longest = std::max(longest, hypothetical_main_size(container, line));
    }
    return container.content_height_bounds.clamp(longest);
}

// §9.6 step 15.
Px inner_cross_size(const FlexContainer& container, const std::vector<FlexLine>& lines) {
    if (const std::optional<Px> definite = container.definite_cross()) {
        return *definite;
    }
    return container.content_height_bounds.clamp(total_cross_size(container, lines));
}

// Position from the physical top or left of the content box.
Px physical(bool is_reversed, Px inner_size, Px position, Px size) {
    return is_reversed ? inner_size - position - size : position;
}

Point item_origin(const FlexContainer& container, const FlexItem& item, const Size& inner) {
    const FlexAxes& axes = container.axes;
    const Px main =
        physical(axes.main_is_reversed, axes.main(inner), item.main_position, item.main_size);
    const Px cross =
        physical(axes.cross_is_reversed, axes.cross(inner), item.cross_position, item.cross_size);
    const Px left = container.border.left + container.padding.left;
    const Px top = container.border.top + container.padding.top;
    return axes.is_row ? Point{left + main, top + cross} : Point{left + cross, top + main};
}

Px item_baseline(const FlexItem& item, const Point& origin) {
    const BoxMeasures& measures = item.layout.measures();
    return origin.y + measures.first_baseline.value_or(measures.size.height);
}

Px last_item_baseline(const FlexItem& item, const Point& origin) {
    const BoxMeasures& measures = item.layout.measures();
    return origin.y + measures.last_baseline.value_or(measures.size.height);
}

bool is_reversed(const FlexContainer& container) {
    const style::FlexDirection direction = container.box->style->box().flex_direction;
    return direction == style::FlexDirection::kRowReverse ||
           direction == style::FlexDirection::kColumnReverse;
}

// §8.5: of the line's item that is aligned to such a baseline, or to the other one, else of the one
// that stands first or last in it.
const FlexItem& baseline_item(const FlexContainer& container, const FlexLine& line,
                              style::Align which) {
    const auto aligned_to = [&line](style::Align baseline) {
        return std::find_if(line.items.begin(), line.items.end(),
                            [&](const FlexItem& item) { return item.align == baseline; });
    };
    const bool asks_for_first = which == style::Align::kBaseline;
    const auto other = asks_for_first ? style::Align::kLastBaseline : style::Align::kBaseline;
    for (const style::Align baseline : {which, other}) {
        const auto aligned = aligned_to(baseline);
        if (container.axes.is_row && aligned != line.items.end()) {
            return *aligned;
        }
    }
    return asks_for_first != is_reversed(container) ? line.items.front() : line.items.back();
}

BoxLayout container_layout(const FlexContainer& container, std::vector<FlexLine>& lines,
                           const Size& inner, LayoutContext& context) {
    const Edges around = container.padding + container.border;
    BoxLayout result;
    Fragment& fragment = result.fragment;
    fragment.source = container.box->source;
    fragment.border = container.border;
    fragment.padding = container.padding;
    fragment.border_box = {0, 0, inner.width + around.horizontal(),
                           inner.height + around.vertical()};
    if (!lines.empty()) {
        // As browsers have it, lines count from the top also where they are stacked from below.
        const bool stacks_upwards =
            container.box->style->box().flex_wrap == style::FlexWrap::kWrapReverse;
        const FlexLine& top = stacks_upwards ? lines.back() : lines.front();
        const FlexLine& bottom = stacks_upwards ? lines.front() : lines.back();
        const FlexItem& first = baseline_item(container, top, style::Align::kBaseline);
        result.first_baseline = item_baseline(first, item_origin(container, first, inner));
        const FlexItem& last = baseline_item(container, bottom, style::Align::kLastBaseline);
        result.last_baseline = last_item_baseline(last, item_origin(container, last, inner));
    }
    for (FlexLine& line : lines) {
        for (FlexItem& item : line.items) {
            const Point origin = item_origin(container, item, inner);
            const Point moved = relative_offset(*item.box, container.containing_block());
            fragment.children.push_back(item.layout.finish(context).fragment);
            move_to(fragment.children.back(), {origin.x + moved.x, origin.y + moved.y});
        }
    }
    return result;
}

void add_positioned_children(const FlexContainer& container, const Size& inner, Fragment& fragment,
                             LayoutContext& context) {
    for (const Box& child : container.box->children) {
        if (child.is_absolutely_positioned()) {
            add_positioned_child(container, child, inner, fragment, context);
        }
    }
}

BoxLayout lay_out_items(const FlexContainer& container, LayoutContext& context) {
    std::vector<FlexItem> items = flex_items(container, context);
    std::vector<FlexLine> lines = flex_lines(container, items);
    const Px main_size = inner_main_size(container, lines);
    for (const FlexLine& line : lines) {
        resolve_flexible_lengths(container, line, main_size);
    }
    determine_cross_sizes(container, lines, context);
    const Px cross_size = inner_cross_size(container, lines);
    align_lines(container, lines, cross_size);
    stretch_items(container, lines, context);
    align_main_axis(container, lines, main_size);
    align_items_in_lines(container, lines);
    const Size inner =
        container.axes.is_row ? Size{main_size, cross_size} : Size{cross_size, main_size};
    BoxLayout result = container_layout(container, lines, inner, context);
    add_positioned_children(container, inner, result.fragment, context);
    return result;
}

}  // namespace

BoxLayout lay_out_flex(const Box& box, const ContainingBlock& containing_block,
                       const ForcedSize& forced, LayoutContext& context) {
    return lay_out_items(flex_container(box, containing_block, forced), context);
}

Px flex_content_height(const Box& box, Px width, LayoutContext& context) {
    FlexContainer container = flex_container(box, {width, std::nullopt}, {width, std::nullopt});
    container.content_height.reset();
    container.content_height_bounds = {};
    return lay_out_items(container, context).fragment.border_box.height;
}

namespace {

// The height that a single line of a known one gives an item without its own.
std::optional<Px> stretched_height(const Box& box, const FlexAxes& axes, const Box& item,
                                   std::optional<Px> line) {
    const style::BoxStyle& style = item.style->box();
    const style::Align align =
        style.align_self == style::Align::kAuto ? box.style->box().align_items : style.align_self;
    const bool stretches = align == style::Align::kStretch || align == style::Align::kNormal ||
                           align == style::Align::kAuto;
    if (!line || !axes.is_row || axes.wraps || !stretches || !style.height.is_auto() ||
        style.margin.top.is_auto() || style.margin.bottom.is_auto()) {
        return std::nullopt;
    }
    const Px around = (used_padding(item, 0) + used_border(item)).vertical();
    const Px room = std::max(0.0, *line - used_margins(item, 0).vertical());
    return height_bounds(style, {line, around}).clamp(std::max(around, room));
}

// In a column of a known height items go to further lines: all of these beside each other. Nothing
// where there can be one line only.
std::optional<Px> width_of_columns(const Box& box, LayoutContext& context) {
    constexpr Px kBoundless = FixedLimits::table_width;
    const FlexContainer container = flex_container(box, {kBoundless, std::nullopt}, {});
    const bool has_end = container.content_height || container.content_height_bounds.max;
    if (container.axes.is_row || !container.axes.wraps || !has_end) {
        return std::nullopt;
    }
    std::vector<FlexItem> items = flex_items(container, context);
    Px width = 0;
    for (const FlexLine& line : flex_lines(container, items)) {
        Px widest = 0;
        for (const FlexItem& item : line.items) {
            const Px own = intrinsic_sizes(*item.box, context).max_content;
            widest = std::max(widest, own + used_margins(*item.box, 0).horizontal());
        }
        width += widest + (width > 0 ? container.cross_gap : 0);
    }
    return width;
}

// §9.9.3: what an item adds to the width of a row: no more than its base where it does not grow, no
// less where it does not shrink, and never less than its automatic minimum.
IntrinsicSizes contribution_to_row(const Box& item, LayoutContext& context) {
    IntrinsicSizes sizes = intrinsic_sizes(item, context);
    const style::BoxStyle& style = item.style->box();
    const Px around = (used_padding(item, 0) + used_border(item)).horizontal();
    const SizeBasis basis{std::nullopt, around};
    const auto base = definite_border_box_size(style.flex_basis, style.box_sizing, basis);
    if (!base) {
        return sizes;
    }
    SizeBounds bounds = width_bounds(style, basis);
    if (style.min_width.is_auto() && !scrolls(style.overflow_x)) {
        const Px content = content_intrinsic_sizes(item, context).min_content;
        const auto given = definite_border_box_size(style.width, style.box_sizing, basis);
        const Px least = given ? std::min(*given, content) : content;
        bounds.min = bounds.max ? std::min(least, *bounds.max) : least;
    }
    for (Px* size : {&sizes.min_content, &sizes.max_content}) {
        const Px grown = style.flex_grow == 0 ? std::min(*size, *base) : *size;
        *size = bounds.clamp(style.flex_shrink == 0 ? std::max(grown, *base) : grown);
    }
    return sizes;
}

}  // namespace

// §9.9, by what browsers do: the sum of the items' contributions in a row, the widest in a column
// or where items may go to lines of their own.
IntrinsicSizes flex_intrinsic_sizes(const Box& box, LayoutContext& context) {
    const FlexAxes axes = axes_of(*box.style);
    const std::optional<Px> line = context.cache->percentage_height;
    IntrinsicSizes sizes;
    Px widest_min = 0;
    Px widest_max = 0;
    double items = 0;
    for (const Box& child : box.children) {
        if (child.is_absolutely_positioned()) {
            continue;
        }
        const Px margins = used_margins(child, 0).horizontal();
        const WithPercentageHeights heights(*context.cache, line, child,
                                            stretched_height(box, axes, child, line));
        const IntrinsicSizes item =
            axes.is_row ? contribution_to_row(child, context) : intrinsic_sizes(child, context);
        sizes.min_content += item.min_content + margins;
        sizes.max_content += item.max_content + margins;
        widest_min = std::max(widest_min, item.min_content + margins);
        widest_max = std::max(widest_max, item.max_content + margins);
        ++items;
    }
    const Px gaps = box.style->box().column_gap.px * std::max(0.0, items - 1);
    const bool min_is_one_line = axes.is_row && !axes.wraps;
    widest_max = std::max(widest_max, width_of_columns(box, context).value_or(0));
    const Px around = (used_padding(box, 0) + used_border(box)).horizontal();
    return {around + (min_is_one_line ? sizes.min_content + gaps : widest_min),
            around + (axes.is_row ? sizes.max_content + gaps : widest_max)};
}

}  // namespace ghreveal::layout
