// Flex layout (CSS Flexbox 1 §9), one file for each group of its steps. Private to flex*.cpp.
//
// Sizes are border-box sizes; "main" and "cross" replace width and height by the container's
// direction. Positions count from the content box's main-start and cross-start edges until the
// last step turns them into x and y.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/layout.h"
#include "layout/sizing/alignment.h"
#include "layout/sizing/aspect_ratio.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/pending_layout.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

struct FlexAxes {
    bool is_row = true;
    bool main_is_reversed = false;   // main-start is right or below
    bool cross_is_reversed = false;  // cross-start is right or below
    bool wraps = false;
    // Where `start` and `end` are not flex-start and flex-end: in *-reverse directions, and across
    // lines that wrap-reverse stacks.
    bool start_is_flex_end = false;
    bool cross_start_is_flex_end = false;

    Px main(const Size& size) const { return is_row ? size.width : size.height; }
    Px cross(const Size& size) const { return is_row ? size.height : size.width; }
};

// Space on both sides of an item along one axis.
struct FlexMargins {
    Px start = 0;
    Px end = 0;
    bool start_is_auto = false;
    bool end_is_auto = false;
    Px sum() const { return start + end; }
};

struct FlexContainer {
    const boxes::Box* box = nullptr;
    FlexAxes axes;
    Edges padding;
    Edges border;
    Px content_width = 0;
    std::optional<Px> content_height;  // nothing: by the items
    SizeBounds content_height_bounds;
    Px main_gap = 0;
    Px cross_gap = 0;

    std::optional<Px> definite_main() const {
        return axes.is_row ? std::optional<Px>(content_width) : content_height;
    }
    std::optional<Px> definite_cross() const {
        return axes.is_row ? content_height : std::optional<Px>(content_width);
    }
    bool is_right_to_left() const {
        return box->style->text().direction == style::Direction::kRightToLeft;
    }
    // The side that an alignment of an item means.
    style::Align in_main_axis(style::Align align) const {
        return in_axis(align, {axes.is_row, is_right_to_left(), is_right_to_left()});
    }
    style::Align in_cross_axis(style::Align align, const boxes::Box& item) const {
        const bool item_is_rtl = item.style->text().direction == style::Direction::kRightToLeft;
        return in_axis(align, {!axes.is_row, is_right_to_left(), item_is_rtl});
    }
    ContainingBlock containing_block() const {
        return {content_width, content_height, is_right_to_left()};
    }
};

struct FlexItem {
    const boxes::Box* box;
    FlexMargins main_margins;
    FlexMargins cross_margins;
    Px main_padding_and_border = 0;
    std::optional<PreferredRatio> ratio;
    SizeBounds main_bounds;  // the automatic minimum included
    SizeBounds cross_bounds;
    style::Align align = style::Align::kStretch;
    bool has_automatic_cross_size = true;
    Px flex_base_size = 0;
    Px hypothetical_main_size = 0;
    Px main_size = 0;
    Px cross_size = 0;
    Px main_position = 0;
    Px cross_position = 0;
    PendingLayout layout;  // asked for when first needed, again when the size turns out otherwise

    explicit FlexItem(const boxes::Box& item) : box(&item), layout(item) {}
    Px outer_main(Px size) const { return size + main_margins.sum(); }
    Px outer_cross() const { return cross_size + cross_margins.sum(); }
    bool stretches() const {
        return align == style::Align::kStretch && has_automatic_cross_size &&
               !cross_margins.start_is_auto && !cross_margins.end_is_auto;
    }
    // From the cross-start margin edge; the bottom edge stands in where there is no line.
    Px baseline() const {
        return cross_margins.start + layout.measures().first_baseline.value_or(cross_size);
    }
    // Of its last line, from the cross-end margin edge.
    Px below_last_baseline() const {
        return cross_margins.end + cross_size -
               layout.measures().last_baseline.value_or(cross_size);
    }
};

struct FlexLine {
    std::span<FlexItem> items;
    Px cross_size = 0;
    Px cross_position = 0;
    Px max_baseline = 0;        // of the baseline-aligned items, from the line's cross-start edge
    Px max_below_baseline = 0;  // of those aligned to their last one, from the cross-end edge
};

// §9.1-§9.2: the items in order-modified document order, with flex base and hypothetical sizes.
// [flex_items.cpp]
std::vector<FlexItem> flex_items(const FlexContainer&, LayoutContext&);

// The border-box height that the items make of a flex container of this width, whatever height its
// style gives it. px. [flex.cpp]
Px flex_content_height(const boxes::Box&, Px width, LayoutContext&);

// §9.3: the items broken into lines. [flex_lines.cpp]
std::vector<FlexLine> flex_lines(const FlexContainer&, std::vector<FlexItem>&);
// What a line's items and the gaps between them take in the main axis.
Px hypothetical_main_size(const FlexContainer&, const FlexLine&);
// §9.7: sets the items' main sizes.
void resolve_flexible_lengths(const FlexContainer&, const FlexLine&, Px inner_main_size);

// §9.4: cross sizes of items and lines. [flex_cross_sizes.cpp]
void determine_cross_sizes(const FlexContainer&, std::vector<FlexLine>&, LayoutContext&);
void stretch_items(const FlexContainer&, std::vector<FlexLine>&, LayoutContext&);

// §9.5, §9.6: positions. [flex_alignment.cpp]
void align_main_axis(const FlexContainer&, std::vector<FlexLine>&, Px inner_main_size);
// Gives the lines their positions in a container of this inner cross size; `align-content: stretch`
// makes them taller.
void align_lines(const FlexContainer&, std::vector<FlexLine>&, Px inner_cross_size);
void align_items_in_lines(const FlexContainer&, std::vector<FlexLine>&);
// §4.1: an absolutely positioned child waits in the fragment, where it would be as the only item.
// [flex_positioned.cpp]
void add_positioned_child(const FlexContainer&, const boxes::Box& child, const Size& inner,
                          Fragment&, LayoutContext&);
// All lines and the gaps between them.
Px total_cross_size(const FlexContainer&, const std::vector<FlexLine>&);

}  // namespace ghreveal::layout
