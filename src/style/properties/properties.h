// The CSS properties: how each value is read into a style, and how it is copied for `inherit`,
// `initial` and `unset`. Adding a property is adding a row to one of the tables.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/style_builder.h"

namespace ghreveal::style {

// What has to be known before other values can be read: the font, for lengths in em, and the
// direction, for the sides that logical properties name.
enum class Phase : std::uint8_t { kFontAndDirection, kRest };

struct Property {
    std::string_view name;
    bool inherited;
    Phase phase;
    // Takes the value, or gives false; then part of it may have been taken.
    bool (*read)(StyleBuilder&, ValueReader&);
    void (*copy)(StyleBuilder&, const ComputedStyle& from);
    // What a shorthand of the first phase sets in the second; null: nothing.
    const Property* rest = nullptr;
};

// Null for a property that is not here; style/inventory/ says of it whether something is lost.
const Property* find_property(std::string_view name);
const std::vector<std::string>& property_names();
const std::vector<const Property*>& all_properties();
// The shorthand `all`, whose values are the keywords of every property.
bool is_all(const Property&);

// The tables, one a group of properties.
std::span<const Property> font_properties();
std::span<const Property> font_variant_properties();
std::span<const Property> text_properties();
std::span<const Property> white_space_properties();
std::span<const Property> display_properties();
std::span<const Property> line_properties();
std::span<const Property> box_properties();
std::span<const Property> containment_properties();
std::span<const Property> alignment_properties();
std::span<const Property> grid_properties();
std::span<const Property> grid_placement_properties();
std::span<const Property> border_properties();
std::span<const Property> background_properties();
std::span<const Property> visual_properties();
std::span<const Property> transform_properties();
std::span<const Property> clip_properties();
std::span<const Property> filter_properties();
std::span<const Property> mask_properties();
std::span<const Property> border_image_properties();
std::span<const Property> column_properties();
std::span<const Property> animation_properties();
std::span<const Property> generated_content_properties();
std::span<const Property> logical_properties();
std::span<const Property> svg_properties();

// A keyword from a list; nothing read when it is none of them.
template <typename T>
struct Keyword {
    std::string_view name;
    T value;
};

template <typename T, std::size_t N>
std::optional<T> read_keyword(ValueReader& reader, const Keyword<T> (&keywords)[N]) {
    for (const Keyword<T>& keyword : keywords) {
        if (reader.read_ident(keyword.name)) {
            return keyword.value;
        }
    }
    return std::nullopt;
}

// Reads a value of 1 to 4 parts into sides as `margin` does; false when the first part is none.
template <typename T, typename Read>
bool read_sides(ValueReader& reader, css::Sides<T>& sides, Read&& read) {
    T values[4];
    std::size_t count = 0;
    while (count < 4 && !reader.at_end()) {
        const std::size_t start = reader.position();
        const std::optional<T> value = read(reader);
        if (!value) {
            reader.rewind(start);
            break;
        }
        values[count++] = *value;
    }
    if (count == 0) {
        return false;
    }
    sides.top = values[0];
    sides.right = values[count > 1 ? 1 : 0];
    sides.bottom = values[count > 2 ? 2 : 0];
    sides.left = values[count > 3 ? 3 : count > 1 ? 1 : 0];
    return true;
}

// What `font` sets of `font-variant`: all normal.
void reset_font_variants(StyleBuilder&);
// Its one keyword that `font` takes.
void set_small_caps(StyleBuilder&);

// Background layers are read by `background` and its longhands (backgrounds.cpp); gradients and
// positions by these.
std::optional<css::Gradient> read_gradient(ValueReader&);
bool read_position(ValueReader&, css::LengthPercentage& x, css::LengthPercentage& y);

}  // namespace ghreveal::style
