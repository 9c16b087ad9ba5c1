// Gradients and positions (CSS Images 3 §3, CSS Values 4 §9).
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "style/properties/properties.h"
#include "style/properties/values/gradient_stops.h"

namespace ghreveal::style {

namespace {

using css::Gradient;
using css::LengthPercentage;

// `to top left`, or the old notation that names where the line begins: `top`.
bool read_side(ValueReader& reader, Gradient& gradient, int direction) {
    static constexpr Keyword<std::pair<int, int>> kSides[]{
        {"top", {0, -1}}, {"bottom", {0, 1}}, {"left", {-1, 0}}, {"right", {1, 0}}};
    bool any = false;
    while (const auto side = read_keyword(reader, kSides)) {
        gradient.corner_x += direction * side->first;
        gradient.corner_y += direction * side->second;
        any = true;
    }
    if (gradient.corner_x == 0 || gradient.corner_y == 0) {
        gradient.angle = std::atan2(gradient.corner_x, -gradient.corner_y);
        gradient.corner_x = 0;
        gradient.corner_y = 0;
    }
    return any;
}

std::optional<Gradient> read_linear(ValueReader reader, bool prefixed) {
    Gradient gradient;
    auto method = read_interpolation(reader);
    bool directed = false;
    if (reader.read_ident("to")) {
        directed = read_side(reader, gradient, 1);
    } else if (const auto angle = reader.read_angle()) {
        // Old notation: counted the other way, from the right.
        gradient.angle = prefixed ? std::numbers::pi / 2 - *angle : *angle;
        directed = true;
    } else if (prefixed) {
        directed = read_side(reader, gradient, -1);
    }
    method = method ? method : read_interpolation(reader);
    if ((directed || method) && !reader.read_comma()) {
        return std::nullopt;
    }
    return read_stops(reader, method, gradient) ? std::optional(gradient) : std::nullopt;
}

bool read_shape(ValueReader& reader, Gradient& gradient) {
    static constexpr Keyword<Gradient::Extent> kExtents[]{
        {"closest-side", Gradient::Extent::kClosestSide},
        {"farthest-side", Gradient::Extent::kFarthestSide},
        {"closest-corner", Gradient::Extent::kClosestCorner},
        {"farthest-corner", Gradient::Extent::kFarthestCorner},
        {"cover", Gradient::Extent::kFarthestCorner},
        {"contain", Gradient::Extent::kClosestSide}};
    bool any = false;
    while (!reader.at_end()) {
        if (reader.read_ident("circle")) {
            gradient.circle = true;
        } else if (reader.read_ident("ellipse")) {
            gradient.circle = false;
        } else if (const auto extent = read_keyword(reader, kExtents)) {
            gradient.extent = *extent;
        } else if (const auto radius = reader.read_length_percentage()) {
            gradient.extent = Gradient::Extent::kExplicit;
            gradient.radius_x = *radius;
            const auto second = reader.read_length_percentage();
            gradient.radius_y = second.value_or(*radius);
            gradient.circle = !second;
        } else {
            break;
        }
        any = true;
    }
    return any;
}

std::optional<Gradient> read_radial(ValueReader reader, bool prefixed) {
    Gradient gradient;
    gradient.kind = Gradient::Kind::kRadial;
    auto method = read_interpolation(reader);
    bool described = false;
    if (prefixed && read_position(reader, gradient.center_x, gradient.center_y)) {
        if (!reader.read_comma()) {
            return std::nullopt;
        }
    }
    described = read_shape(reader, gradient);
    if (reader.read_ident("at")) {
        described = read_position(reader, gradient.center_x, gradient.center_y);
    }
    method = method ? method : read_interpolation(reader);
    if ((described || method) && !reader.read_comma()) {
        return std::nullopt;
    }
    return read_stops(reader, method, gradient) ? std::optional(gradient) : std::nullopt;
}

// CSS Images 4 §3.3.
std::optional<Gradient> read_conic(ValueReader reader) {
    Gradient gradient;
    gradient.kind = Gradient::Kind::kConic;
    gradient.angle = 0;
    auto method = read_interpolation(reader);
    bool described = false;
    if (reader.read_ident("from")) {
        const auto angle = reader.read_angle();
        if (!angle) {
            return std::nullopt;
        }
        gradient.angle = *angle;
        described = true;
    }
    if (reader.read_ident("at")) {
        if (!read_position(reader, gradient.center_x, gradient.center_y)) {
            return std::nullopt;
        }
        described = true;
    }
    method = method ? method : read_interpolation(reader);
    if ((described || method) && !reader.read_comma()) {
        return std::nullopt;
    }
    return read_stops(reader, method, gradient) ? std::optional(gradient) : std::nullopt;
}

// One part of a position: a keyword's percentage, or a length.
struct PositionPart {
    LengthPercentage value;
    bool horizontal_only = false;
    bool vertical_only = false;
};

std::optional<PositionPart> read_position_part(ValueReader& reader) {
    if (reader.read_ident("center")) {
        return PositionPart{{0, 50}};
    }
    if (reader.read_ident("left")) {
        return PositionPart{{0, 0}, true, false};
    }
    if (reader.read_ident("right")) {
        return PositionPart{{0, 100}, true, false};
    }
    if (reader.read_ident("top")) {
        return PositionPart{{0, 0}, false, true};
    }
    if (reader.read_ident("bottom")) {
        return PositionPart{{0, 100}, false, true};
    }
    const auto length = reader.read_length_percentage();
    return length ? std::optional(PositionPart{*length}) : std::nullopt;
}

bool is_position_keyword(const css::Token& token) {
    constexpr std::array<std::string_view, 5> kKeywords{"left", "right", "top", "bottom", "center"};
    return std::any_of(kKeywords.begin(), kKeywords.end(),
                       [&token](std::string_view keyword) { return token.is_ident(keyword); });
}

// `right 10px top`: an offset from the edge the keyword names. `right 10px` alone is two
// coordinates (CSS Backgrounds 3 §3.6).
void add_edge_offset(ValueReader& reader, PositionPart& part) {
    if (!part.horizontal_only && !part.vertical_only) {
        return;
    }
    const std::size_t start = reader.position();
    if (const auto offset = reader.read_length_percentage()) {
        if (reader.at_end() || !is_position_keyword(reader.peek())) {
            reader.rewind(start);
            return;
        }
        const double sign = part.value.percent == 100 ? -1 : 1;
        part.value = {sign * offset->px, part.value.percent + sign * offset->percent};
    }
}

}  // namespace

bool read_position(ValueReader& reader, LengthPercentage& x, LengthPercentage& y) {
    auto first = read_position_part(reader);
    if (!first) {
        return false;
    }
    add_edge_offset(reader, *first);
    auto second = read_position_part(reader);
    if (!second) {
        x = first->vertical_only ? LengthPercentage{0, 50} : first->value;
        y = first->vertical_only ? first->value : LengthPercentage{0, 50};
        return true;
    }
    if (second->vertical_only || second->horizontal_only) {
        const std::size_t start = reader.position();
        if (const auto offset = reader.read_length_percentage()) {
            const double sign = second->value.percent == 100 ? -1 : 1;
            second->value = {sign * offset->px, second->value.percent + sign * offset->percent};
        } else {
            reader.rewind(start);
        }
    }
    const bool same_axis = (first->vertical_only && second->vertical_only) ||
                           (first->horizontal_only && second->horizontal_only);
    if (same_axis) {
        return false;
    }
    const bool swapped = first->vertical_only || second->horizontal_only;
    x = swapped ? second->value : first->value;
    y = swapped ? first->value : second->value;
    return true;
}

std::optional<Gradient> read_gradient(ValueReader& reader) {
    const std::size_t start = reader.position();
    const auto function = reader.read_any_function();
    if (!function) {
        return std::nullopt;
    }
    std::string_view name = function->first;
    const bool prefixed = name.starts_with('-');
    if (prefixed) {
        name.remove_prefix(name.find('-', 1) + 1);
    }
    const bool repeating = name.starts_with("repeating-");
    name.remove_prefix(repeating ? 10 : 0);
    const ValueReader arguments(function->second, reader.units());
    std::optional<Gradient> gradient;
    if (name == "linear-gradient") {
        gradient = read_linear(arguments, prefixed);
    } else if (name == "radial-gradient") {
        gradient = read_radial(arguments, prefixed);
    } else if (name == "conic-gradient" && !prefixed) {
        gradient = read_conic(arguments);
    }
    if (gradient) {
        gradient->repeating = repeating;
    } else {
        reader.rewind(start);
    }
    return gradient;
}

}  // namespace ghreveal::style
