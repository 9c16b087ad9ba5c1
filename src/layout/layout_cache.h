// What is worth keeping while one box tree is laid out: boxes are asked for their intrinsic sizes
// several times (nested tables and shrink-to-fit boxes multiply that), and for their text twice.
#pragma once

#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "layout/block/margin_collapsing.h"
#include "layout/inline/inline_items.h"
#include "layout/layout.h"
#include "layout/sizing/pending_layout.h"
#include "layout/sizing/percentage_heights.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

// What was found the last time, and in which containing block.
struct KeptTopMargins {
    ContainingBlock containing_block;
    TopMargins margins;
};

// Of an absolutely positioned child of a grid or flex container, in the coordinates of the
// container's border box.
struct PositionedArea {
    // A grid's area, where the grid is the containing block.
    std::optional<Rect> containing_block;
    // Where the child stands if its offsets are automatic, and how.
    Rect static_box;
    style::Align static_align = style::Align::kNormal;
    style::Align static_justify = style::Align::kNormal;
    bool is_right_to_left = false;
    // How it stands between offsets that are given.
    style::Align align = style::Align::kNormal;
    style::Align justify = style::Align::kNormal;
};

// Sizes from the content, and what percentages of heights were of where they have a part in them.
struct KeptContentSizes {
    IntrinsicSizes sizes;
    std::optional<PercentageHeights> heights;
};

struct LayoutCache {
    std::unordered_map<const boxes::Box*, PositionedArea> positioned_areas;
    std::unordered_map<const boxes::Box*, KeptContentSizes> content_sizes;
    // By block-level box in flow.
    std::unordered_map<const boxes::Box*, KeptTopMargins> top_margins;
    // What floats moved in a formatting context, by the box that establishes it and its width:
    // known when it is laid out again, so that contexts in each other are laid out twice each, and
    // not twice for each around them.
    std::map<std::pair<const boxes::Box*, Px>, MovedBoxes> moved_boxes;
    // Of boxes that are laid out more than once (sizing/pending_layout.h).
    std::unordered_map<const boxes::Box*, std::vector<KeptMeasures>> measures;
    // By block container.
    std::unordered_map<const boxes::Box*, std::unique_ptr<InlineContent>> inline_contents;
    // Absolutely positioned boxes wait in the fragment tree for their containing blocks' sizes.
    bool has_positioned = false;
    // Whether what is being measured is in a cell, a flex container or a grid, where percentages of
    // a table's columns count for nothing (table/table_columns.h).
    bool ignores_column_percentages = false;
    // Of what is being measured (sizing/percentage_heights.h), and whether that was asked for.
    std::optional<Px> percentage_height;
    std::optional<Px> stretched_height;
    const boxes::Box* stretched_box = nullptr;
    bool asked_for_percentage_height = false;
    // Lines that run across the ones around them are as long as the slide's area at most, where
    // nothing else says how long (CSS Writing Modes 4 §7.3.1).
    Size area;
};

// While it lives, percentages of columns count for nothing in what is measured.
class WithoutColumnPercentages {
public:
    explicit WithoutColumnPercentages(LayoutCache& cache)
        : flag_(cache.ignores_column_percentages), before_(std::exchange(flag_, true)) {}
    ~WithoutColumnPercentages() { flag_ = before_; }
    WithoutColumnPercentages(const WithoutColumnPercentages&) = delete;
    WithoutColumnPercentages& operator=(const WithoutColumnPercentages&) = delete;

private:
    bool& flag_;
    bool before_;
};

}  // namespace ghreveal::layout
