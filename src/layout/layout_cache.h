// What is worth keeping while one box tree is laid out: boxes are asked for their intrinsic sizes
// several times (nested tables and shrink-to-fit boxes multiply that), and for their text twice.
#pragma once

#include <memory>
#include <unordered_map>

#include "layout/block/margin_collapsing.h"
#include "layout/inline/inline_items.h"
#include "layout/layout.h"
#include "layout/sizing/pending_layout.h"

namespace ghreveal::layout {

// What was found the last time, and in which containing block.
struct KeptTopMargins {
    ContainingBlock containing_block;
    TopMargins margins;
};

struct LayoutCache {
    std::unordered_map<const boxes::Box*, IntrinsicSizes> content_sizes;
    // By block-level box in flow.
    std::unordered_map<const boxes::Box*, KeptTopMargins> top_margins;
    // Of boxes that are laid out more than once (sizing/pending_layout.h).
    std::unordered_map<const boxes::Box*, std::vector<KeptMeasures>> measures;
    // By block container.
    std::unordered_map<const boxes::Box*, std::unique_ptr<InlineContent>> inline_contents;
    // Absolutely positioned boxes wait in the fragment tree for their containing blocks' sizes.
    bool has_positioned = false;
};

}  // namespace ghreveal::layout
