#include "layout/grid/grid.h"

#include <algorithm>
#include <array>
#include <limits>

#include "layout/grid/grid_items.h"
#include "layout/grid/grid_positioned.h"
#include "layout/positioned.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;

std::optional<Px> minus(std::optional<Px> size, Px taken) {
    return size ? std::optional<Px>(std::max(0.0, *size - taken)) : std::nullopt;
}

GridFrame grid_frame(const Box& box, const ContainingBlock& containing_block,
                     const ForcedSize& forced) {
    const style::BoxStyle& style = box.style->box();
    GridFrame frame;
    frame.border = forced.border.value_or(used_border(box));
    frame.padding = used_padding(box, containing_block.width);
    const Edges around = frame.border + frame.padding;
    frame.content_width = std::max(0.0, forced.width.value_or(0) - around.horizontal());
    const SizeBasis vertical{containing_block.height, around.vertical()};
    const SizeBounds heights = used_height_bounds(box, containing_block, around.vertical());
    frame.content_height_bounds = {std::max(0.0, heights.min - around.vertical()),
                                   minus(heights.max, around.vertical())};
    std::optional<Px> height = forced.height;
    if (!height) {
        height = definite_border_box_size(style.height, style.box_sizing, vertical);
        height = height ? std::optional<Px>(heights.clamp(*height)) : height;
    }
    frame.content_height = minus(height, around.vertical());
    return frame;
}

// The container's content box, as far as it is known.
struct ContentSize {
    std::optional<Px> width, height;
    SizeBounds widths, heights;
};

GridAxes explicit_axes(const Box& box, const ContentSize& size, const Limits& limits) {
    const style::BoxStyle& style = box.style->box();
    static const css::GridContainer kInitial;
    const css::GridContainer& grid = style.grid.value ? *style.grid.value : kInitial;
    const Px column_gap = style.column_gap.resolve(size.width.value_or(0));
    const Px row_gap = style.row_gap.resolve(size.height.value_or(0));
    GridAxes axes{explicit_axis({grid.columns, grid.area_columns, column_gap, size.width,
                                 size.widths, limits.grid_tracks}),
                  explicit_axis({grid.rows, grid.area_rows, row_gap, size.height, size.heights,
                                 limits.grid_tracks})};
    const bool is_rtl = box.style->text().direction == style::Direction::kRightToLeft;
    axes.columns.distribution = in_axis(style.justify_content, {true, is_rtl, is_rtl});
    axes.rows.distribution = style.align_content;
    return axes;
}

// §7.2.3.2: empty tracks of repeat(auto-fit, …) vanish.
void collapse_empty_tracks(const css::TrackList& list, GridAxis& axis,
                           const std::vector<GridItem>& items, GridSpan GridItem::*span) {
    if (!list.is_auto_fit) {
        return;
    }
    std::vector<bool> is_used(axis.tracks.size());
    for (const GridItem& item : items) {
        for (int i = (item.*span).start; i < (item.*span).end(); ++i) {
            is_used[static_cast<std::size_t>(i)] = true;
        }
    }
    for (int i = axis.repeated.start; i < axis.repeated.end(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        axis.tracks[index].is_collapsed = !is_used[index];
    }
}

void collapse_empty_tracks(const Box& box, GridAxes& axes, const std::vector<GridItem>& items) {
    if (const auto& grid = box.style->box().grid.value) {
        collapse_empty_tracks(grid->columns, axes.columns, items, &GridItem::columns);
        collapse_empty_tracks(grid->rows, axes.rows, items, &GridItem::rows);
    }
}

// Rows of a container without a height are sized for what its min- and max-height make of it.
Px size_rows(const GridFrame& frame, GridAxis& rows, const std::vector<GridItem>& items) {
    const auto contributions = row_contributions(items, rows);
    size_tracks(rows, contributions, GridConstraint::kNone);
    const Px height =
        frame.content_height.value_or(frame.content_height_bounds.clamp(rows.total()));
    // §12.1: percentages and shares of the free space are of that height.
    const bool asks_for_height =
        std::any_of(rows.tracks.begin(), rows.tracks.end(), [](const GridTrack& track) {
            const auto is_percentage = [](const css::TrackBreadth& breadth) {
                return breadth.kind == css::TrackBreadth::Kind::kLength &&
                       breadth.length.has_percentage();
            };
            return track.is_flexible() || is_percentage(track.size.min) ||
                   is_percentage(track.size.max);
        });
    // Rows that are higher than the container may be stay so, as browsers have it.
    if (!rows.available && (asks_for_height || height > rows.total())) {
        rows.available = height;
        size_tracks(rows, contributions, GridConstraint::kNone);
    }
    place_tracks(rows, height);
    return height;
}

void mirror(GridAxis& columns, Px content_width) {
    for (GridTrack& track : columns.tracks) {
        track.position = content_width - track.position - track.base_size;
    }
}

Rect area_of(const GridItem& item, const GridAxes& axes) {
    const auto start = [](const GridAxis& axis, const GridSpan& span) {
        return std::min(axis.tracks[static_cast<std::size_t>(span.start)].position,
                        axis.tracks[static_cast<std::size_t>(span.end() - 1)].position);
    };
    const auto end = [](const GridAxis& axis, const GridSpan& span) {
        const GridTrack& first = axis.tracks[static_cast<std::size_t>(span.start)];
        const GridTrack& last = axis.tracks[static_cast<std::size_t>(span.end() - 1)];
        return std::max(first.position + first.base_size, last.position + last.base_size);
    };
    const Px x = start(axes.columns, item.columns);
    const Px y = start(axes.rows, item.rows);
    return {x, y, end(axes.columns, item.columns) - x, end(axes.rows, item.rows) - y};
}

// The grid's own first or last baseline (CSS Grid Layout 1 §10.6): in its first or last row that of
// an item that is aligned to such a baseline, or to the other one, else of its first or last item.
class GridBaseline {
public:
    explicit GridBaseline(style::Align which) : which_(which) {}
    std::optional<Px> position() const { return position_; }

    void take(const GridItem& item, style::Align align, Px baseline) {
        const bool is_first = which_ == style::Align::kBaseline;
        const int row = is_first ? -item.rows.start : item.rows.end();
        const int column = is_first ? -item.columns.start : item.columns.end();
        const bool is_aligned =
            align == style::Align::kBaseline || align == style::Align::kLastBaseline;
        const Rank rank{row, align == which_ ? 2 : is_aligned ? 1 : 0, column};
        if (!position_ || rank > best_) {
            best_ = rank;
            position_ = baseline;
        }
    }

private:
    using Rank = std::array<int, 3>;
    style::Align which_;
    std::optional<Px> position_;
    Rank best_{};
};

BoxLayout container_layout(const Box& box, const GridFrame& frame, Px content_height,
                           const GridAxes& axes, std::vector<GridItem>& items,
                           LayoutContext& context) {
    const Edges around = frame.border + frame.padding;
    const Point content{around.left, around.top};
    BoxLayout result;
    Fragment& fragment = result.fragment;
    fragment.source = box.source;
    fragment.border = frame.border;
    fragment.padding = frame.padding;
    fragment.border_box = {0, 0, frame.content_width + around.horizontal(),
                           content_height + around.vertical()};
    const bool is_rtl = box.style->text().direction == style::Direction::kRightToLeft;
    GridBaseline first{style::Align::kBaseline};
    GridBaseline last{style::Align::kLastBaseline};
    for (GridItem& item : items) {
        const Rect area = area_of(item, axes);
        fit_item_to_area(box, item, area.size(), context);
        const Point origin = position_in_area(box, item, area);
        const BoxMeasures& measures = item.layout.measures();
        const Px top = content.y + origin.y;
        first.take(item, vertical_alignment(box, *item.box),
                   top + measures.first_baseline.value_or(measures.size.height));
        last.take(item, vertical_alignment(box, *item.box),
                  top + measures.last_baseline.value_or(measures.size.height));
        const Point moved = relative_offset(*item.box, {area.width, area.height, is_rtl});
        fragment.children.push_back(item.layout.finish(context).fragment);
        move_to(fragment.children.back(),
                {content.x + origin.x + moved.x, content.y + origin.y + moved.y});
    }
    result.first_baseline = first.position();
    result.last_baseline = last.position();
    for (const Box& child : box.children) {
        if (child.is_absolutely_positioned()) {
            add_positioned_child({box, frame, content_height}, child, axes, fragment, context);
        }
    }
    return result;
}

// How often auto-fill's tracks fit beside the others (§7.2.3.2): into the container's size or its
// maximum, else until they fill its minimum.
std::size_t repetitions(const ExplicitAxis& axis) {
    const auto& [list, tracks_of_areas, gap, available, bounds, most] = axis;
    const bool has_end = available || bounds.max;
    if (!has_end && bounds.min <= 0) {
        return 1;
    }
    const Px room = available ? *available : bounds.clamp(bounds.max.value_or(bounds.min));
    const auto fixed_size = [&](const css::TrackSize& track) {
        const auto px = [&](const css::TrackBreadth& breadth) {
            return breadth.kind == css::TrackBreadth::Kind::kLength ? breadth.length.resolve(room)
                                                                    : 0;
        };
        const Px max = px(track.max);
        return max > 0 ? std::max(max, px(track.min)) : px(track.min);
    };
    Px others = 0;
    for (const css::TrackSize& track : list.tracks) {
        others += fixed_size(track) + gap;
    }
    Px once = 0;
    for (const css::TrackSize& track : list.repeated) {
        once += fixed_size(track) + gap;
    }
    const double fitting = once > 0 ? (room + gap - others) / once : 1;
    const double count = has_end ? std::floor(fitting) : std::ceil(fitting);
    return static_cast<std::size_t>(std::clamp(count, 1.0, static_cast<double>(most)));
}

// The names of all lines, once it is known which tracks are repeated ones.
css::LineNames all_names(const css::TrackList& list, const GridSpan& repeated) {
    css::LineNames names = list.line_names;
    const auto once = static_cast<int>(list.repeated.size());
    for (int at = repeated.start; once > 0 && at + once <= repeated.end(); at += once) {
        for (const auto& [name, line] : list.repeated_names) {
            names.emplace(name, at + line);
        }
    }
    for (const auto& [name, line] : list.names_after_repeated) {
        names.emplace(name, line + repeated.length);
    }
    return names;
}

}  // namespace

GridAxis explicit_axis(const ExplicitAxis& wanted) {
    const css::TrackList& list = wanted.list;
    const auto most = static_cast<std::size_t>(wanted.most_tracks);
    GridAxis axis;
    axis.gap = wanted.gap;
    axis.available = wanted.available;
    axis.most_tracks = wanted.most_tracks;
    const auto add = [&axis, most](const std::vector<css::TrackSize>& sizes) {
        for (const css::TrackSize& size : sizes) {
            if (axis.tracks.size() < most) {
                axis.tracks.push_back({size, 0, 0, 0, false});
            }
        }
        return static_cast<int>(axis.tracks.size());
    };
    const auto repeat_at = list.tracks.begin() + static_cast<std::ptrdiff_t>(list.repeat_at);
    const int before = add({list.tracks.begin(), repeat_at});
    int end = before;
    const std::size_t count = list.repeated.empty() ? 0 : repetitions(wanted);
    for (std::size_t n = 0; n < count; ++n) {
        end = add(list.repeated);
    }
    axis.repeated = {before, end - before};
    axis.names = all_names(list, axis.repeated);
    axis.explicit_count = add({repeat_at, list.tracks.end()});
    axis.explicit_count =
        std::max(axis.explicit_count, std::min(wanted.tracks_of_areas, wanted.most_tracks));
    return axis;
}

BoxLayout lay_out_grid(const Box& box, const ContainingBlock& containing_block,
                       const ForcedSize& forced, LayoutContext& context) {
    const GridFrame frame = grid_frame(box, containing_block, forced);
    GridAxes axes = explicit_axes(
        box, {frame.content_width, frame.content_height, {}, frame.content_height_bounds},
        context.limits);
    std::vector<GridItem> items = place_items(box, axes.columns, axes.rows);
    collapse_empty_tracks(box, axes, items);
    size_tracks(axes.columns, column_contributions(box, items, axes, context),
                GridConstraint::kNone);
    place_tracks(axes.columns, frame.content_width);
    lay_out_items_in_columns(box, items, axes, context);
    align_baselines(box, items);
    const Px height = size_rows(frame, axes.rows, items);
    const css::LengthPercentage& row_gap = box.style->box().row_gap;
    if (!frame.content_height && row_gap.has_percentage()) {
        // CSS Box Alignment 3 §8.1: of the height that came out without it.
        axes.rows.gap = row_gap.resolve(height);
        place_tracks(axes.rows, height);
    }
    if (box.style->text().direction == style::Direction::kRightToLeft) {
        mirror(axes.columns, frame.content_width);
    }
    return container_layout(box, frame, height, axes, items, context);
}

IntrinsicSizes grid_intrinsic_sizes(const Box& box, LayoutContext& context) {
    const Px around = (used_padding(box, 0) + used_border(box)).horizontal();
    SizeBounds widths = width_bounds(box.style->box(), {std::nullopt, around});
    widths = {std::max(0.0, widths.min - around), minus(widths.max, around)};
    GridAxes axes = explicit_axes(box, {{}, {}, widths, {}}, context.limits);
    const std::vector<GridItem> items = place_items(box, axes.columns, axes.rows);
    collapse_empty_tracks(box, axes, items);
    const auto contributions = column_contributions(box, items, axes, context);
    size_tracks(axes.columns, contributions, GridConstraint::kMinContent);
    const Px min_content = axes.columns.total();
    size_tracks(axes.columns, contributions, GridConstraint::kMaxContent);
    return {around + min_content, around + axes.columns.total()};
}

}  // namespace ghreveal::layout
