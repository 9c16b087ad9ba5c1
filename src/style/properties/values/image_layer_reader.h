// What `background` and `mask` have in common: pictures, where they lie and how often (CSS
// Backgrounds 3 §3, CSS Masking 1 §6).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "css/values.h"
#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// An address or a gradient; `none` is not read.
bool read_image(ValueReader&, css::BackgroundLayer&);
bool read_repeat(ValueReader&, css::BackgroundLayer&);
bool read_size(ValueReader&, css::BackgroundSize&);
// Position and size: `<position> [ / <size> ]?`.
bool read_place(ValueReader&, css::BackgroundLayer&);
std::optional<css::BoxArea> read_area(ValueReader&);
// Where a layer of a list ends.
bool at_layer_end(const ValueReader&);

// One axis of a position: a keyword of these, with an offset behind it, or a length (CSS
// Backgrounds 4 §2.1).
struct AxisNames {
    std::string_view near_edge;
    std::string_view far_edge;
};
std::optional<css::LengthPercentage> read_axis(ValueReader&, const AxisNames&);

// A list with commas of what `read` reads.
template <typename Read>
std::optional<std::vector<css::BoxArea>> read_area_list(ValueReader& reader, Read&& read) {
    std::vector<css::BoxArea> areas;
    do {
        const std::optional<css::BoxArea> area = read(reader);
        if (!area) {
            return std::nullopt;
        }
        areas.push_back(*area);
    } while (reader.read_comma());
    return areas;
}

}  // namespace ghreveal::style
