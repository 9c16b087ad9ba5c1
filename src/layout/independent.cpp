// Boxes that establish a formatting context of their own: which chapter lays them out, and how
// wide they are (CSS 2.1 §10.3.5, §10.3.7, §10.3.9).

#include "layout/independent.h"

#include <algorithm>

#include "layout/block/block.h"
#include "layout/block/list.h"
#include "layout/block/multicol.h"
#include "layout/layout_cache.h"
#include "layout/orthogonal.h"
#include "layout/replaced.h"
#include "layout/sizing/aspect_ratio.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "layout/sizing/layout_unit.h"
#include "layout/sizing/scrollable_overflow.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;

// Whether `width: auto` is shrink-to-fit.
bool shrinks_to_fit(const Box& box) {
    const auto display = box.style->box().display;
    return box.is_out_of_flow() || display == style::Display::kInlineBlock ||
           display == style::Display::kInlineFlex || display == style::Display::kInlineGrid;
}

BoxLayout lay_out_among(FloatContext& floats, const Box& box,
                        const ContainingBlock& containing_block, const ForcedSize& forced,
                        LayoutContext& context) {
    const BlockSpace space{forced.width.value_or(0),
                           forced.border.value_or(used_border(box)),
                           used_padding(box, containing_block.width),
                           containing_block,
                           forced.height,
                           floats,
                           {},
                           true,
                           std::nullopt,
                           forced.height_is_indefinite};
    BoxLayout layout = lay_out_block_container(box, space, context).layout;
    context.work += floats.work();
    return layout;
}

BoxLayout lay_out_container(const Box& box, const ContainingBlock& containing_block,
                            const ForcedSize& forced, LayoutContext& context) {
    constexpr int kMostRounds = 8;
    auto& all_known = context.cache->moved_boxes;
    const std::pair key{&box, forced.width.value_or(0)};
    const auto known = all_known.find(key);
    MovedBoxes moved = known == all_known.end() ? MovedBoxes{} : known->second;
    for (int round = 1;; ++round) {
        FloatContext floats;
        floats.moved = std::move(moved);
        BoxLayout layout = lay_out_among(floats, box, containing_block, forced, context);
        if (!floats.moved.take_news() || round == kMostRounds) {
            return layout;
        }
        moved = std::move(floats.moved);
        all_known.insert_or_assign(key, moved);
    }
}

// The height by `aspect-ratio`, of a box whose height is auto (CSS Sizing 4 §4.3).
std::optional<Px> height_by_ratio(const Box& box, const ContainingBlock& containing_block,
                                  Px width) {
    const style::BoxStyle& style = box.style->box();
    const Edges around = used_padding(box, containing_block.width) + used_border(box);
    const auto ratio = style.height.is_auto() ? preferred_ratio(box, around) : std::nullopt;
    if (!ratio) {
        return std::nullopt;
    }
    const SizeBasis vertical{containing_block.height, around.vertical()};
    return height_bounds(style, vertical).clamp(ratio->height(width));
}

// Content that is higher than the ratio makes the box higher unless it scrolls.
void grow_to_content(const Box& box, Fragment& fragment) {
    const style::BoxStyle& style = box.style->box();
    if (scrolls(style.overflow_y) || !style.min_height.is_auto()) {
        return;
    }
    Px bottom = 0;
    for (const Fragment& child : fragment.children) {
        bottom = std::max(bottom, child.positioned_box ? 0 : child.border_box.bottom());
    }
    fragment.border_box.height = std::max(
        fragment.border_box.height, bottom + fragment.padding.bottom + fragment.border.bottom);
}

BoxLayout lay_out_items(const Box& box, const ContainingBlock& containing_block,
                        const ForcedSize& decided, LayoutContext& context) {
    ForcedSize with_ratio = decided;
    if (!decided.height) {
        with_ratio.height = height_by_ratio(box, containing_block, *decided.width);
    }
    BoxLayout layout = box.kind == BoxKind::kFlex
                           ? lay_out_flex(box, containing_block, with_ratio, context)
                           : lay_out_grid(box, containing_block, with_ratio, context);
    if (with_ratio.height != decided.height) {
        grow_to_content(box, layout.fragment);
    }
    return layout;
}

BoxLayout lay_out_of_kind(const Box& box, const ContainingBlock& containing_block,
                          const ForcedSize& decided, LayoutContext& context) {
    if (box.kind == BoxKind::kFlex || box.kind == BoxKind::kGrid) {
        BoxLayout layout = lay_out_items(box, containing_block, decided, context);
        set_clipping(layout.fragment, box.style->box());
        return layout;
    }
    if (box.kind == BoxKind::kBlock && is_multicol(box.style->box())) {
        return lay_out_multicol(box, containing_block, decided, context);
    }
    return lay_out_container(box, containing_block, decided, context);
}

// CSS Box Alignment 3 §9.1: those of what scrolls are no further out than its edges.
void keep_baselines_inside(BoxLayout& layout) {
    const Px height = layout.fragment.border_box.height;
    for (std::optional<Px>* baseline : {&layout.first_baseline, &layout.last_baseline}) {
        if (*baseline) {
            **baseline = std::clamp(**baseline, 0.0, height);
        }
    }
}

}  // namespace

Px used_width(const Box& box, const ContainingBlock& containing_block, LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    const Px containing_width = containing_block.width;
    if (!style.width.is_auto() || !shrinks_to_fit(box)) {
        return block_level_width(box, containing_block, context);
    }
    const WithPercentageHeights heights(*context.cache, containing_block.height);
    const Px around = (used_padding(box, containing_width) + used_border(box)).horizontal();
    const Px available = containing_width - used_margins(box, containing_width).horizontal();
    const Px width = automatic_width(
        box, containing_block, shrink_to_fit_width(box, {available, containing_width}, context));
    const SizeBounds bounds =
        used_width_bounds(box, {containing_width, around}, available, context);
    return std::max(around, bounds.clamp(width));
}

BoxLayout lay_out_independent(const Box& box, const ContainingBlock& containing_block,
                              const ForcedSize& forced, LayoutContext& context) {
    ++context.work;
    switch (box.kind) {
        case BoxKind::kReplaced:
            return lay_out_replaced(box, containing_block, forced, context);
        case BoxKind::kTableWrapper:
            return lay_out_table(box, containing_block, forced, context);
        case BoxKind::kOrthogonal:
            return lay_out_orthogonal(box, containing_block, forced, context);
        case BoxKind::kMarker:
            return lay_out_inside_marker(box, context);
        default:
            break;
    }
    ForcedSize decided = forced;
    if (!decided.width) {
        decided.width = used_width(box, containing_block, context);
    }
    if (!decided.height) {
        decided.height = stretched_height(box, containing_block);
    }
    BoxLayout layout = lay_out_of_kind(box, containing_block, decided, context);
    if (scrolls(box.style->box().overflow_y)) {
        keep_baselines_inside(layout);
    }
    return layout;
}

}  // namespace ghreveal::layout
