#include "layout/positioned.h"

#include "layout/inline/bidi.h"
#include "layout/layout_cache.h"
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

    Px room() const {
        Px from_start = start.value_or(0);
        Px from_end = end.value_or(0);
        if (!start && !end) {
            (ends_at_static_position ? from_end : from_start) =
                ends_at_static_position ? containing_size - static_position : static_position;
        }
        return std::max(0.0, containing_size - from_start - from_end - margin_start - margin_end);
    }
};

// CSS 2.1 §10.3.7: where the border box begins, once its size is known.
Px position_in(const Axis& axis, Px size) {
    if (axis.start && axis.end && (axis.margin_start_is_auto || axis.margin_end_is_auto)) {
        const Px free = axis.containing_size - *axis.start - *axis.end - size - axis.margin_start -
                        axis.margin_end;
        if (axis.margin_start_is_auto && axis.margin_end_is_auto) {
            return *axis.start + (free > 0 ? truncated_to_unit(free / 2) : 0);
        }
        return *axis.start + axis.margin_start + (axis.margin_start_is_auto ? free : 0);
    }
    if (axis.start && !(axis.end && axis.end_wins)) {
        return *axis.start + axis.margin_start;
    }
    if (axis.end) {
        return axis.containing_size - *axis.end - axis.margin_end - size;
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

// The fragment's border box and `static_position` are in the same coordinates as `container`.
Fragment lay_out_positioned(const Box& box, const Containing& container,
                            const StaticPosition& static_position, LayoutContext& context) {
    const Rect& containing = container.box;
    const style::BoxStyle& style = box.style->box();
    const Edges margins = used_margins(box, containing.width);
    const Axis horizontal{used_offset(style.offset.left, containing.width),
                          used_offset(style.offset.right, containing.width),
                          margins.left,
                          margins.right,
                          style.margin.left.is_auto(),
                          style.margin.right.is_auto(),
                          containing.width,
                          static_position.point.x - containing.x,
                          static_position.is_end,
                          container.is_right_to_left};
    const Axis vertical{used_offset(style.offset.top, containing.height),
                        used_offset(style.offset.bottom, containing.height),
                        margins.top,
                        margins.bottom,
                        style.margin.top.is_auto(),
                        style.margin.bottom.is_auto(),
                        containing.height,
                        static_position.point.y - containing.y};
    ForcedSize forced;
    const bool stretches = box.kind == boxes::BoxKind::kBlock ||
                           box.kind == boxes::BoxKind::kFlex || box.kind == boxes::BoxKind::kGrid;
    const Edges around = used_padding(box, containing.width) + used_border(box);
    if (stretches && style.width.is_auto()) {
        const Px width = horizontal.start && horizontal.end
                             ? horizontal.room()
                             : shrink_to_fit_width(box, horizontal.room(), context);
        const SizeBounds bounds = used_width_bounds(box, {containing.width, around.horizontal()},
                                                    horizontal.room(), context);
        forced.width = bounds.clamp(std::max(width, around.horizontal()));
    }
    if (stretches && style.height.is_auto() && vertical.start && vertical.end) {
        forced.height = height_bounds(style, {containing.height, around.vertical()})
                            .clamp(std::max(vertical.room(), around.vertical()));
    }
    Fragment fragment =
        lay_out_independent(box, {containing.width, containing.height}, forced, context).fragment;
    move_to(fragment, {containing.x + position_in(horizontal, fragment.border_box.width),
                       containing.y + position_in(vertical, fragment.border_box.height)});
    return fragment;
}

bool contains_positioned(const Fragment& fragment, const style::SlideStyles& styles) {
    if (fragment.source.is_anonymous || fragment.source.node == nullptr ||
        fragment.kind == FragmentKind::kText || fragment.kind == FragmentKind::kLine) {
        return false;
    }
    const style::ComputedStyle& style = styles.of(fragment.source);
    return style.box().position != style::Position::kStatic || is_transformed(fragment, styles);
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
    if (contains_positioned(fragment, styles)) {
        const Containing padding_box{
            fragment.padding_box().translated({-fragment.border_box.x, -fragment.border_box.y}),
            is_right_to_left(styles.of(fragment.source).text())};
        inside.of_absolute = padding_box;
        if (is_transformed(fragment, styles)) {
            inside.of_fixed = padding_box;
        }
    }
    for (Fragment& child : fragment.children) {
        if (const Box* box = child.positioned_box) {
            const bool fixed = box->style->box().position == style::Position::kFixed;
            child = lay_out_positioned(*box, fixed ? inside.of_fixed : inside.of_absolute,
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
    return {left ? *left : -right.value_or(0), top ? *top : -bottom.value_or(0)};
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

void place_positioned(Fragment& root, const style::SlideStyles& styles, const Rect& slide_area,
                      LayoutContext& context) {
    place_below(root, {{slide_area}, {slide_area}}, styles, context);
}

}  // namespace ghreveal::layout
