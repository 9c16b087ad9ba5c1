#include "layout/sizing/percentage_heights.h"

#include <algorithm>
#include <utility>

#include "layout/layout_cache.h"
#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

WithPercentageHeights::WithPercentageHeights(LayoutCache& cache, std::optional<Px> containing_block)
    : cache_(cache),
      containing_block_before_(std::exchange(cache.percentage_height, containing_block)),
      stretched_before_(std::exchange(cache.stretched_height, std::nullopt)),
      stretched_box_before_(std::exchange(cache.stretched_box, nullptr)) {}

WithPercentageHeights::WithPercentageHeights(LayoutCache& cache, std::optional<Px> containing_block,
                                             const boxes::Box& box, std::optional<Px> stretched)
    : WithPercentageHeights(cache, containing_block) {
    cache_.stretched_height = stretched;
    cache_.stretched_box = &box;
}

WithPercentageHeights::~WithPercentageHeights() {
    cache_.percentage_height = containing_block_before_;
    cache_.stretched_height = stretched_before_;
    cache_.stretched_box = stretched_box_before_;
}

PercentageHeights percentage_heights_of(const boxes::Box& box, const LayoutCache& cache) {
    return {cache.percentage_height,
            &box == cache.stretched_box ? cache.stretched_height : std::nullopt};
}

InnerHeight inner_percentage_height(const boxes::Box& box, const PercentageHeights& heights) {
    using boxes::BoxKind;
    if (is_transparent_for_percentages(box)) {
        return {heights.containing_block, true};
    }
    if (box.kind != BoxKind::kBlock && box.kind != BoxKind::kFlex && box.kind != BoxKind::kGrid) {
        return {};
    }
    const style::BoxStyle& style = box.style->box();
    const Px around = (used_padding(box, 0) + used_border(box)).vertical();
    const SizeBasis basis{heights.containing_block, around};
    auto height = definite_border_box_size(style.height, style.box_sizing, basis);
    if (height) {
        height = height_bounds(style, basis).clamp(*height);
    } else {
        height = heights.stretched;
    }
    const bool is_of_fixed_length = style.height.length && !style.height.length->has_percentage();
    return {height ? std::optional(std::max(0.0, *height - around)) : std::nullopt,
            !is_of_fixed_length};
}

}  // namespace ghreveal::layout
