// Values of the grid properties (CSS Grid Layout 1 §7, §8).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "css/values.h"

namespace ghreveal::css {

// <track-breadth>: one side of a track's minmax().
struct TrackBreadth {
    enum class Kind : std::uint8_t { kLength, kFlex, kAuto, kMinContent, kMaxContent };
    Kind kind = Kind::kAuto;
    LengthPercentage length;  // kLength
    double flex = 0;          // kFlex: `fr`
    bool operator==(const TrackBreadth&) const = default;
};

// A track's sizing functions. `fit_content`: the argument of fit-content(), both sides `auto`.
struct TrackSize {
    TrackBreadth min;
    TrackBreadth max;
    std::optional<LengthPercentage> fit_content;
    bool operator==(const TrackSize&) const = default;
};

// Lines are counted from 0 here: line i is before track i.
using LineNames = std::multimap<std::string, int>;

// grid-template-columns or -rows.
struct TrackList {
    std::vector<TrackSize> tracks;  // those of repeat(<integer>) written out
    LineNames line_names;           // of lines before what is repeated: at `repeat_at` too
    // repeat(auto-fill | auto-fit): tracks to be repeated before track `repeat_at` as often as
    // there is room.
    std::vector<TrackSize> repeated;
    LineNames repeated_names;        // of lines of one repetition
    LineNames names_after_repeated;  // as if nothing was repeated
    std::size_t repeat_at = 0;
    bool is_auto_fit = false;
    bool operator==(const TrackList&) const = default;
};

// A named rectangle of grid-template-areas, between lines counted from 0.
struct GridArea {
    int row_start = 0, row_end = 0, column_start = 0, column_end = 0;
    bool operator==(const GridArea&) const = default;
};

struct GridContainer {
    TrackList columns, rows;
    std::map<std::string, GridArea> areas;
    int area_columns = 0;  // tracks that the areas ask for
    int area_rows = 0;
    std::vector<TrackSize> auto_columns, auto_rows;
    bool flows_by_column = false;  // grid-auto-flow
    bool is_dense = false;
    bool operator==(const GridContainer&) const = default;
};

// <grid-line>: `auto`, a line's number from 1 (negative: from the end), its name, or a span.
struct GridLine {
    bool is_span = false;
    int number = 0;  // 0: auto, or the first one of this name
    std::string name;
    bool is_auto() const { return !is_span && number == 0 && name.empty(); }
    bool operator==(const GridLine&) const = default;
};

struct GridPlacement {
    GridLine row_start, row_end, column_start, column_end;
    bool operator==(const GridPlacement&) const = default;
};

}  // namespace ghreveal::css
