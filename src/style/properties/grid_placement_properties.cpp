// CSS Grid Layout 1 §8: where items go in a grid.
#include <algorithm>

#include "css/grid_values.h"
#include "style/properties/box_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::GridLine;
using css::GridPlacement;

GridPlacement placement_of(const StyleBuilder& style) {
    const auto& placement = style.box.get().grid_placement.value;
    return placement ? *placement : GridPlacement{};
}

void set_placement(StyleBuilder& style, GridPlacement placement) {
    style.box.edit().grid_placement.value =
        std::make_shared<const GridPlacement>(std::move(placement));
}

// §8.3 <grid-line>
std::optional<GridLine> read_line(ValueReader& reader) {
    if (reader.read_ident("auto")) {
        return GridLine{};
    }
    GridLine line;
    const int most = reader.limits().grid_tracks;
    while (!reader.at_end() && !reader.peek().is_delim('/')) {
        const auto number = line.number == 0 ? reader.read_integer() : std::nullopt;
        if (number && *number != 0) {
            line.number = std::clamp(*number, -most, most);
        } else if (!number && !line.is_span && reader.read_ident("span")) {
            line.is_span = true;
        } else if (auto name = reader.read_custom_ident();
                   name && line.name.empty() && *name != "auto" && *name != "span") {
            line.name = std::move(*name);
        } else {
            return std::nullopt;
        }
    }
    const bool says_something = line.number != 0 || !line.name.empty();
    return says_something && !(line.is_span && line.number < 0) ? std::optional(line)
                                                                : std::nullopt;
}

template <auto Member>
bool set_line(StyleBuilder& style, ValueReader& reader) {
    auto line = read_line(reader);
    if (line) {
        GridPlacement placement = placement_of(style);
        placement.*Member = std::move(*line);
        set_placement(style, std::move(placement));
    }
    return line.has_value();
}

// §8.4: what is left out repeats a name, and is `auto` otherwise.
GridLine opposite(const GridLine& start) {
    GridLine line;
    if (!start.is_span && start.number == 0) {
        line.name = start.name;
    }
    return line;
}

template <auto Start, auto End>
bool set_line_pair(StyleBuilder& style, ValueReader& reader) {
    const auto start = read_line(reader);
    if (!start) {
        return false;
    }
    GridLine end = opposite(*start);
    if (reader.read_slash()) {
        const auto given = read_line(reader);
        if (!given) {
            return false;
        }
        end = *given;
    }
    GridPlacement placement = placement_of(style);
    placement.*Start = *start;
    placement.*End = std::move(end);
    set_placement(style, std::move(placement));
    return true;
}

// row-start / column-start / row-end / column-end
bool read_area(StyleBuilder& style, ValueReader& reader) {
    std::vector<GridLine> lines;
    do {
        const auto line = read_line(reader);
        if (!line) {
            return false;
        }
        lines.push_back(*line);
    } while (lines.size() < 4 && reader.read_slash());
    GridPlacement placement;
    placement.row_start = lines[0];
    placement.column_start = lines.size() > 1 ? lines[1] : opposite(lines[0]);
    placement.row_end = lines.size() > 2 ? lines[2] : opposite(lines[0]);
    placement.column_end = lines.size() > 3 ? lines[3] : opposite(placement.column_start);
    set_placement(style, std::move(placement));
    return true;
}

void copy_placement(StyleBuilder& style, const ComputedStyle& from) {
    style.box.edit().grid_placement = from.box().grid_placement;
}

template <auto Member>
void copy_line(StyleBuilder& style, const ComputedStyle& from) {
    GridPlacement placement = placement_of(style);
    const auto& given = from.box().grid_placement.value;
    placement.*Member = (given ? *given : GridPlacement{}).*Member;
    set_placement(style, std::move(placement));
}

constexpr Property kProperties[]{
    {"grid-area", false, Phase::kRest, read_area, copy_placement},
    {"grid-row", false, Phase::kRest,
     set_line_pair<&GridPlacement::row_start, &GridPlacement::row_end>, copy_placement},
    {"grid-column", false, Phase::kRest,
     set_line_pair<&GridPlacement::column_start, &GridPlacement::column_end>, copy_placement},
    {"grid-row-start", false, Phase::kRest, set_line<&GridPlacement::row_start>,
     copy_line<&GridPlacement::row_start>},
    {"grid-row-end", false, Phase::kRest, set_line<&GridPlacement::row_end>,
     copy_line<&GridPlacement::row_end>},
    {"grid-column-start", false, Phase::kRest, set_line<&GridPlacement::column_start>,
     copy_line<&GridPlacement::column_start>},
    {"grid-column-end", false, Phase::kRest, set_line<&GridPlacement::column_end>,
     copy_line<&GridPlacement::column_end>},
};

}  // namespace

std::span<const Property> grid_placement_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
