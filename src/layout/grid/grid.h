// Grid layout (CSS Grid Layout 1), one file for each group of its steps. Private to grid*.cpp.
//
// What holds for columns holds for rows with height instead of width: tracks are sized and placed
// by the same functions for both axes. Sizes are in px; positions count from the content box.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "css/grid_values.h"
#include "layout/layout.h"
#include "layout/sizing/alignment.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/pending_layout.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

inline constexpr Px kUnbounded = std::numeric_limits<Px>::infinity();

struct GridTrack {
    css::TrackSize size;
    Px base_size = 0;
    Px growth_limit = 0;
    Px position = 0;
    bool is_collapsed = false;  // an empty one of repeat(auto-fit, …)

    bool is_flexible() const {
        return !is_collapsed && size.max.kind == css::TrackBreadth::Kind::kFlex;
    }
};

// Tracks that an item covers along one axis; negative: before the explicit grid.
struct GridSpan {
    int start = 0;
    int length = 1;
    int end() const { return start + length; }
};

struct GridItem {
    const boxes::Box* box;
    GridSpan columns, rows;
    Edges margins;
    PendingLayout layout;  // once columns are sized: of the item at its used width
    // §10.6: how far it is moved down to stand on its row's shared baseline.
    Px baseline_shim = 0;       // above, for the first baseline
    Px last_baseline_shim = 0;  // below, for the last one

    explicit GridItem(const boxes::Box& item) : box(&item), layout(item) {}
};

// One axis of a container with its tracks.
struct GridAxis {
    std::vector<GridTrack> tracks;
    int most_tracks = 0;     // (Limits)
    int explicit_count = 0;  // of them, before implicit ones were added
    int before = 0;          // implicit ones before them
    GridSpan repeated;       // those of repeat(auto-fill | auto-fit, …)
    css::LineNames names;    // of explicit lines
    Px gap = 0;
    std::optional<Px> available;  // the content box's size; nothing: by the tracks
    style::Align distribution = style::Align::kNormal;  // justify-content, align-content
    // The tracks' sizes and the gaps between those that are not collapsed.
    Px used_space() const;
    // From the first track to the last one's end once they have positions.
    Px total() const;
    // Of the tracks and the gaps between them.
    Px span_size(const GridSpan&) const;
};

// §7.1, §7.2.3.2: the explicit tracks.
struct ExplicitAxis {
    const css::TrackList& list;
    int tracks_of_areas = 0;
    Px gap = 0;
    std::optional<Px> available;  // decides how often auto-fill repeats
    SizeBounds bounds;            // the same, where what is available is not known
    int most_tracks = 0;
};
GridAxis explicit_axis(const ExplicitAxis&);

// §8: where the items go; adds the implicit tracks they need. [grid_placement.cpp]
std::vector<GridItem> place_items(const boxes::Box& container, GridAxis& columns, GridAxis& rows);

// The lines that an absolutely positioned child asks for, as counts of the tracks before them;
// nothing: `auto`, or a line that is not there (§9).
struct GridLines {
    std::optional<int> start, end;
};
struct PositionedLines {
    GridLines columns, rows;
};
PositionedLines positioned_lines(const boxes::Box& container, const boxes::Box& child,
                                 const GridAxis& columns, const GridAxis& rows);

// A breadth in px; nothing for what goes by content or the free space. Percentages of an unknown
// size behave as `auto` (§7.2.1). [grid_tracks.cpp]
std::optional<Px> fixed_breadth(const css::TrackBreadth&, const GridAxis&);

// What an item asks of the tracks it spans: outer sizes (margins included).
struct GridContribution {
    GridSpan span;
    Px minimum = 0;  // §6.6: the automatic minimum size
    Px min_content = 0;
    Px max_content = 0;
};

// How tracks are sized where the container's size is not known: as narrow or as wide as may be.
enum class GridConstraint : std::uint8_t { kNone, kMinContent, kMaxContent };

// §12: sizes the tracks. [grid_tracks.cpp]
void size_tracks(GridAxis&, const std::vector<GridContribution>&, GridConstraint);
// §10.5: their positions, by justify-content or align-content. [grid_alignment.cpp]
void place_tracks(GridAxis&, Px content_size);

}  // namespace ghreveal::layout
