// Laying a box out again once its final size is known. Done at every level of nested boxes, that
// doubles the work with each: so it is bounded, and a deck of nested containers cannot stop the
// program. Boxes nested deeper keep their first layout and are only stretched.
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

inline constexpr int kNestedSecondLayouts = 8;

inline bool may_lay_out_again(const LayoutContext& context) {
    return context.second_layouts < kNestedSecondLayouts;
}

inline BoxLayout lay_out_again(const boxes::Box& box, const ContainingBlock& containing_block,
                               const ForcedSize& forced, LayoutContext& context) {
    ++context.second_layouts;
    BoxLayout result = lay_out_independent(box, containing_block, forced, context);
    --context.second_layouts;
    return result;
}

// Whether the height of a child depends on the box's own: then a new height means a new layout.
bool has_percentage_height(const boxes::Box&);

// Whether more than the box's own edges changes when its height is decided from outside.
bool depends_on_height(const boxes::Box&);

// Where the content of a laid out box ends, its padding and border below it included: px from the
// border box's top.
Px content_bottom(const Fragment&);

}  // namespace ghreveal::layout
