// What the grid's properties read tracks by (CSS Grid Layout 1 §7.2).
#pragma once

#include <optional>
#include <vector>

#include "css/grid_values.h"
#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// A track's sizing function.
std::optional<css::TrackSize> read_track(ValueReader&);

// [name name …], before the list's next track.
bool read_line_names(ValueReader&, css::TrackList&);

// Up to the value's end or a slash.
std::optional<css::TrackList> read_track_list(ValueReader&);

// Sizes alone, up to there; empty when they are none.
std::vector<css::TrackSize> read_auto_tracks(ValueReader&);

}  // namespace ghreveal::style
