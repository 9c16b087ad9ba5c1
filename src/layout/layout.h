// The calls by which layout's chapters use each other. Every function gives a Fragment whose
// border box is at (0, 0) unless it says otherwise; who asked for it moves it into place.
#pragma once

#include <optional>

#include "boxes/box.h"
#include "layout/fragment.h"
#include "layout/layout_context.h"
#include "layout/sizing/box_sizing.h"

namespace ghreveal::layout {

// The containing block's content box, as far as it is known (CSS 2.1 §10.1). A height that is not
// known makes percentages of it `auto`.
struct ContainingBlock {
    Px width = 0;
    std::optional<Px> height;
    bool is_right_to_left = false;
    // Whether its first and last children's margins may go through its edges: what stretches fills
    // their place too (CSS Sizing 4 §3.2).
    bool joins_top_margins = false;
    bool joins_bottom_margins = false;
    bool operator==(const ContainingBlock&) const = default;
};

// Sizes decided by who asks: a table for its cells, flex for its items, a positioned box for
// itself. Border-box sizes, px.
struct ForcedSize {
    std::optional<Px> width;
    std::optional<Px> height;
    // Instead of the style's border widths: a cell's half of the collapsed borders around it.
    std::optional<Edges> border = std::nullopt;
    // The height is no basis of percentages in the box.
    bool height_is_indefinite = false;
    bool operator==(const ForcedSize&) const = default;
};

// Widths from the content alone (CSS Sizing 3 §5.1): the narrowest without overflow (breaking at
// every opportunity) and the widest (no break but forced ones).
struct IntrinsicSizes {
    Px min_content = 0;
    Px max_content = 0;
};

// A fragment and what its surroundings need to know of it.
struct BoxLayout {
    Fragment fragment;
    // From the border box's top, of the first and the last line box in flow; nothing without lines.
    std::optional<Px> first_baseline;
    std::optional<Px> last_baseline;
};

// Lays out a box that establishes an independent formatting context (inline-block, float, cell,
// flex item, positioned box, flow-root; table or flex container as well): margins do not collapse
// through it. The width is `forced.width`, else the style's, else shrink-to-fit (CSS 2.1
// §10.3.5) in the containing block for floats, inline-blocks, tables and positioned boxes, else it
// fills the containing block. Margins are not part of the result.
// A cell (kTableCell) goes by its content, padding and `forced` alone: its own width and height,
// min and max ones too, are for its table to use (CSS 2.1 §17.5), and table.cpp does so.
// [independent.cpp]
BoxLayout lay_out_independent(const boxes::Box&, const ContainingBlock&, const ForcedSize&,
                              LayoutContext&);

// Of the border box: content sizes plus padding and border, or the style's own width where that
// is definite, min/max applied. Margins are not part of it. [intrinsic_sizes.cpp]
IntrinsicSizes intrinsic_sizes(const boxes::Box&, LayoutContext&);
// The same by the content alone, whatever widths, min and max ones the style has: what tables ask
// of their cells and flex containers of their items.
IntrinsicSizes content_intrinsic_sizes(const boxes::Box&, LayoutContext&);

// Used margins, with auto and percentages resolved against the containing block's width (auto: 0).
Edges used_margins(const boxes::Box&, Px containing_width);
Edges used_padding(const boxes::Box&, Px containing_width);
Edges used_border(const boxes::Box&);

// Of the border box with `height: stretch`, where there is a height to fill (CSS Sizing 4 §3.2).
std::optional<Px> stretched_height(const boxes::Box&, const ContainingBlock&);
// Of the border box, by min-height and max-height: lengths, and `stretch`.
SizeBounds used_height_bounds(const boxes::Box&, const ContainingBlock&, Px padding_and_border);

// Chapters, called by lay_out_independent by the box's kind. `border_box_width` is decided.
// [table.cpp] wrapper: captions and grid. Its border-box width may come out wider than asked.
BoxLayout lay_out_table(const boxes::Box& wrapper, const ContainingBlock&, const ForcedSize&,
                        LayoutContext&);
IntrinsicSizes table_intrinsic_sizes(const boxes::Box& wrapper, LayoutContext&);
// Of its columns and captions, whatever width the table's style gives.
Px table_min_content(const boxes::Box& wrapper, LayoutContext&);
// [flex.cpp]
BoxLayout lay_out_flex(const boxes::Box&, const ContainingBlock&, const ForcedSize&,
                       LayoutContext&);
// Of the border box by its items, whatever width the container's own style gives.
IntrinsicSizes flex_intrinsic_sizes(const boxes::Box&, LayoutContext&);

// [grid.cpp]
BoxLayout lay_out_grid(const boxes::Box&, const ContainingBlock&, const ForcedSize&,
                       LayoutContext&);
// Of the border box by its items, whatever width the container's own style gives.
IntrinsicSizes grid_intrinsic_sizes(const boxes::Box&, LayoutContext&);

// Moves a fragment and all below it that is in its coordinates: since children are relative while
// layout works, only its own rectangles.
void move_to(Fragment&, Point border_box_origin);

}  // namespace ghreveal::layout
