#include <algorithm>

#include "layout/table/table_rows.h"

namespace ghreveal::layout {

namespace {

using Tracks = std::span<HeightTrack>;

Px total_height(Tracks tracks, Px spacing) {
    Px total = spacing * (static_cast<double>(tracks.size()) - 1);
    for (const HeightTrack& track : tracks) {
        total += track.height;
    }
    return total;
}

template <typename Predicate>
std::vector<HeightTrack*> tracks_where(Tracks tracks, Predicate&& predicate) {
    std::vector<HeightTrack*> found;
    for (HeightTrack& track : tracks) {
        if (predicate(track)) {
            found.push_back(&track);
        }
    }
    return found;
}

void grow_evenly(const std::vector<HeightTrack*>& tracks, Px excess) {
    for (HeightTrack* track : tracks) {
        track->height += excess / static_cast<double>(tracks.size());
    }
}

void grow_in_proportion(const std::vector<HeightTrack*>& tracks, Px excess) {
    Px total = 0;
    for (const HeightTrack* track : tracks) {
        total += track->height;
    }
    if (total <= 0) {
        grow_evenly(tracks, excess);
        return;
    }
    for (HeightTrack* track : tracks) {
        track->height += excess * track->height / total;
    }
}

// Brings tracks nearer to their percentages; returns what of `excess` is left. Percentages past
// 100 in all are cut off.
Px meet_percentages(Tracks tracks, Px excess, Px basis) {
    double percent_left = 100;
    Px missing = 0;
    std::vector<Px> deficits;
    for (const HeightTrack& track : tracks) {
        const double percent = std::min(percent_left, track.percent.value_or(0));
        percent_left -= percent;
        deficits.push_back(track.percent ? std::max(0.0, basis * percent / 100 - track.height) : 0);
        missing += deficits.back();
    }
    if (missing <= 0) {
        return excess;
    }
    const double part = std::min(1.0, excess / missing);
    for (std::size_t at = 0; at < tracks.size(); ++at) {
        tracks[at].height += deficits[at] * part;
    }
    return std::max(0.0, excess - missing);
}

bool is_empty(const HeightTrack& track) {
    return track.height <= 0;
}

// css-tables-3 "Distribution algorithm", for a cell that spans rows: rows in which other such cells
// begin come first, since those can grow without making any other cell taller.
bool grow_for_spanning_cell(Tracks tracks, Px excess) {
    const auto begins_another = tracks_where(
        tracks.subspan(1), [](const HeightTrack& track) { return track.begins_row_spanning; });
    if (!begins_another.empty()) {
        grow_evenly(begins_another, excess);
        return true;
    }
    if (std::all_of(tracks.begin(), tracks.end(), is_empty)) {
        tracks.back().height += excess;
        return true;
    }
    return false;
}

}  // namespace

void grow_tracks(Tracks tracks, const Growth& growth) {
    if (tracks.empty()) {
        return;
    }
    Px excess = growth.height - total_height(tracks, growth.spacing);
    if (excess > 0 && growth.percentage_basis) {
        excess = meet_percentages(tracks, excess, *growth.percentage_basis);
    }
    const bool for_cell = growth.reason == GrowthFor::kSpanningCell;
    if (excess <= 0 || (for_cell && grow_for_spanning_cell(tracks, excess))) {
        return;
    }
    const bool percentages_hold = growth.percentage_basis.has_value();
    const auto is_automatic = [percentages_hold](const HeightTrack& track) {
        return !track.is_constrained && !(percentages_hold && track.percent);
    };
    const auto automatic = tracks_where(
        tracks, [&](const HeightTrack& track) { return !is_empty(track) && is_automatic(track); });
    if (!automatic.empty()) {
        grow_in_proportion(automatic, excess);
        return;
    }
    const auto empty = tracks_where(tracks, [&](const HeightTrack& track) {
        return is_empty(track) && is_automatic(track) && !for_cell;
    });
    if (!empty.empty()) {
        grow_evenly(empty, excess);
        return;
    }
    grow_in_proportion(tracks_where(tracks, [](const HeightTrack&) { return true; }), excess);
}

}  // namespace ghreveal::layout
