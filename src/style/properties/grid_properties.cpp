// CSS Grid Layout 1 §7: a grid's tracks and areas.
#include <algorithm>

#include "css/grid_values.h"
#include "style/properties/box_style.h"
#include "style/properties/properties.h"
#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::style {

namespace {

using css::GridArea;
using css::GridContainer;
using css::TokenType;
using css::TrackBreadth;
using css::TrackList;
using css::TrackSize;

GridContainer grid_of(const StyleBuilder& style) {
    const auto& grid = style.box.get().grid.value;
    return grid ? *grid : GridContainer{};
}

void set_grid(StyleBuilder& style, GridContainer grid) {
    style.box.edit().grid.value = std::make_shared<const GridContainer>(std::move(grid));
}

std::optional<TrackBreadth> read_breadth(ValueReader& reader) {
    using Kind = TrackBreadth::Kind;
    static constexpr Keyword<Kind> kKeywords[]{{"auto", Kind::kAuto},
                                               {"min-content", Kind::kMinContent},
                                               {"max-content", Kind::kMaxContent}};
    if (reader.at_end()) {
        return std::nullopt;
    }
    if (const auto kind = read_keyword(reader, kKeywords)) {
        return TrackBreadth{*kind, {}, 0};
    }
    const css::Token& token = reader.peek();
    if (token.is(TokenType::kDimension) && ascii::equal_ignoring_case(token.value(), "fr")) {
        const double flex = token.number;
        reader.next();
        return flex >= 0 ? std::optional(TrackBreadth{Kind::kFlex, {}, flex}) : std::nullopt;
    }
    const auto length = reader.read_length_percentage();
    return length ? std::optional(TrackBreadth{Kind::kLength, *length, 0}) : std::nullopt;
}

// `1fr` alone is minmax(auto, 1fr) (§7.2.4).
TrackSize track_of(const TrackBreadth& breadth) {
    return {breadth.kind == TrackBreadth::Kind::kFlex ? TrackBreadth{} : breadth, breadth, {}};
}

std::optional<TrackSize> read_minmax(ValueReader arguments) {
    const auto min = read_breadth(arguments);
    const bool comma = arguments.read_comma();
    const auto max = read_breadth(arguments);
    if (!min || !comma || !max || !arguments.at_end() || min->kind == TrackBreadth::Kind::kFlex) {
        return std::nullopt;
    }
    return TrackSize{*min, *max, {}};
}

std::optional<TrackSize> read_track(ValueReader& reader) {
    if (const auto arguments = reader.read_function("minmax")) {
        return read_minmax(ValueReader(*arguments, reader.units()));
    }
    if (const auto arguments = reader.read_function("fit-content")) {
        ValueReader limit(*arguments, reader.units());
        const auto length = limit.read_length_percentage();
        return length ? std::optional(TrackSize{{}, {}, *length}) : std::nullopt;
    }
    const auto breadth = read_breadth(reader);
    return breadth ? std::optional(track_of(*breadth)) : std::nullopt;
}

// [name name …]
bool read_line_names(ValueReader& reader, TrackList& list) {
    if (reader.at_end() || !reader.peek().is(TokenType::kOpenBracket)) {
        return false;
    }
    reader.next();
    while (const auto name = reader.read_any_ident()) {
        list.line_names.emplace(*name, static_cast<int>(list.tracks.size()));
    }
    if (!reader.at_end() && reader.peek().is(TokenType::kCloseBracket)) {
        reader.next();
    }
    return true;
}

bool read_repeat(ValueReader arguments, TrackList& list) {
    const bool auto_fill = arguments.read_ident("auto-fill");
    const bool auto_fit = !auto_fill && arguments.read_ident("auto-fit");
    const auto count = auto_fill || auto_fit ? std::optional(1) : arguments.read_integer();
    if (!count || *count < 1 || !arguments.read_comma()) {
        return false;
    }
    TrackList part;
    while (!arguments.at_end()) {
        if (read_line_names(arguments, part)) {
            continue;
        }
        const auto track = read_track(arguments);
        if (!track) {
            return false;
        }
        part.tracks.push_back(*track);
    }
    if (auto_fill || auto_fit) {
        list.repeated = part.tracks;
        list.repeat_at = list.tracks.size();
        list.is_auto_fit = auto_fit;
        return !part.tracks.empty();
    }
    for (int i = 0; i < std::min(*count, Limits{}.grid_tracks); ++i) {
        for (const auto& [name, line] : part.line_names) {
            list.line_names.emplace(name, static_cast<int>(list.tracks.size()) + line);
        }
        list.tracks.insert(list.tracks.end(), part.tracks.begin(), part.tracks.end());
    }
    return list.tracks.size() <= static_cast<std::size_t>(Limits{}.grid_tracks);
}

// Up to the value's end or a slash.
std::optional<TrackList> read_track_list(ValueReader& reader) {
    TrackList list;
    if (reader.read_ident("none")) {
        return list;
    }
    bool any = false;
    while (!reader.at_end() && !reader.peek().is_delim('/')) {
        any = true;
        if (read_line_names(reader, list)) {
            continue;
        }
        if (const auto arguments = reader.read_function("repeat")) {
            if (!read_repeat(ValueReader(*arguments, reader.units()), list)) {
                return std::nullopt;
            }
            continue;
        }
        const auto track = read_track(reader);
        if (!track) {
            return std::nullopt;
        }
        list.tracks.push_back(*track);
    }
    return any ? std::optional(list) : std::nullopt;
}

template <auto Member>
bool set_track_list(StyleBuilder& style, ValueReader& reader) {
    auto list = read_track_list(reader);
    if (list) {
        GridContainer grid = grid_of(style);
        grid.*Member = std::move(*list);
        set_grid(style, std::move(grid));
    }
    return list.has_value();
}

// The words of one row of grid-template-areas; dots are cells without a name.
std::vector<std::string> area_names(std::string_view row) {
    std::vector<std::string> names;
    std::string name;
    for (const char c : std::string(row) + " ") {
        if (c != ' ' && c != '\t' && c != '\n') {
            name += c;
        } else if (!name.empty()) {
            names.push_back(
                name.find_first_not_of('.') == std::string::npos ? "" : ascii::lower_case(name));
            name.clear();
        }
    }
    return names;
}

void add_area_row(GridContainer& grid, const std::vector<std::string>& names) {
    const int row = grid.area_rows++;
    grid.area_columns = std::max(grid.area_columns, static_cast<int>(names.size()));
    for (int column = 0; column < static_cast<int>(names.size()); ++column) {
        const std::string& name = names[static_cast<std::size_t>(column)];
        if (name.empty()) {
            continue;
        }
        const auto [found, is_new] =
            grid.areas.try_emplace(name, GridArea{row, row + 1, column, column + 1});
        GridArea& area = found->second;
        area.row_end = std::max(area.row_end, row + 1);
        area.column_start = std::min(area.column_start, column);
        area.column_end = std::max(area.column_end, column + 1);
    }
}

bool read_areas(StyleBuilder& style, ValueReader& reader) {
    GridContainer grid = grid_of(style);
    grid.areas.clear();
    grid.area_rows = 0;
    grid.area_columns = 0;
    if (!reader.read_ident("none")) {
        while (const auto row = reader.read_string()) {
            add_area_row(grid, area_names(*row));
        }
        if (grid.area_rows == 0) {
            return false;
        }
    }
    set_grid(style, std::move(grid));
    return true;
}

// §7.4: <rows> / <columns>, or rows of area names with sizes, then / <columns>.
bool read_template_into(GridContainer& grid, ValueReader& reader) {
    grid = {};
    if (reader.read_ident("none")) {
        return true;
    }
    const bool has_areas = [&] {
        const std::size_t start = reader.position();
        TrackList ignored;
        while (read_line_names(reader, ignored)) {
        }
        const bool is_string = !reader.at_end() && reader.peek().is(TokenType::kString);
        reader.rewind(start);
        return is_string;
    }();
    if (has_areas) {
        while (!reader.at_end() && !reader.peek().is_delim('/')) {
            read_line_names(reader, grid.rows);
            const auto names = reader.read_string();
            if (!names) {
                break;
            }
            add_area_row(grid, area_names(*names));
            const std::size_t before_size = reader.position();
            const auto size =
                reader.at_end() || reader.peek().is_delim('/') ? std::nullopt : read_track(reader);
            if (!size) {
                reader.rewind(before_size);
            }
            grid.rows.tracks.push_back(size.value_or(TrackSize{}));
        }
    } else if (auto rows = read_track_list(reader)) {
        grid.rows = std::move(*rows);
    } else {
        return false;
    }
    if (reader.read_slash()) {
        auto columns = read_track_list(reader);
        if (!columns) {
            return false;
        }
        grid.columns = std::move(*columns);
        return true;
    }
    return has_areas;
}

bool read_template(StyleBuilder& style, ValueReader& reader) {
    GridContainer grid;
    if (!read_template_into(grid, reader)) {
        return false;
    }
    GridContainer whole = grid_of(style);
    grid.auto_columns = std::move(whole.auto_columns);
    grid.auto_rows = std::move(whole.auto_rows);
    grid.flows_by_column = whole.flows_by_column;
    grid.is_dense = whole.is_dense;
    set_grid(style, std::move(grid));
    return true;
}

std::vector<TrackSize> read_auto_tracks(ValueReader& reader) {
    std::vector<TrackSize> tracks;
    while (!reader.at_end() && !reader.peek().is_delim('/')) {
        const auto track = read_track(reader);
        if (!track) {
            return {};
        }
        tracks.push_back(*track);
    }
    return tracks;
}

template <auto Member>
bool set_auto_tracks(StyleBuilder& style, ValueReader& reader) {
    std::vector<TrackSize> tracks = read_auto_tracks(reader);
    const bool any = !tracks.empty();
    if (any) {
        GridContainer grid = grid_of(style);
        grid.*Member = std::move(tracks);
        set_grid(style, std::move(grid));
    }
    return any;
}

bool read_auto_flow(StyleBuilder& style, ValueReader& reader) {
    GridContainer grid = grid_of(style);
    grid.flows_by_column = false;
    grid.is_dense = false;
    bool any = false;
    while (!reader.at_end()) {
        if (reader.read_ident("column")) {
            grid.flows_by_column = true;
        } else if (reader.read_ident("dense")) {
            grid.is_dense = true;
        } else if (!reader.read_ident("row")) {
            return false;
        }
        any = true;
    }
    if (any) {
        set_grid(style, std::move(grid));
    }
    return any;
}

// `auto-flow dense? <auto tracks>?`, one side of the `grid` shorthand (§7.8).
bool read_auto_flow_part(ValueReader& reader, bool& is_dense, std::vector<TrackSize>& tracks) {
    bool has_flow = false;
    while (!reader.at_end()) {
        if (reader.read_ident("auto-flow")) {
            has_flow = true;
        } else if (reader.read_ident("dense")) {
            is_dense = true;
        } else {
            break;
        }
    }
    if (has_flow) {
        tracks = read_auto_tracks(reader);
    }
    return has_flow;
}

bool read_grid(StyleBuilder& style, ValueReader& reader) {
    const std::size_t start = reader.position();
    GridContainer grid;
    if (read_auto_flow_part(reader, grid.is_dense, grid.auto_rows)) {
        auto columns = reader.read_slash() ? read_track_list(reader) : std::nullopt;
        if (!columns) {
            return false;
        }
        grid.columns = std::move(*columns);
        set_grid(style, std::move(grid));
        return true;
    }
    reader.rewind(start);
    auto rows = read_track_list(reader);
    if (rows && reader.read_slash() &&
        read_auto_flow_part(reader, grid.is_dense, grid.auto_columns)) {
        grid.rows = std::move(*rows);
        grid.flows_by_column = true;
        set_grid(style, std::move(grid));
        return true;
    }
    reader.rewind(start);
    grid = {};
    if (!read_template_into(grid, reader)) {
        return false;
    }
    set_grid(style, std::move(grid));
    return true;
}

void copy_grid(StyleBuilder& style, const ComputedStyle& from) {
    style.box.edit().grid = from.box().grid;
}

template <auto Member>
void copy_part(StyleBuilder& style, const ComputedStyle& from) {
    GridContainer grid = grid_of(style);
    const auto& given = from.box().grid.value;
    grid.*Member = (given ? *given : GridContainer{}).*Member;
    set_grid(style, std::move(grid));
}

constexpr Property kProperties[]{
    {"grid", false, Phase::kRest, read_grid, copy_grid},
    {"grid-template", false, Phase::kRest, read_template, copy_grid},
    {"grid-template-columns", false, Phase::kRest, set_track_list<&GridContainer::columns>,
     copy_part<&GridContainer::columns>},
    {"grid-template-rows", false, Phase::kRest, set_track_list<&GridContainer::rows>,
     copy_part<&GridContainer::rows>},
    {"grid-template-areas", false, Phase::kRest, read_areas, copy_part<&GridContainer::areas>},
    {"grid-auto-columns", false, Phase::kRest, set_auto_tracks<&GridContainer::auto_columns>,
     copy_part<&GridContainer::auto_columns>},
    {"grid-auto-rows", false, Phase::kRest, set_auto_tracks<&GridContainer::auto_rows>,
     copy_part<&GridContainer::auto_rows>},
    {"grid-auto-flow", false, Phase::kRest, read_auto_flow,
     copy_part<&GridContainer::flows_by_column>},
};

}  // namespace

std::span<const Property> grid_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
