// The sizes of a grid's tracks (CSS Grid Layout 1 §12).
#include <algorithm>
#include <span>

#include "layout/grid/grid.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using Kind = css::TrackBreadth::Kind;

// What a track's sizing functions amount to, percentages considered.
struct TrackFunctions {
    bool min_is_intrinsic = false;
    bool min_is_auto = false;
    bool max_is_intrinsic = false;
    bool max_is_min_content = false;
    Px fit_limit = kUnbounded;
};

TrackFunctions functions_of(const GridTrack& track, const GridAxis& axis) {
    const css::TrackSize& size = track.size;
    TrackFunctions functions;
    functions.min_is_intrinsic = !fixed_breadth(size.min, axis).has_value();
    functions.min_is_auto = size.min.kind == Kind::kAuto || size.min.kind == Kind::kLength;
    functions.max_is_intrinsic = size.max.kind != Kind::kFlex && !fixed_breadth(size.max, axis);
    functions.max_is_min_content = size.max.kind == Kind::kMinContent;
    if (size.fit_content && !(size.fit_content->has_percentage() && !axis.available)) {
        functions.fit_limit = size.fit_content->resolve(axis.available.value_or(0));
    }
    return functions;
}

// §12.4
void initialize(GridAxis& axis) {
    for (GridTrack& track : axis.tracks) {
        track.base_size = track.is_collapsed ? 0 : fixed_breadth(track.size.min, axis).value_or(0);
        track.growth_limit =
            track.is_collapsed ? 0
                               : std::max(fixed_breadth(track.size.max, axis).value_or(kUnbounded),
                                          track.base_size);
    }
}

// Gives `space` to tracks in equal shares, to each no more than its room.
void share_equally(Px space, const std::vector<std::size_t>& tracks, std::vector<Px>& room,
                   std::vector<Px>& shares) {
    std::vector<std::size_t> open = tracks;
    while (space > 1e-9 && !open.empty()) {
        const Px share = space / static_cast<Px>(open.size());
        std::vector<std::size_t> still_open;
        for (const std::size_t track : open) {
            const Px given = std::min(share, room[track]);
            shares[track] += given;
            room[track] -= given;
            space -= given;
            if (room[track] > 1e-9) {
                still_open.push_back(track);
            }
        }
        if (still_open.size() == open.size()) {
            return;
        }
        open = std::move(still_open);
    }
}

enum class Target : std::uint8_t { kBaseSize, kGrowthLimit };

// §12.5.1: makes the spanned tracks large enough together for one contribution.
class SpaceDistributor {
public:
    SpaceDistributor(GridAxis& axis, Target target)
        : axis_(axis), target_(target), planned_(axis.tracks.size()) {}

    template <typename IsAffected>
    void add(const GridSpan& span, Px contribution, IsAffected&& is_affected) {
        std::vector<std::size_t> affected;
        Px space = contribution - axis_.gap * (span.length - 1);
        for (int i = span.start; i < span.end(); ++i) {
            const auto index = static_cast<std::size_t>(i);
            space -= size_of(axis_.tracks[index]);
            if (is_affected(axis_.tracks[index])) {
                affected.push_back(index);
            }
        }
        if (space <= 0 || affected.empty()) {
            return;
        }
        std::vector<Px> shares(axis_.tracks.size());
        distribute(space, affected, shares);
        for (const std::size_t track : affected) {
            planned_[track] = std::max(planned_[track], shares[track]);
        }
    }

    void apply() {
        for (std::size_t i = 0; i < planned_.size(); ++i) {
            GridTrack& track = axis_.tracks[i];
            if (target_ == Target::kBaseSize) {
                track.base_size += planned_[i];
                track.growth_limit = std::max(track.growth_limit, track.base_size);
            } else if (planned_[i] > 0) {
                track.growth_limit = size_of(track) + planned_[i];
            }
        }
    }

private:
    Px size_of(const GridTrack& track) const {
        return target_ == Target::kGrowthLimit && track.growth_limit < kUnbounded
                   ? track.growth_limit
                   : track.base_size;
    }

    void distribute(Px space, const std::vector<std::size_t>& affected, std::vector<Px>& shares) {
        if (share_by_factors(space, affected, shares)) {
            return;
        }
        std::vector<Px> room(axis_.tracks.size(), kUnbounded);
        if (target_ == Target::kBaseSize) {
            Px total_room = 0;
            for (const std::size_t track : affected) {
                room[track] = axis_.tracks[track].growth_limit - axis_.tracks[track].base_size;
                total_room += room[track];
            }
            const Px within_limits = std::min(space, total_room);
            share_equally(within_limits, affected, room, shares);
            space -= within_limits;
            if (space <= 1e-9) {
                return;
            }
            room.assign(axis_.tracks.size(), kUnbounded);
        }
        share_equally(space, beyond_limits(affected), room, shares);
    }

    // §12.5 step 4: flexible tracks alone share by their factors, unless these add up to nothing.
    bool share_by_factors(Px space, const std::vector<std::size_t>& affected,
                          std::vector<Px>& shares) const {
        double factors = 0;
        for (const std::size_t track : affected) {
            factors += axis_.tracks[track].is_flexible() ? axis_.tracks[track].size.max.flex : 0;
        }
        for (const std::size_t track : factors > 0 ? affected : std::vector<std::size_t>{}) {
            shares[track] = space * axis_.tracks[track].size.max.flex / factors;
        }
        return factors > 0;
    }

    // Beyond their limits, tracks that go by content grow first.
    std::vector<std::size_t> beyond_limits(const std::vector<std::size_t>& affected) const {
        std::vector<std::size_t> intrinsic;
        std::copy_if(affected.begin(), affected.end(), std::back_inserter(intrinsic),
                     [this](std::size_t track) {
                         return functions_of(axis_.tracks[track], axis_).max_is_intrinsic;
                     });
        return intrinsic.empty() ? affected : intrinsic;
    }

    GridAxis& axis_;
    Target target_;
    std::vector<Px> planned_;
};

bool crosses_flexible(const GridAxis& axis, const GridSpan& span) {
    return std::any_of(axis.tracks.begin() + span.start, axis.tracks.begin() + span.end(),
                       [](const GridTrack& track) { return track.is_flexible(); });
}

using Contributions = std::span<const GridContribution* const>;

// §12.5 steps 2 to 4 for items of one span, or for those that cross flexible tracks: then only
// these grow.
void size_for_items(GridAxis& axis, Contributions items, bool flexible_only,
                    GridConstraint constraint) {
    const auto counts = [flexible_only](const GridTrack& track) {
        return !track.is_collapsed && (!flexible_only || track.is_flexible());
    };
    const auto raise = [&](Target target, Px GridContribution::*size, auto&& is_affected) {
        SpaceDistributor distributor(axis, target);
        for (const GridContribution* item : items) {
            distributor.add(item->span, item->*size, [&](const GridTrack& track) {
                return counts(track) && is_affected(track, functions_of(track, axis));
            });
        }
        distributor.apply();
    };
    const bool under_constraint = constraint != GridConstraint::kNone;
    raise(Target::kBaseSize, &GridContribution::minimum,
          [](const GridTrack&, const TrackFunctions& f) { return f.min_is_intrinsic; });
    raise(Target::kBaseSize, &GridContribution::min_content,
          [&](const GridTrack&, const TrackFunctions& f) {
              return f.min_is_intrinsic && (!f.min_is_auto || under_constraint);
          });
    raise(Target::kBaseSize, &GridContribution::max_content,
          [&](const GridTrack& track, const TrackFunctions& f) {
              return track.size.min.kind == Kind::kMaxContent ||
                     (f.min_is_intrinsic && f.min_is_auto &&
                      constraint == GridConstraint::kMaxContent);
          });
    if (flexible_only) {
        return;
    }
    raise(Target::kGrowthLimit, &GridContribution::min_content,
          [](const GridTrack&, const TrackFunctions& f) { return f.max_is_intrinsic; });
    raise(Target::kGrowthLimit, &GridContribution::max_content,
          [](const GridTrack& track, const TrackFunctions& f) {
              return f.max_is_intrinsic && !f.max_is_min_content &&
                     (track.growth_limit == kUnbounded || track.growth_limit < f.fit_limit);
          });
}

// §12.5
void resolve_intrinsic_sizes(GridAxis& axis, const std::vector<GridContribution>& contributions,
                             GridConstraint constraint) {
    std::vector<const GridContribution*> inflexible;
    std::vector<const GridContribution*> flexible;
    for (const GridContribution& item : contributions) {
        (crosses_flexible(axis, item.span) ? flexible : inflexible).push_back(&item);
    }
    std::stable_sort(inflexible.begin(), inflexible.end(),
                     [](const auto* a, const auto* b) { return a->span.length < b->span.length; });
    for (std::size_t first = 0; first < inflexible.size();) {
        std::size_t last = first;
        while (last < inflexible.size() &&
               inflexible[last]->span.length == inflexible[first]->span.length) {
            ++last;
        }
        size_for_items(axis, Contributions(inflexible).subspan(first, last - first), false,
                       constraint);
        first = last;
    }
    if (!flexible.empty()) {
        size_for_items(axis, flexible, true, constraint);
    }
    for (GridTrack& track : axis.tracks) {
        const Px fit = functions_of(track, axis).fit_limit;
        if (track.growth_limit == kUnbounded) {
            track.growth_limit = track.base_size;
        }
        track.growth_limit = std::max(track.base_size, std::min(track.growth_limit, fit));
    }
}

// §12.6
void maximize(GridAxis& axis, GridConstraint constraint) {
    if (constraint == GridConstraint::kMinContent) {
        return;
    }
    if (!axis.available) {
        for (GridTrack& track : axis.tracks) {
            track.base_size = track.growth_limit;
        }
        return;
    }
    std::vector<std::size_t> all;
    std::vector<Px> room;
    for (std::size_t i = 0; i < axis.tracks.size(); ++i) {
        all.push_back(i);
        room.push_back(axis.tracks[i].growth_limit - axis.tracks[i].base_size);
    }
    std::vector<Px> shares(axis.tracks.size());
    share_equally(*axis.available - axis.used_space(), all, room, shares);
    for (std::size_t i = 0; i < axis.tracks.size(); ++i) {
        axis.tracks[i].base_size += shares[i];
    }
}

// §12.7.1: the size of 1fr with which these tracks fill the space.
Px fraction_size(std::span<const GridTrack> tracks, Px space) {
    std::vector<bool> is_inflexible(tracks.size());
    while (true) {
        Px left = space;
        double factors = 0;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            if (tracks[i].is_flexible() && !is_inflexible[i]) {
                factors += tracks[i].size.max.flex;
            } else {
                left -= tracks[i].base_size;
            }
        }
        const Px fraction = std::max(0.0, left) / std::max(1.0, factors);
        bool changed = false;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            if (tracks[i].is_flexible() && !is_inflexible[i] &&
                fraction * tracks[i].size.max.flex < tracks[i].base_size) {
                is_inflexible[i] = true;
                changed = true;
            }
        }
        if (!changed) {
            return fraction;
        }
    }
}

// §12.7
void expand_flexible(GridAxis& axis, const std::vector<GridContribution>& contributions,
                     GridConstraint constraint) {
    if (constraint == GridConstraint::kMinContent) {
        return;
    }
    Px fraction = 0;
    if (axis.available) {
        Px gaps = axis.used_space();
        for (const GridTrack& track : axis.tracks) {
            gaps -= track.base_size;
        }
        fraction = fraction_size(axis.tracks, *axis.available - gaps);
    } else {
        for (const GridTrack& track : axis.tracks) {
            if (track.is_flexible()) {
                fraction = std::max(fraction, track.base_size / std::max(1.0, track.size.max.flex));
            }
        }
        for (const GridContribution& item : contributions) {
            if (crosses_flexible(axis, item.span)) {
                const auto first = axis.tracks.begin() + item.span.start;
                const Px space = item.max_content - axis.gap * (item.span.length - 1);
                fraction =
                    std::max(fraction, fraction_size({first, first + item.span.length}, space));
            }
        }
    }
    for (GridTrack& track : axis.tracks) {
        if (track.is_flexible()) {
            track.base_size =
                std::max(track.base_size, truncated_to_unit(fraction * track.size.max.flex));
        }
    }
}

// §12.8
void stretch_auto_tracks(GridAxis& axis) {
    const bool stretches =
        axis.distribution == style::Align::kNormal || axis.distribution == style::Align::kStretch;
    if (!stretches || !axis.available) {
        return;
    }
    std::vector<GridTrack*> autos;
    for (GridTrack& track : axis.tracks) {
        if (track.size.max.kind == Kind::kAuto && !track.size.fit_content && !track.is_collapsed) {
            autos.push_back(&track);
        }
    }
    const Px free = *axis.available - axis.used_space();
    if (free <= 0 || autos.empty()) {
        return;
    }
    for (GridTrack* track : autos) {
        track->base_size += truncated_to_unit(free / static_cast<Px>(autos.size()));
    }
}

}  // namespace

std::optional<Px> fixed_breadth(const css::TrackBreadth& breadth, const GridAxis& axis) {
    if (breadth.kind != Kind::kLength || (breadth.length.has_percentage() && !axis.available)) {
        return std::nullopt;
    }
    return std::max(0.0, truncated_to_unit(breadth.length.resolve(axis.available.value_or(0))));
}

void size_tracks(GridAxis& axis, const std::vector<GridContribution>& contributions,
                 GridConstraint constraint) {
    initialize(axis);
    resolve_intrinsic_sizes(axis, contributions, constraint);
    maximize(axis, constraint);
    expand_flexible(axis, contributions, constraint);
    stretch_auto_tracks(axis);
    place_tracks(axis, axis.used_space());
}

}  // namespace ghreveal::layout
