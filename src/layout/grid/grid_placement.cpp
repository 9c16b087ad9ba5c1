// Which tracks each grid item covers (CSS Grid Layout 1 §8).
#include <algorithm>

#include "layout/grid/grid.h"
#include "layout/grid/grid_lines.h"
#include "style/properties/box_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using css::GridLine;

// Auto-placement goes along lines (rows, unless the grid flows by column), one after the other.
struct PendingItem {
    const Box* box;
    WantedSpan across;  // which lines
    WantedSpan along;   // where on them
};

class Placer {
public:
    struct Room {
        int along_count = 0;  // tracks there are on a line
        int most_tracks = 0;  // explicit and implicit ones there may be
    };
    Placer(const Room& room, bool is_dense)
        : most_tracks_(room.most_tracks), along_count_(room.along_count), is_dense_(is_dense) {}

    void place(std::vector<PendingItem>& items);
    int along_count() const { return along_count_; }

private:
    bool is_free(int across, const PendingItem&, int along) const;
    void put(PendingItem&, int across, int along);
    void place_on_line(PendingItem&);
    void place_anywhere(PendingItem&);

    int most_tracks_;
    int along_count_;
    bool is_dense_;
    std::vector<std::vector<bool>> lines_;  // the tracks that are taken on each
    std::vector<int> line_cursors_;
    int across_ = 0;  // the cursor (§8.5)
    int along_ = 0;
};

bool Placer::is_free(int across, const PendingItem& item, int along) const {
    for (int line = across; line < across + item.across.length; ++line) {
        if (line >= static_cast<int>(lines_.size())) {
            return true;
        }
        for (int at = along; at < along + item.along.length; ++at) {
            if (lines_[static_cast<std::size_t>(line)][static_cast<std::size_t>(at)]) {
                return false;
            }
        }
    }
    return true;
}

// Items beyond the most tracks there may be share the last ones.
void Placer::put(PendingItem& item, int across, int along) {
    across = std::min(across, most_tracks_ - item.across.length);
    along = std::min(along, most_tracks_ - item.along.length);
    item.across.start = across;
    item.along.start = along;
    const auto end = static_cast<std::size_t>(across + item.across.length);
    if (lines_.size() < end) {
        lines_.resize(end, std::vector<bool>(static_cast<std::size_t>(most_tracks_)));
        line_cursors_.resize(end);
    }
    for (std::size_t line = static_cast<std::size_t>(across); line < end; ++line) {
        for (int at = along; at < along + item.along.length; ++at) {
            lines_[line][static_cast<std::size_t>(at)] = true;
        }
    }
    along_count_ = std::max(along_count_, along + item.along.length);
}

// §8.5 step 1: the line is given, not where on it.
void Placer::place_on_line(PendingItem& item) {
    const int across = *item.across.start;
    const auto line = static_cast<std::size_t>(across);
    int along = is_dense_ || line >= line_cursors_.size() ? 0 : line_cursors_[line];
    while (along + item.along.length < most_tracks_ && !is_free(across, item, along)) {
        ++along;
    }
    put(item, across, along);
    line_cursors_[line] = *item.along.start + item.along.length;
}

// §8.5 step 4.
void Placer::place_anywhere(PendingItem& item) {
    if (is_dense_) {
        across_ = 0;
        along_ = 0;
    }
    if (item.along.start) {
        across_ += *item.along.start < along_ ? 1 : 0;
        along_ = *item.along.start;
        while (across_ < most_tracks_ && !is_free(across_, item, along_)) {
            ++across_;
        }
    } else {
        while (across_ < most_tracks_) {
            if (along_ + item.along.length > along_count_) {
                ++across_;
                along_ = 0;
            } else if (is_free(across_, item, along_)) {
                break;
            } else {
                ++along_;
            }
        }
    }
    put(item, across_, along_);
}

void Placer::place(std::vector<PendingItem>& items) {
    for (PendingItem& item : items) {
        if (item.across.start && item.along.start) {
            put(item, *item.across.start, *item.along.start);
        }
    }
    for (PendingItem& item : items) {
        if (item.across.start && !item.along.start) {
            place_on_line(item);
        }
    }
    for (const PendingItem& item : items) {
        along_count_ = std::max(along_count_, item.along.start.value_or(0) + item.along.length);
    }
    for (PendingItem& item : items) {
        if (!item.across.start) {
            place_anywhere(item);
        }
    }
}

// §7.6: the sizes of implicit tracks repeat, backwards before the explicit ones.
void add_implicit_tracks(GridAxis& axis, const std::vector<css::TrackSize>& sizes, int before,
                         int count) {
    const auto size_of = [&sizes](int index) {
        const int length = static_cast<int>(sizes.size());
        return length == 0 ? css::TrackSize{}
                           : sizes[static_cast<std::size_t>(((index % length) + length) % length)];
    };
    std::vector<GridTrack> all;
    for (int i = -before; i < 0; ++i) {
        all.push_back({size_of(i), 0, 0, 0, false});
    }
    all.insert(all.end(), axis.tracks.begin(), axis.tracks.end());
    for (int i = 0; static_cast<int>(all.size()) < count; ++i) {
        all.push_back({size_of(i), 0, 0, 0, false});
    }
    axis.tracks = std::move(all);
    axis.repeated.start += before;
    axis.before = before;
}

// How many tracks stand before the explicit ones, because an item asks for them.
int tracks_before(const std::vector<PendingItem>& items, WantedSpan PendingItem::*axis) {
    int before = 0;
    for (const PendingItem& item : items) {
        before = std::max(before, -(item.*axis).start.value_or(0));
    }
    return before;
}

void shift(std::vector<PendingItem>& items, WantedSpan PendingItem::*axis, int by) {
    for (PendingItem& item : items) {
        if (auto& start = (item.*axis).start) {
            *start += by;
        }
    }
}

std::vector<const Box*> in_order(const Box& container) {
    std::vector<const Box*> boxes;
    for (const Box& child : container.children) {
        if (!child.is_absolutely_positioned()) {
            boxes.push_back(&child);
        }
    }
    std::stable_sort(boxes.begin(), boxes.end(), [](const Box* a, const Box* b) {
        return a->style->box().order < b->style->box().order;
    });
    return boxes;
}

GridLines existing_lines(const NamedLines& lines, const GridAxis& axis, const GridLine& start,
                         const GridLine& end) {
    auto from = line_index(lines, start, false);
    auto to = line_index(lines, end, true);
    if (from && to && *from > *to) {
        std::swap(from, to);
    }
    if (from && end.is_span) {
        to = *from + span_after(lines, end, *from);
    } else if (to && start.is_span) {
        from = *to - span_before(lines, start, *to);
    }
    const auto in_grid = [&axis](std::optional<int> line) {
        const int at = line.value_or(0) + axis.before;
        const bool exists = line && at >= 0 && at <= static_cast<int>(axis.tracks.size());
        return exists ? std::optional(at) : std::nullopt;
    };
    return {in_grid(from), in_grid(to)};
}

}  // namespace

std::vector<GridItem> place_items(const Box& container, GridAxis& columns, GridAxis& rows) {
    const auto& given = container.style->box().grid.value;
    const css::GridContainer grid = given ? *given : css::GridContainer{};
    const NamedLines column_lines{&columns.names, &grid.areas, false, columns.explicit_count,
                                  columns.most_tracks};
    const NamedLines row_lines{&rows.names, &grid.areas, true, rows.explicit_count,
                               rows.most_tracks};
    std::vector<PendingItem> pending;
    for (const Box* box : in_order(container)) {
        const auto& wanted = box->style->box().grid_placement.value;
        const css::GridPlacement placement = wanted ? *wanted : css::GridPlacement{};
        const WantedSpan column =
            wanted_span(column_lines, placement.column_start, placement.column_end);
        const WantedSpan row = wanted_span(row_lines, placement.row_start, placement.row_end);
        pending.push_back(grid.flows_by_column ? PendingItem{box, column, row}
                                               : PendingItem{box, row, column});
    }
    if (pending.empty()) {
        return {};
    }
    GridAxis& along = grid.flows_by_column ? rows : columns;
    GridAxis& across = grid.flows_by_column ? columns : rows;
    const int along_before = tracks_before(pending, &PendingItem::along);
    const int across_before = tracks_before(pending, &PendingItem::across);
    shift(pending, &PendingItem::along, along_before);
    shift(pending, &PendingItem::across, across_before);
    Placer placer({std::max(1, along.explicit_count + along_before), 2 * along.most_tracks},
                  grid.is_dense);
    placer.place(pending);

    int across_count = across.explicit_count + across_before;
    std::vector<GridItem> items;
    for (const PendingItem& item : pending) {
        across_count = std::max(across_count, *item.across.start + item.across.length);
        const GridSpan across_span{*item.across.start, item.across.length};
        const GridSpan along_span{*item.along.start, item.along.length};
        GridItem placed(*item.box);
        placed.columns = grid.flows_by_column ? across_span : along_span;
        placed.rows = grid.flows_by_column ? along_span : across_span;
        items.push_back(std::move(placed));
    }
    const bool by_column = grid.flows_by_column;
    add_implicit_tracks(columns, grid.auto_columns, by_column ? across_before : along_before,
                        by_column ? across_count : placer.along_count());
    add_implicit_tracks(rows, grid.auto_rows, by_column ? along_before : across_before,
                        by_column ? placer.along_count() : across_count);
    return items;
}

PositionedLines positioned_lines(const Box& container, const Box& child, const GridAxis& columns,
                                 const GridAxis& rows) {
    const auto& given = container.style->box().grid.value;
    const css::GridContainer grid = given ? *given : css::GridContainer{};
    const auto& wanted = child.style->box().grid_placement.value;
    const css::GridPlacement placement = wanted ? *wanted : css::GridPlacement{};
    return {
        existing_lines(
            {&columns.names, &grid.areas, false, columns.explicit_count, columns.most_tracks},
            columns, placement.column_start, placement.column_end),
        existing_lines({&rows.names, &grid.areas, true, rows.explicit_count, rows.most_tracks},
                       rows, placement.row_start, placement.row_end),
    };
}

}  // namespace ghreveal::layout
