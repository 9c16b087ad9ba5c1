#include "layout/positioned.h"

#include "layout/block/block.h"
#include "layout/inline/bidi.h"
#include "layout/layout_cache.h"
#include "layout/sizing/alignment.h"
#include "layout/sizing/aspect_ratio.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "layout/sizing/layout_unit.h"
#include "layout/transform.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;

std::optional<Px> used_offset(const css::SizeValue& value, std::optional<Px> basis) {
    if (!value.length || (value.length->has_percentage() && !basis)) {
        return std::nullopt;
    }
    return truncated_to_unit(value.length->resolve(basis.value_or(0)));
}

// One axis of an absolutely positioned box's containing block and style.
struct Axis {
    std::optional<Px> start;  // `left` or `top`
    std::optional<Px> end;
    Px margin_start = 0;
    Px margin_end = 0;
    bool margin_start_is_auto = false;
    bool margin_end_is_auto = false;
    Px containing_size = 0;
    Px static_position = 0;
    bool ends_at_static_position = false;
    bool end_wins = false;  // of two offsets, when there is no room to satisfy both
    bool is_block_axis = false;
    style::Align align = style::Align::kNormal;
    // A grid's child stands in this much room, by its alignment, where its offsets are automatic.
    std::optional<Px> static_size;
    style::Align static_align = style::Align::kNormal;
    bool starts_at_end = false;  // right to left

    Px room() const {
        Px from_start = start.value_or(0);
        Px from_end = end.value_or(0);
        if (!start && !end) {
            (ends_at_static_position ? from_end : from_start) =
                ends_at_static_position ? containing_size - static_position : static_position;
            from_end = static_size ? containing_size - static_position - *static_size : from_end;
        }
        return std::max(0.0, containing_size - from_start - from_end - margin_start - margin_end);
    }
    // Whether an automatic size fills the room between the offsets (CSS Position 3 §4).
    bool fills() const {
        using style::Align;
        return start && end &&
               (align == Align::kNormal || align == Align::kStretch || align == Align::kAuto);
    }
    // Of free space, what comes before the box.
    Px before(Px free, style::Align by) const {
        using style::Align;
        switch (in_room(by, free)) {
            case Align::kCenter:
                return free / 2;
            case Align::kEnd:
            case Align::kLastBaseline:
            case Align::kFlexEnd:
                return starts_at_end ? 0 : free;
            default:
                return starts_at_end ? free : 0;
        }
    }
};

// CSS 2.1 §10.3.7 and §10.6.4: where the border box begins, once its size is known. Two automatic
// margins are equal; only in the inline axis neither is negative.
Px position_in(const Axis& axis, Px size) {
    if (axis.start && axis.end && (axis.margin_start_is_auto || axis.margin_end_is_auto)) {
        const Px free = axis.containing_size - *axis.start - *axis.end - size - axis.margin_start -
                        axis.margin_end;
        if (axis.margin_start_is_auto && axis.margin_end_is_auto) {
            const Px over = axis.end_wins ? free : 0;
            return *axis.start +
                   (free > 0 || axis.is_block_axis ? truncated_to_unit(free / 2) : over);
        }
        return *axis.start + axis.margin_start + (axis.margin_start_is_auto ? free : 0);
    }
    if (axis.start && axis.end && !axis.fills()) {
        const Px free = axis.containing_size - *axis.start - *axis.end - size - axis.margin_start -
                        axis.margin_end;
        return *axis.start + axis.margin_start + axis.before(free, axis.align);
    }
    if (axis.start && !(axis.end && axis.end_wins)) {
        return *axis.start + axis.margin_start;
    }
    if (axis.end) {
        return axis.containing_size - *axis.end - axis.margin_end - size;
    }
    if (axis.static_size) {
        const Px free = *axis.static_size - size - axis.margin_start - axis.margin_end;
        return axis.static_position + axis.margin_start + axis.before(free, axis.static_align);
    }
    if (axis.ends_at_static_position) {
        return axis.static_position - axis.margin_end - size;
    }
    return axis.static_position + axis.margin_start;
}

// An absolutely positioned box's containing block: its padding box, and the direction that decides
// between `left` and `right`.
struct Containing {
    Rect box;
    bool is_right_to_left = false;
};

// Both axes of a box that is being placed.
struct Axes {
    Axis horizontal, vertical;
};

Axes axes_of(const Box& box, const Containing& container, const StaticPosition& static_position,
             const PositionedArea* area) {
    const Rect& containing = container.box;
    const style::BoxStyle& style = box.style->box();
    const Edges margins = used_margins(box, containing.width);
    Axes axes;
    Axis& horizontal = axes.horizontal;
    horizontal.start = used_offset(style.offset.left, containing.width);
    horizontal.end = used_offset(style.offset.right, containing.width);
    horizontal.margin_start = margins.left;
    horizontal.margin_end = margins.right;
    horizontal.margin_start_is_auto = style.margin.left.is_auto();
    horizontal.margin_end_is_auto = style.margin.right.is_auto();
    horizontal.containing_size = containing.width;
    horizontal.static_position = static_position.point.x - containing.x;
    horizontal.ends_at_static_position = static_position.is_end;
    horizontal.end_wins = container.is_right_to_left;
    horizontal.align = in_axis(style.justify_self, {true, container.is_right_to_left,
                                                    is_right_to_left(box.style->text())});
    horizontal.starts_at_end = container.is_right_to_left;
    Axis& vertical = axes.vertical;
    vertical.is_block_axis = true;
    vertical.start = used_offset(style.offset.top, containing.height);
    vertical.end = used_offset(style.offset.bottom, containing.height);
    vertical.margin_start = margins.top;
    vertical.margin_end = margins.bottom;
    vertical.margin_start_is_auto = style.margin.top.is_auto();
    vertical.margin_end_is_auto = style.margin.bottom.is_auto();
    vertical.containing_size = containing.height;
    vertical.static_position = static_position.point.y - containing.y;
    vertical.align = in_axis(style.align_self, {false});
    if (area != nullptr) {
        axes.horizontal.align = area->justify;
        axes.vertical.align = area->align;
        axes.horizontal.static_position = area->static_box.x - containing.x;
        axes.vertical.static_position = area->static_box.y - containing.y;
        axes.horizontal.static_size = area->static_box.width;
        axes.vertical.static_size = area->static_box.height;
        axes.horizontal.static_align = area->static_justify;
        axes.vertical.static_align = area->static_align;
        axes.horizontal.starts_at_end = area->is_right_to_left;
    }
    return axes;
}

// CSS 2.1 §10.3.7, §10.6.4, and CSS Sizing 4 §4.2: a box with a ratio goes by the size that is
// known, by its width if both are.
ForcedSize forced_size(const Box& box, const Rect& containing, const Axes& axes,
                       LayoutContext& context) {
    const auto& [horizontal, vertical] = axes;
    const style::BoxStyle& style = box.style->box();
    const boxes::BoxKind kind =
        box.kind == boxes::BoxKind::kOrthogonal ? box.children.front().kind : box.kind;
    const bool stretches = kind == boxes::BoxKind::kBlock || kind == boxes::BoxKind::kFlex ||
                           kind == boxes::BoxKind::kGrid;
    if (kind == boxes::BoxKind::kTableWrapper && style.width.is_auto()) {
        return {shrink_to_fit_width(box, {horizontal.room(), containing.width}, context),
                std::nullopt};
    }
    if (!stretches) {
        return {};
    }
    const Edges around = used_padding(box, containing.width) + used_border(box);
    const SizeBasis vertical_basis{containing.height, around.vertical()};
    const SizeBounds heights = height_bounds(style, vertical_basis);
    const auto ratio = preferred_ratio(box, around);
    auto height = definite_border_box_size(style.height, style.box_sizing, vertical_basis);
    if (style.height.is_auto() && vertical.fills()) {
        height = std::max(vertical.room(), around.vertical());
    }
    ForcedSize forced;
    const auto stretch = css::SizeKeyword::kStretch;
    if (!style.height.length && style.height.keyword == stretch) {
        forced.height = heights.clamp(std::max(vertical.room(), around.vertical()));
    }
    if (!style.width.length && style.width.keyword == stretch) {
        const SizeBounds widths = used_width_bounds(box, {containing.width, around.horizontal()},
                                                    horizontal.room(), context);
        forced.width = widths.clamp(std::max(horizontal.room(), around.horizontal()));
    }
    const bool goes_by_height = ratio && height && style.width.is_auto() && !horizontal.fills();
    if (goes_by_height || (!ratio && style.height.is_auto())) {
        forced.height = height ? std::optional(heights.clamp(*height)) : std::nullopt;
    }
    const auto by_bounds = [&](Px width) {
        return ratio ? ratio->widths(heights).clamp(width) : width;
    };
    if (style.width.is_auto()) {
        const WithPercentageHeights of_box(*context.cache, containing.height, box, forced.height);
        const Px width =
            goes_by_height
                ? std::max(ratio->width(*forced.height), automatic_minimum_width(box, context))
            : horizontal.fills() ? horizontal.room()
                                 : by_bounds(shrink_to_fit_width(
                                       box, {horizontal.room(), containing.width}, context));
        const SizeBounds bounds = used_width_bounds(box, {containing.width, around.horizontal()},
                                                    horizontal.room(), context);
        forced.width = bounds.clamp(std::max(width, around.horizontal()));
    }
    return forced;
}

// The fragment's border box and `static_position` are in the same coordinates as `container`.
Fragment lay_out_positioned(const Box& box, const Containing& container,
                            const StaticPosition& static_position, LayoutContext& context) {
    const Rect& containing = container.box;
    const auto area = context.cache->positioned_areas.find(&box);
    const bool is_in_grid = area != context.cache->positioned_areas.end();
    const Axes axes =
        axes_of(box, container, static_position, is_in_grid ? &area->second : nullptr);
    Fragment fragment = lay_out_independent(box, {containing.width, containing.height},
                                            forced_size(box, containing, axes, context), context)
                            .fragment;
    move_to(fragment, {containing.x + position_in(axes.horizontal, fragment.border_box.width),
                       containing.y + position_in(axes.vertical, fragment.border_box.height)});
    return fragment;
}

// CSS Transforms 1 §3, CSS Containment 2 §3.3, Filter Effects 1 §5: whether fixed boxes too are
// placed in the box.
bool holds_fixed(const Fragment& fragment, const style::SlideStyles& styles) {
    if (fragment.source.is_anonymous || fragment.source.node == nullptr) {
        return false;
    }
    const style::BoxStyle& style = styles.of(fragment.source).box();
    const style::PaintStyle& paint = styles.of(fragment.source).paint();
    return style.contains_layout || style.contains_paint || !paint.filter.empty() ||
           !paint.backdrop_filter.empty() || is_transformed(fragment, styles);
}

bool contains_positioned(const Fragment& fragment, const style::SlideStyles& styles) {
    if (fragment.source.is_anonymous || fragment.source.node == nullptr ||
        fragment.kind == FragmentKind::kText || fragment.kind == FragmentKind::kLine) {
        return false;
    }
    const style::ComputedStyle& style = styles.of(fragment.source);
    return style.box().position != style::Position::kStatic || holds_fixed(fragment, styles);
}

// Padding boxes in the coordinates of the fragment whose children are visited.
struct ContainingBoxes {
    Containing of_absolute;
    Containing of_fixed;
    ContainingBoxes seen_from(Point origin) const {
        const Point by{-origin.x, -origin.y};
        return {{of_absolute.box.translated(by), of_absolute.is_right_to_left},
                {of_fixed.box.translated(by), of_fixed.is_right_to_left}};
    }
};

void place_below(Fragment& fragment, const ContainingBoxes& around,
                 const style::SlideStyles& styles, LayoutContext& context) {
    ContainingBoxes inside = around.seen_from(fragment.border_box.origin());
    const bool is_containing_block = contains_positioned(fragment, styles);
    if (is_containing_block) {
        const Containing padding_box{
            fragment.padding_box().translated({-fragment.border_box.x, -fragment.border_box.y}),
            is_right_to_left(styles.of(fragment.source).text())};
        inside.of_absolute = padding_box;
        if (holds_fixed(fragment, styles)) {
            inside.of_fixed = padding_box;
        }
    }
    for (Fragment& child : fragment.children) {
        if (const Box* box = child.positioned_box) {
            const bool fixed = box->style->box().position == style::Position::kFixed;
            Containing container = fixed ? inside.of_fixed : inside.of_absolute;
            const auto area = context.cache->positioned_areas.find(box);
            if (area != context.cache->positioned_areas.end() && is_containing_block &&
                area->second.containing_block && (!fixed || holds_fixed(fragment, styles))) {
                // CSS Grid Layout 1 §9.
                container.box = *area->second.containing_block;
                area->second.static_box = container.box;
            }
            child = lay_out_positioned(*box, container,
                                       {child.border_box.origin(), child.ends_at_static_position},
                                       context);
        }
        place_below(child, inside, styles, context);
    }
}

}  // namespace

Point relative_offset(const Box& box, const ContainingBlock& containing_block) {
    const style::BoxStyle& style = box.style->box();
    if (style.position != style::Position::kRelative) {
        return {};
    }
    const auto left = used_offset(style.offset.left, containing_block.width);
    const auto right = used_offset(style.offset.right, containing_block.width);
    const auto top = used_offset(style.offset.top, containing_block.height);
    const auto bottom = used_offset(style.offset.bottom, containing_block.height);
    // CSS 2.1 §9.4.3: the start side wins.
    const bool right_wins = right && (!left || containing_block.is_right_to_left);
    return {right_wins ? -*right : left.value_or(0), top ? *top : -bottom.value_or(0)};
}

Fragment positioned_fragment(const Box& box, const StaticPosition& position,
                             LayoutContext& context) {
    Fragment fragment;
    fragment.source = box.source;
    fragment.positioned_box = &box;
    fragment.border_box = {position.point.x, position.point.y, 0, 0};
    fragment.ends_at_static_position = position.is_end;
    context.cache->has_positioned = true;
    return fragment;
}

Fragment lay_out_absolute(const Box& box, const Rect& containing,
                          const StaticPosition& static_position, LayoutContext& context) {
    return lay_out_positioned(box, {containing}, static_position, context);
}

void place_positioned(Fragment& root, const style::SlideStyles& styles, const Rect& slide_area,
                      LayoutContext& context) {
    place_below(root, {{slide_area}, {slide_area}}, styles, context);
}

}  // namespace ghreveal::layout
