// Where a grid's tracks are (CSS Grid Layout 1 §10.5, CSS Box Alignment 3 §5.1).
#include <algorithm>

#include "layout/grid/grid.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

// Space before the first track, and between tracks on top of the gap (CSS Box Alignment 3 §5.1).
struct Distribution {
    Px before = 0;
    Px between = 0;
};

Distribution distribution_of(style::Align align, Px free, int count) {
    using style::Align;
    const bool spreads = free > 0 && count > 0;
    switch (in_room(align, free)) {
        case Align::kEnd:
        case Align::kFlexEnd:
            return {free, 0};
        case Align::kCenter:
            return {free / 2, 0};
        case Align::kSpaceBetween:
            return {0, spreads && count > 1 ? free / (count - 1) : 0};
        case Align::kSpaceAround:
            return spreads ? Distribution{free / count / 2, free / count} : Distribution{};
        case Align::kSpaceEvenly:
            return spreads ? Distribution{free / (count + 1), free / (count + 1)} : Distribution{};
        default:
            return {};
    }
}

}  // namespace

Px GridAxis::used_space() const {
    Px used = 0;
    std::size_t shown = 0;
    for (const GridTrack& track : tracks) {
        used += track.base_size;
        shown += track.is_collapsed ? 0 : 1;
    }
    return used + gap * static_cast<Px>(shown == 0 ? 0 : shown - 1);
}

Px GridAxis::total() const {
    Px end = 0;
    for (const GridTrack& track : tracks) {
        end = track.is_collapsed ? end : track.position + track.base_size;
    }
    return end;
}

Px GridAxis::span_size(const GridSpan& span) const {
    const GridTrack& first = tracks[static_cast<std::size_t>(span.start)];
    const GridTrack& last = tracks[static_cast<std::size_t>(span.end() - 1)];
    return last.position + last.base_size - first.position;
}

void place_tracks(GridAxis& axis, Px content_size) {
    const auto shown =
        static_cast<int>(std::count_if(axis.tracks.begin(), axis.tracks.end(),
                                       [](const GridTrack& track) { return !track.is_collapsed; }));
    const Distribution distribution =
        distribution_of(axis.distribution, content_size - axis.used_space(), shown);
    Px position = truncated_to_unit(distribution.before);
    for (GridTrack& track : axis.tracks) {
        track.position = position;
        if (!track.is_collapsed) {
            position += track.base_size + axis.gap + distribution.between;
        }
    }
}

}  // namespace ghreveal::layout
