#include <algorithm>

#include "layout/flex/flex.h"
#include "layout/layout_cache.h"
#include "layout/replaced.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using style::Align;

// CSS Box Alignment 3 §6.1: `auto` takes the container's, `normal` stretches.
Align used_alignment(const style::BoxStyle& item, const style::BoxStyle& container) {
    const Align align = item.align_self == Align::kAuto ? container.align_items : item.align_self;
    return align == Align::kNormal || align == Align::kAuto ? Align::kStretch : align;
}

FlexMargins flex_margins(Px start, Px end, const css::SizeValue& start_value,
                         const css::SizeValue& end_value) {
    return {start, end, start_value.is_auto(), end_value.is_auto()};
}

FlexMargins reversed_if(bool reversed, const FlexMargins& m) {
    return reversed ? FlexMargins{m.end, m.start, m.end_is_auto, m.start_is_auto} : m;
}

void set_margins(const FlexContainer& container, FlexItem& item) {
    const auto& values = item.box->style->box().margin;
    const Edges used = used_margins(*item.box, container.content_width);
    const FlexMargins horizontal = flex_margins(used.left, used.right, values.left, values.right);
    const FlexMargins vertical = flex_margins(used.top, used.bottom, values.top, values.bottom);
    const FlexAxes& axes = container.axes;
    item.main_margins = reversed_if(axes.main_is_reversed, axes.is_row ? horizontal : vertical);
    item.cross_margins = reversed_if(axes.cross_is_reversed, axes.is_row ? vertical : horizontal);
}

// The item's sizes as its style gives them, where they are definite.
struct StyledSizes {
    std::optional<Px> width;
    std::optional<Px> height;
    SizeBounds width_bounds;
    SizeBounds height_bounds;
    SizeBasis horizontal;
    SizeBasis vertical;
};

StyledSizes styled_sizes(const FlexContainer& container, const Box& box, LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    const Edges around = used_padding(box, container.content_width) + used_border(box);
    StyledSizes sizes;
    sizes.horizontal = {container.content_width, around.horizontal()};
    sizes.vertical = {container.content_height, around.vertical()};
    sizes.width = definite_border_box_size(style.width, style.box_sizing, sizes.horizontal);
    if (!style.width.length && !style.width.is_auto()) {
        const Px margins = used_margins(box, container.content_width).horizontal();
        sizes.width =
            keyword_width(box, style.width.keyword,
                          {container.content_width - margins, container.content_width}, context);
    }
    sizes.height = definite_border_box_size(style.height, style.box_sizing, sizes.vertical);
    sizes.width_bounds = used_width_bounds(box, sizes.horizontal, container.content_width, context);
    sizes.height_bounds = height_bounds(style, sizes.vertical);
    return sizes;
}

// §9.2 step 3 for a column: content sizes need the item's width first.
Px width_in_column(const FlexContainer& container, const FlexItem& item, const StyledSizes& sizes,
                   LayoutContext& context) {
    if (sizes.width) {
        return sizes.width_bounds.clamp(*sizes.width);
    }
    const Px available = container.content_width - item.cross_margins.sum();
    if (item.stretches() && !container.axes.wraps) {
        return sizes.width_bounds.clamp(available);
    }
    if (item.ratio && sizes.height) {
        return sizes.width_bounds.clamp(
            item.ratio->width(sizes.height_bounds.clamp(*sizes.height)));
    }
    if (has_ratio_only(*item.box)) {
        return sizes.width_bounds.clamp(available);
    }
    return sizes.width_bounds.clamp(
        shrink_to_fit_width(*item.box, {available, container.content_width}, context));
}

// The content's size along the main axis: what `auto` and `content` bases start from, and below
// which no item shrinks by itself (§4.5).
struct MainContentSizes {
    Px base = 0;
    Px min = 0;
};

// §9.8: the item's cross size where it is known before its main size.
std::optional<Px> definite_cross_size(const FlexContainer& container, const FlexItem& item,
                                      const StyledSizes& sizes) {
    const std::optional<Px> given = container.axes.is_row ? sizes.height : sizes.width;
    if (given) {
        return item.cross_bounds.clamp(*given);
    }
    const std::optional<Px> line = container.definite_cross();
    if (!line || container.axes.wraps || !item.stretches()) {
        return std::nullopt;
    }
    return item.cross_bounds.clamp(std::max(0.0, *line - item.cross_margins.sum()));
}

// §9.2 step 3B and §4.5: what has a ratio goes by its cross size where that is definite, and heeds
// the bounds of its cross size.
MainContentSizes widths_by_ratio(const FlexContainer& container, const FlexItem& item,
                                 const StyledSizes& sizes, MainContentSizes content) {
    const PreferredRatio& ratio = *item.ratio;
    const SizeBounds transferred = ratio.widths(item.cross_bounds);
    content = {transferred.clamp(content.base), transferred.clamp(content.min)};
    if (const auto cross = definite_cross_size(container, item, sizes)) {
        content.base = ratio.width(*cross);
        if (item.box->kind == boxes::BoxKind::kReplaced) {
            content.min = std::min(content.min, content.base);
        }
    }
    return content;
}

// What a row has for one item alone.
Px room_of(const FlexContainer& container, const FlexItem& item) {
    return container.content_width - item.main_margins.sum();
}

MainContentSizes main_content_sizes(const FlexContainer& container, FlexItem& item,
                                    const StyledSizes& sizes, LayoutContext& context) {
    const WithoutColumnPercentages without_column_percentages(*context.cache);
    if (container.axes.is_row) {
        IntrinsicSizes of_content =
            intrinsic_sizes_within(*item.box, container.content_width, context);
        if (item.box->kind == boxes::BoxKind::kTableWrapper) {
            of_content.min_content = table_min_content(*item.box, context);
        }
        const boxes::Replaced& replaced = item.box->replaced;
        // A percentage lets a replaced box shrink to nothing in what is as wide as its content
        // (CSS Sizing 3 §5.2.2), but not as a flex item: there only drawings do, in Chromium.
        const bool fills_room = has_ratio_only(*item.box);
        const bool keeps_width =
            item.box->kind == boxes::BoxKind::kReplaced && !replaced.is_inline_svg && !fills_room;
        if (fills_room) {
            of_content.max_content = std::max(of_content.max_content, room_of(container, item));
        }
        const MainContentSizes content{
            of_content.max_content, keeps_width ? of_content.max_content : of_content.min_content};
        return item.ratio ? widths_by_ratio(container, item, sizes, content) : content;
    }
    item.cross_size = width_in_column(container, item, sizes, context);
    item.layout.lay_out({container.containing_block(), {item.cross_size, std::nullopt}}, context);
    const BoxMeasures& measures = item.layout.measures();
    const bool is_replaced = item.box->kind == boxes::BoxKind::kReplaced;
    // Bounds are no part of the base size (§9.2 step 3), though the layout heeds them.
    const SizeBounds& bounds = sizes.height_bounds;
    const Px height = measures.size.height;
    const bool is_bounded = !is_replaced && ((bounds.min > 0 && height <= bounds.min) ||
                                             (bounds.max && height >= *bounds.max));
    // With a given height only a basis that goes by the content asks for this one.
    const bool leaves_height_aside = sizes.height && !is_replaced;
    const Px base = is_bounded || leaves_height_aside ? measures.content_bottom : height;
    if (sizes.height && item.box->kind == boxes::BoxKind::kFlex) {
        // Its own items would fill the height that counts for nothing here.
        const Px content = flex_content_height(*item.box, item.cross_size, context);
        return {content, content};
    }
    const bool is_by_content = is_replaced || (!sizes.height && !item.ratio);
    return {base, is_by_content ? base : measures.content_bottom};
}

// §4.5: an item that does not clip shrinks no further than its content or its given size.
Px automatic_minimum(const FlexContainer& container, const Box& box, const std::optional<Px>& given,
                     Px content) {
    const style::BoxStyle& style = box.style->box();
    const style::Overflow overflow = container.axes.is_row ? style.overflow_x : style.overflow_y;
    if (scrolls(overflow)) {
        return 0;
    }
    return given ? std::min(*given, content) : content;
}

void set_main_sizes(const FlexContainer& container, FlexItem& item, const StyledSizes& sizes,
                    LayoutContext& context) {
    const style::BoxStyle& style = item.box->style->box();
    const bool is_row = container.axes.is_row;
    const SizeBasis& basis = is_row ? sizes.horizontal : sizes.vertical;
    const std::optional<Px> given = is_row ? sizes.width : sizes.height;
    const css::SizeValue& min_value = is_row ? style.min_width : style.min_height;
    const MainContentSizes content = main_content_sizes(container, item, sizes, context);
    item.main_padding_and_border = basis.padding_and_border;
    item.main_bounds = is_row ? sizes.width_bounds : sizes.height_bounds;
    if (min_value.is_auto()) {
        const Px least = automatic_minimum(container, *item.box, given, content.min);
        item.main_bounds.min =
            item.main_bounds.max ? std::min(least, *item.main_bounds.max) : least;
    }
    item.main_bounds.min = std::max(item.main_bounds.min, basis.padding_and_border);
    std::optional<Px> base = definite_border_box_size(style.flex_basis, style.box_sizing, basis);
    if (!base && style.flex_basis.is_auto()) {
        base = given;
    }
    const bool fills = !base && style.flex_basis.keyword == css::SizeKeyword::kStretch;
    if (const auto available = fills ? container.definite_main() : std::nullopt) {
        base = std::max(basis.padding_and_border, *available - item.main_margins.sum());
    }
    const bool asks_for_min = style.flex_basis.keyword == css::SizeKeyword::kMinContent;
    item.flex_base_size = base.value_or(asks_for_min ? content.min : content.base);
    item.hypothetical_main_size = item.main_bounds.clamp(item.flex_base_size);
}

FlexItem flex_item(const FlexContainer& container, const Box& box, LayoutContext& context) {
    FlexItem item(box);
    item.align =
        container.in_cross_axis(used_alignment(box.style->box(), container.box->style->box()), box);
    set_margins(container, item);
    const WithPercentageHeights of_container(*context.cache, container.content_height);
    const StyledSizes sizes = styled_sizes(container, box, context);
    const bool is_row = container.axes.is_row;
    item.has_automatic_cross_size = is_row ? !sizes.height : !sizes.width;
    item.ratio =
        preferred_ratio(box, used_padding(box, container.content_width) + used_border(box));
    item.cross_bounds = is_row ? sizes.height_bounds : sizes.width_bounds;
    const WithPercentageHeights heights(
        *context.cache, container.content_height, box,
        is_row ? definite_cross_size(container, item, sizes) : std::nullopt);
    set_main_sizes(container, item, sizes, context);
    return item;
}

}  // namespace

std::vector<FlexItem> flex_items(const FlexContainer& container, LayoutContext& context) {
    std::vector<const Box*> in_order;
    for (const Box& child : container.box->children) {
        if (!child.is_absolutely_positioned()) {
            in_order.push_back(&child);
        }
    }
    std::stable_sort(in_order.begin(), in_order.end(), [](const Box* a, const Box* b) {
        return a->style->box().order < b->style->box().order;
    });
    std::vector<FlexItem> items;
    items.reserve(in_order.size());
    for (const Box* box : in_order) {
        items.push_back(flex_item(container, *box, context));
    }
    return items;
}

}  // namespace ghreveal::layout
