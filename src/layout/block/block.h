// Block containers and block formatting (CSS 2.1 §9.4.1, §10.3.3, §10.6).
#pragma once

#include "layout/block/margin_collapsing.h"
#include "layout/inline/inline_layout.h"

namespace ghreveal::layout {

// A block container's border box, ready to be filled.
struct BlockSpace {
    Px width = 0;  // of the border box
    Edges border;
    Edges padding;
    ContainingBlock containing_block;  // of the box itself: for its height and its positions
    std::optional<Px> forced_height;   // of the border box
    FloatContext& floats;
    Point origin;  // of the border box, in the block formatting context
    // The box is laid out for itself, whatever its style says (a flex item, a cell …): its margins
    // and floats are kept apart from what is around it.
    bool is_root = false;
    std::optional<Px> spanner_width{};  // see FlowArea
    bool forced_height_is_indefinite = false;
    bool trims_start = false;  // see FlowArea
    bool trims_end = false;
};

// A laid out block container and the margins that go on below it.
struct BlockResult {
    BoxLayout layout;
    CollapsingMargin bottom_margin;  // of its last children; its own not included
};

BlockResult lay_out_block_container(const boxes::Box&, const BlockSpace&, LayoutContext&);

// The border-box width of a box with `aspect-ratio` whose height alone is given.
std::optional<Px> width_by_ratio(const boxes::Box&, const ContainingBlock&);

// The border-box width of a box whose width is auto: all that is available, unless `aspect-ratio`
// makes another one of its height or of the bounds of that.
Px automatic_width(const boxes::Box&, const ContainingBlock&, Px available);

// What `min-width: auto` comes to for a box whose width is made of its height (CSS Sizing 4 §4.3):
// what its content needs, unless it scrolls.
Px automatic_minimum_width(const boxes::Box&, LayoutContext&);

// The border-box width of a block-level box in flow: the style's, else all there is beside its
// margins (CSS 2.1 §10.3.3). px.
Px block_level_width(const boxes::Box&, const ContainingBlock&, LayoutContext&);

// As wide as its content needs, within its bounds and beside its margins. px of the border box.
Px fit_content_width(const boxes::Box&, const ContainingBlock&, LayoutContext&);

}  // namespace ghreveal::layout
