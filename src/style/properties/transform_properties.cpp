// Transforms (CSS Transforms 1 and 2), flat.
#include <array>
#include <cmath>

#include "style/properties/effects/space_turn.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::TransformFunction;

TransformFunction translation(css::LengthPercentage x, css::LengthPercentage y) {
    TransformFunction function{};
    function.kind = TransformFunction::Kind::kTranslate;
    function.x = x;
    function.y = y;
    return function;
}

TransformFunction of_kind(TransformFunction::Kind kind, double first, double second) {
    TransformFunction function{};
    function.kind = kind;
    function.first = first;
    function.second = second;
    return function;
}

std::optional<TransformFunction> read_translate(std::string_view name, ValueReader& reader) {
    const auto first = reader.read_length_percentage();
    if (!first) {
        return std::nullopt;
    }
    if (name == "translatey") {
        return translation({}, *first);
    }
    if (name == "translatex" || !reader.read_comma()) {
        return translation(*first, {});
    }
    const auto second = reader.read_length_percentage();
    if (name == "translate3d" && (!reader.read_comma() || !reader.read_length())) {
        return std::nullopt;
    }
    return second ? std::optional(translation(*first, *second)) : std::nullopt;
}

// What is made flat in depth is not drawn, as no matrix that has no inverse is (CSS Transforms 1
// §14).
TransformFunction scaling(double x, double y, double z) {
    return of_kind(TransformFunction::Kind::kScale, z == 0 ? 0 : x, z == 0 ? 0 : y);
}

// A number, or a percentage of 1 (CSS Transforms 2 §12).
std::optional<double> read_factor(ValueReader& reader) {
    if (!reader.at_end() && reader.peek().is(css::TokenType::kPercentage)) {
        const double factor = reader.peek().number / 100;
        reader.next();
        return factor;
    }
    return reader.read_number();
}

std::optional<TransformFunction> read_scale(std::string_view name, ValueReader& reader) {
    const auto first = read_factor(reader);
    if (!first || name == "scalez") {
        return first ? std::optional(scaling(1, 1, *first)) : std::nullopt;
    }
    std::optional<double> second = first;
    if (reader.read_comma()) {
        second = read_factor(reader);
    }
    if (name == "scale3d") {
        const auto third = reader.read_comma() ? read_factor(reader) : std::nullopt;
        return second && third ? std::optional(scaling(*first, *second, *third)) : std::nullopt;
    }
    return second ? std::optional(of_kind(TransformFunction::Kind::kScale,
                                          name == "scaley" ? 1 : *first,
                                          name == "scalex" ? 1 : *second))
                  : std::nullopt;
}

std::optional<TransformFunction> read_skew(std::string_view name, ValueReader& reader) {
    const auto first = reader.read_angle();
    if (!first) {
        return std::nullopt;
    }
    std::optional<double> second = 0;
    if (reader.read_comma()) {
        second = reader.read_angle();
    }
    if (!second) {
        return std::nullopt;
    }
    return name == "skewy" ? of_kind(TransformFunction::Kind::kSkew, 0, *first)
                           : of_kind(TransformFunction::Kind::kSkew, *first, *second);
}

template <std::size_t N>
std::optional<std::array<double, N>> read_numbers(ValueReader& reader) {
    std::array<double, N> values{};
    for (std::size_t i = 0; i < N; ++i) {
        const auto number = i == 0 || reader.read_comma() ? reader.read_number() : std::nullopt;
        if (!number) {
            return std::nullopt;
        }
        values[i] = *number;
    }
    return values;
}

TransformFunction matrix_function(const Transform& matrix) {
    TransformFunction function{};
    function.kind = TransformFunction::Kind::kMatrix;
    function.matrix = matrix;
    return function;
}

std::optional<TransformFunction> read_matrix(ValueReader& reader) {
    const auto v = read_numbers<6>(reader);
    return v ? std::optional(
                   matrix_function({(*v)[0], (*v)[1], (*v)[2], (*v)[3], (*v)[4], (*v)[5]}))
             : std::nullopt;
}

// Its columns for x, y and the translation, as far as they lie in the plane.
std::optional<TransformFunction> read_matrix3d(ValueReader& reader) {
    const auto v = read_numbers<16>(reader);
    return v ? std::optional(
                   matrix_function({(*v)[0], (*v)[1], (*v)[4], (*v)[5], (*v)[12], (*v)[13]}))
             : std::nullopt;
}

// Turned around an axis and seen from straight above without perspective: Rodrigues' formula (CSS
// Transforms 2 §13.1), of which the plane's part is left.
std::optional<TransformFunction> rotated_around(std::array<double, 3> axis,
                                                std::optional<double> angle) {
    if (!angle) {
        return std::nullopt;
    }
    const double length = std::hypot(axis[0], axis[1], axis[2]);
    if (length == 0) {
        return matrix_function({});
    }
    if (axis[0] == 0 && axis[1] == 0) {
        return of_kind(TransformFunction::Kind::kRotate, axis[2] > 0 ? *angle : -*angle, 0);
    }
    const double x = axis[0] / length;
    const double y = axis[1] / length;
    const double z = axis[2] / length;
    const double sine = std::sin(*angle);
    const double rest = 1 - std::cos(*angle);
    return matrix_function({1 + rest * (x * x - 1), z * sine + x * y * rest,
                            -z * sine + x * y * rest, 1 + rest * (y * y - 1), 0, 0});
}

std::optional<TransformFunction> read_rotate(std::string_view name, ValueReader& reader) {
    if (name == "rotate3d") {
        const auto axis = read_numbers<3>(reader);
        return axis && reader.read_comma() ? rotated_around(*axis, reader.read_angle())
                                           : std::nullopt;
    }
    const auto angle = reader.read_angle();
    return name == "rotatex"   ? rotated_around({1, 0, 0}, angle)
           : name == "rotatey" ? rotated_around({0, 1, 0}, angle)
                               : rotated_around({0, 0, 1}, angle);
}

// CSS Transforms 1 §13; the three-dimensional ones by what they do in the plane.
std::optional<TransformFunction> read_transform_function(std::string_view name,
                                                         ValueReader& reader) {
    if (name == "translatez") {
        return reader.read_length() ? std::optional(translation({}, {})) : std::nullopt;
    }
    if (name.starts_with("translate")) {
        return read_translate(name, reader);
    }
    if (name.starts_with("scale")) {
        return read_scale(name, reader);
    }
    if (name.starts_with("rotate")) {
        return read_rotate(name, reader);
    }
    if (name.starts_with("skew")) {
        return read_skew(name, reader);
    }
    if (name == "perspective") {
        const bool is_value = reader.read_ident("none") || reader.read_non_negative_length();
        return is_value ? std::optional(translation({}, {})) : std::nullopt;
    }
    return name == "matrix"     ? read_matrix(reader)
           : name == "matrix3d" ? read_matrix3d(reader)
                                : std::nullopt;
}

bool read_transform(StyleBuilder& style, ValueReader& reader) {
    std::vector<TransformFunction> functions;
    SpaceTurns turns;
    if (!reader.read_ident("none")) {
        while (!reader.at_end()) {
            const auto function = reader.read_any_function();
            if (!function) {
                return false;
            }
            ValueReader arguments(function->second, reader.units());
            const auto parsed = read_transform_function(function->first, arguments);
            if (!parsed || !arguments.at_end()) {
                return false;
            }
            turns.add(function->first, *parsed, ValueReader(function->second, reader.units()));
            functions.push_back(*parsed);
        }
    }
    style.paint.edit().transform = std::move(functions);
    style.paint.edit().turn = turns.total();
    return true;
}

bool read_transform_origin(StyleBuilder& style, ValueReader& reader) {
    css::LengthPercentage x;
    css::LengthPercentage y;
    if (!read_position(reader, x, y)) {
        return false;
    }
    reader.read_length();  // z
    style.paint.edit().transform_origin_x = x;
    style.paint.edit().transform_origin_y = y;
    return true;
}

// CSS Transforms 2 §3.
bool read_translate_property(StyleBuilder& style, ValueReader& reader) {
    std::optional<TransformFunction> translate;
    if (!reader.read_ident("none")) {
        const auto x = reader.read_length_percentage();
        if (!x) {
            return false;
        }
        const auto y = reader.read_length_percentage();
        reader.read_length();  // z
        translate = translation(*x, y.value_or(css::LengthPercentage{}));
    }
    style.paint.edit().translate = translate;
    return true;
}

// An angle, with the axis around which before it or after it.
bool read_rotate_property(StyleBuilder& style, ValueReader& reader) {
    std::optional<TransformFunction> rotate;
    std::optional<SpaceTurn> turn;
    if (!reader.read_ident("none")) {
        const auto read_axis = [&reader]() -> std::optional<std::array<double, 3>> {
            static constexpr Keyword<std::array<double, 3>> kAxes[]{
                {"x", {1, 0, 0}}, {"y", {0, 1, 0}}, {"z", {0, 0, 1}}};
            if (const auto axis = read_keyword(reader, kAxes)) {
                return axis;
            }
            std::array<double, 3> axis{};
            const std::size_t start = reader.position();
            for (double& part : axis) {
                const auto number = reader.read_number();
                if (!number) {
                    reader.rewind(start);
                    return std::nullopt;
                }
                part = *number;
            }
            return axis;
        };
        auto axis = read_axis();
        // A bare 0 is no angle here (CSS Values 4 §7.1).
        const bool is_number = !reader.at_end() && reader.peek().is(css::TokenType::kNumber);
        const auto angle = is_number ? std::nullopt : reader.read_angle();
        axis = axis ? axis : read_axis();
        const auto around = axis.value_or(std::array<double, 3>{0, 0, 1});
        rotate = rotated_around(around, angle);
        if (!rotate) {
            return false;
        }
        if (around[0] != 0 || around[1] != 0) {
            turn = turn_around(around, *angle);
        }
    }
    style.paint.edit().rotate = rotate;
    style.paint.edit().rotated = turn;
    return true;
}

bool read_scale_property(StyleBuilder& style, ValueReader& reader) {
    std::optional<TransformFunction> scale;
    if (!reader.read_ident("none")) {
        const auto x = read_factor(reader);
        if (!x) {
            return false;
        }
        const auto y = read_factor(reader);
        const auto z = read_factor(reader);
        scale = scaling(*x, y.value_or(*x), z.value_or(1));
    }
    style.paint.edit().scale = scale;
    return true;
}

#define GHREVEAL_TRANSFORM(name, field, read)                                                 \
    {                                                                                         \
        name, false, Phase::kRest, read, [](StyleBuilder& style, const ComputedStyle& from) { \
            style.paint.edit().field = from.paint().field;                                    \
        }                                                                                     \
    }

// What SVG's elements have is, for boxes, one of CSS's (§5).
bool read_transform_box(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<css::BoxArea> kBoxes[]{{"border-box", css::BoxArea::kBorderBox},
                                                    {"stroke-box", css::BoxArea::kBorderBox},
                                                    {"view-box", css::BoxArea::kBorderBox},
                                                    {"content-box", css::BoxArea::kContentBox},
                                                    {"fill-box", css::BoxArea::kContentBox}};
    const auto area = read_keyword(reader, kBoxes);
    if (area) {
        style.paint.edit().transform_box = *area;
    }
    return area.has_value();
}

// Boxes at other depths are drawn as they lie in the tree.
bool read_transform_style(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kStyles[]{{"flat", false}, {"preserve-3d", true}};
    const auto keeps = read_keyword(reader, kStyles);
    style.paint.edit().keeps_space = keeps.value_or(false);
    return keeps.has_value();
}

bool read_backface_visibility(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"visible", false}, {"hidden", true}};
    const auto hides = read_keyword(reader, kKinds);
    style.paint.edit().hides_back = hides.value_or(false);
    return hides.has_value();
}

constexpr Property kProperties[]{
    {"transform", false, Phase::kRest, read_transform,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().transform = from.paint().transform;
         style.paint.edit().turn = from.paint().turn;
     }},
    {"transform-origin", false, Phase::kRest, read_transform_origin,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().transform_origin_x = from.paint().transform_origin_x;
         style.paint.edit().transform_origin_y = from.paint().transform_origin_y;
     }},
    {"transform-box", false, Phase::kRest, read_transform_box,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().transform_box = from.paint().transform_box;
     }},
    GHREVEAL_TRANSFORM("translate", translate, read_translate_property),
    {"rotate", false, Phase::kRest, read_rotate_property,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().rotate = from.paint().rotate;
         style.paint.edit().rotated = from.paint().rotated;
     }},
    GHREVEAL_TRANSFORM("transform-style", keeps_space, read_transform_style),
    GHREVEAL_TRANSFORM("backface-visibility", hides_back, read_backface_visibility),
    GHREVEAL_TRANSFORM("scale", scale, read_scale_property),
};

}  // namespace

std::span<const Property> transform_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
