// Block-level boxes below each other, with collapsing margins, floats and clearance (CSS 2.1
// §9.4.1, §9.5).
#pragma once

#include "layout/block/block.h"

namespace ghreveal::layout {

// Which of a block container's edges its children's margins adjoin.
struct FlowEdges {
    bool top_adjoins = false;
    bool bottom_adjoins = false;
};

struct BlockFlow {
    std::vector<Fragment> fragments;  // from the content box's top left corner
    Px height = 0;                    // of the content
    CollapsingMargin bottom_margin;   // what adjoins the bottom edge, when it does
    std::optional<Px> first_baseline;
    std::optional<Px> last_baseline;
};

BlockFlow lay_out_block_children(const boxes::Box& container, const ContainingBlock& content_box,
                                 const FlowArea&, const FlowEdges&, LayoutContext&);

}  // namespace ghreveal::layout
