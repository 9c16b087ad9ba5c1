// CSS Grid Layout 1 §7: a grid's tracks and areas.
#include <algorithm>

#include "css/grid_values.h"
#include "style/properties/box_style.h"
#include "style/properties/properties.h"
#include "style/properties/values/grid_track_readers.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

using css::GridArea;
using css::GridContainer;
using css::TokenType;
using css::TrackList;
using css::TrackSize;

GridContainer grid_of(const StyleBuilder& style) {
    const auto& grid = style.box.get().grid.value;
    return grid ? *grid : GridContainer{};
}

void set_grid(StyleBuilder& style, GridContainer grid) {
    style.box.edit().grid.value = std::make_shared<const GridContainer>(std::move(grid));
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

// The areas of rows of names. Rows must be of one length, and each area a rectangle (§7.3).
class AreaReader {
public:
    explicit AreaReader(GridContainer& grid) : grid_(grid) {
        grid_.areas.clear();
        grid_.area_rows = 0;
        grid_.area_columns = 0;
    }

    bool add_row(const std::vector<std::string>& names) {
        const int row = grid_.area_rows++;
        const auto count = static_cast<int>(names.size());
        if (count == 0 || (row > 0 && count != grid_.area_columns)) {
            return false;
        }
        grid_.area_columns = count;
        for (int column = 0; column < count; ++column) {
            add_cell(names[static_cast<std::size_t>(column)], row, column);
        }
        return true;
    }

    bool has_rectangles_only() const {
        return std::all_of(cells_.begin(), cells_.end(), [this](const auto& named) {
            const GridArea& area = grid_.areas.at(named.first);
            return named.second ==
                   (area.row_end - area.row_start) * (area.column_end - area.column_start);
        });
    }

private:
    void add_cell(const std::string& name, int row, int column) {
        if (name.empty()) {
            return;
        }
        ++cells_[name];
        GridArea& area =
            grid_.areas.try_emplace(name, GridArea{row, row + 1, column, column + 1}).first->second;
        area.row_end = std::max(area.row_end, row + 1);
        area.column_start = std::min(area.column_start, column);
        area.column_end = std::max(area.column_end, column + 1);
    }

    GridContainer& grid_;
    std::map<std::string, int> cells_;
};

bool read_areas(StyleBuilder& style, ValueReader& reader) {
    GridContainer grid = grid_of(style);
    AreaReader areas(grid);
    if (!reader.read_ident("none")) {
        while (const auto row = reader.read_string()) {
            if (!areas.add_row(area_names(*row))) {
                return false;
            }
        }
        if (grid.area_rows == 0 || !areas.has_rectangles_only()) {
            return false;
        }
    }
    set_grid(style, std::move(grid));
    return true;
}

bool begins_with_areas(ValueReader reader) {
    TrackList ignored;
    read_line_names(reader, ignored);
    return !reader.at_end() && reader.peek().is(TokenType::kString);
}

// Rows of area names, each with its size: [ <line-names>? <string> <track-size>? <line-names>? ]+
bool read_area_rows(GridContainer& grid, ValueReader& reader) {
    AreaReader areas(grid);
    while (!reader.at_end() && !reader.peek().is_delim('/')) {
        while (read_line_names(reader, grid.rows)) {
        }
        const auto names = reader.read_string();
        if (!names) {
            break;
        }
        if (!areas.add_row(area_names(*names))) {
            return false;
        }
        const std::size_t before_size = reader.position();
        const auto size =
            reader.at_end() || reader.peek().is_delim('/') ? std::nullopt : read_track(reader);
        if (!size) {
            reader.rewind(before_size);
        }
        grid.rows.tracks.push_back(size.value_or(TrackSize{}));
    }
    return areas.has_rectangles_only();
}

// §7.4: <rows> / <columns>, or rows of area names with sizes, then / <columns>.
bool read_template_into(GridContainer& grid, ValueReader& reader) {
    grid = {};
    if (reader.read_ident("none")) {
        return true;
    }
    const bool has_areas = begins_with_areas(reader);
    if (has_areas) {
        if (!read_area_rows(grid, reader)) {
            return false;
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
    static constexpr Keyword<bool> kDirections[]{{"row", false}, {"column", true}};
    GridContainer grid = grid_of(style);
    grid.flows_by_column = false;
    grid.is_dense = false;
    bool has_direction = false;
    while (!reader.at_end()) {
        if (!grid.is_dense && reader.read_ident("dense")) {
            grid.is_dense = true;
        } else if (const auto by_column = read_keyword(reader, kDirections);
                   by_column && !has_direction) {
            grid.flows_by_column = *by_column;
            has_direction = true;
        } else {
            return false;
        }
    }
    set_grid(style, std::move(grid));
    return true;
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
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_part<&GridContainer::flows_by_column>(style, from);
         copy_part<&GridContainer::is_dense>(style, from);
     }},
};

}  // namespace

std::span<const Property> grid_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
