#include <algorithm>

#include "layout/block/block.h"
#include "layout/layout_cache.h"
#include "layout/sizing/aspect_ratio.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

using boxes::Box;

namespace {

// CSS Sizing 4 §4.2: what the content would make goes by the ratio where there is one.
bool is_by_content(const css::SizeValue& width) {
    return !width.length && (width.keyword == css::SizeKeyword::kMinContent ||
                             width.keyword == css::SizeKeyword::kMaxContent ||
                             width.keyword == css::SizeKeyword::kFitContent);
}

}  // namespace

std::optional<Px> width_by_ratio(const Box& box, const ContainingBlock& containing_block) {
    const style::BoxStyle& style = box.style->box();
    if (!style.aspect_ratio || !(style.width.is_auto() || is_by_content(style.width))) {
        return std::nullopt;
    }
    const Edges around = used_padding(box, containing_block.width) + used_border(box);
    const SizeBasis vertical{containing_block.height, around.vertical()};
    const auto height = definite_border_box_size(style.height, style.box_sizing, vertical);
    const auto ratio = preferred_ratio(box, around);
    if (!height || !ratio) {
        return std::nullopt;
    }
    return ratio->width(height_bounds(style, vertical).clamp(*height));
}

Px automatic_width(const Box& box, const ContainingBlock& containing_block, Px available) {
    const style::BoxStyle& style = box.style->box();
    if (!style.aspect_ratio || !style.width.is_auto()) {
        return available;
    }
    const Edges around = used_padding(box, containing_block.width) + used_border(box);
    const auto ratio = preferred_ratio(box, around);
    if (!ratio) {
        return available;
    }
    const SizeBounds heights = height_bounds(style, {containing_block.height, around.vertical()});
    return width_by_ratio(box, containing_block).value_or(ratio->widths(heights).clamp(available));
}

Px automatic_minimum_width(const Box& box, LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    const bool has_minimum = style.min_width.is_auto() && !scrolls(style.overflow_x);
    return has_minimum ? content_intrinsic_sizes(box, context).min_content : 0;
}

Px block_level_width(const Box& box, const ContainingBlock& containing_block,
                     LayoutContext& context) {
    const WithPercentageHeights heights(*context.cache, containing_block.height);
    const style::BoxStyle& style = box.style->box();
    const Px containing_width = containing_block.width;
    const Px around = (used_padding(box, containing_width) + used_border(box)).horizontal();
    const SizeBasis basis{containing_width, around};
    const Px fill = containing_width - used_margins(box, containing_width).horizontal();
    const auto given = definite_border_box_size(style.width, style.box_sizing, basis);
    const auto by_ratio = given ? std::nullopt : width_by_ratio(box, containing_block);
    Px width = given      ? *given
               : by_ratio ? std::max(*by_ratio, automatic_minimum_width(box, context))
                          : automatic_width(box, containing_block, fill);
    if (!given && !by_ratio && !style.width.is_auto()) {
        width = keyword_width(box, style.width.keyword, {fill, containing_width}, context);
    }
    const SizeBounds bounds = used_width_bounds(box, basis, fill, context);
    return truncated_to_unit(std::max(around, bounds.clamp(width)));
}

Px fit_content_width(const Box& box, const ContainingBlock& containing_block,
                     LayoutContext& context) {
    const WithPercentageHeights heights(*context.cache, containing_block.height);
    const Px width = containing_block.width;
    const Px fill = width - used_margins(box, width).horizontal();
    const Px around = (used_padding(box, width) + used_border(box)).horizontal();
    const SizeBounds bounds = used_width_bounds(box, {width, around}, fill, context);
    return bounds.clamp(shrink_to_fit_width(box, {fill, width}, context));
}

}  // namespace ghreveal::layout
