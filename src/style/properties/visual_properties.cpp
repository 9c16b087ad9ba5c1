// Colour, visibility, transforms, stacking and text decoration.
#include <algorithm>
#include <array>

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::TransformFunction;

bool read_color(StyleBuilder& style, ValueReader& reader) {
    const auto color = reader.read_color();
    if (!color) {
        return false;
    }
    const Color value = color->is_current ? style.parent.ink().color : color->color;
    if (!(style.ink.get().color == value)) {
        style.ink.edit().color = value;
    }
    return true;
}

bool read_visibility(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Visibility> kKinds[]{{"visible", Visibility::kVisible},
                                                  {"hidden", Visibility::kHidden},
                                                  {"collapse", Visibility::kCollapse}};
    const auto value = read_keyword(reader, kKinds);
    if (value && style.ink.get().visibility != *value) {
        style.ink.edit().visibility = *value;
    }
    return value.has_value();
}

bool read_opacity(StyleBuilder& style, ValueReader& reader) {
    std::optional<double> opacity;
    if (!reader.at_end() && reader.peek().is(css::TokenType::kPercentage)) {
        opacity = reader.peek().number / 100;
        reader.next();
    } else {
        opacity = reader.read_number();
    }
    if (opacity) {
        style.paint.edit().opacity = static_cast<float>(std::clamp(*opacity, 0.0, 1.0));
    }
    return opacity.has_value();
}

bool read_z_index(StyleBuilder& style, ValueReader& reader) {
    if (reader.read_ident("auto")) {
        style.paint.edit().z_index.reset();
        return true;
    }
    const auto index = reader.read_integer();
    if (index) {
        style.paint.edit().z_index = *index;
    }
    return index.has_value();
}

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
    if (name == "translate3d" && reader.read_comma()) {
        reader.read_length();
    }
    return second ? std::optional(translation(*first, *second)) : std::nullopt;
}

std::optional<TransformFunction> read_scale(std::string_view name, ValueReader& reader) {
    const auto first = reader.read_number();
    if (!first) {
        return std::nullopt;
    }
    std::optional<double> second = first;
    if (reader.read_comma()) {
        second = reader.read_number();
    }
    if (name == "scale3d" && reader.read_comma()) {
        reader.read_number();
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

std::optional<TransformFunction> read_matrix(ValueReader& reader) {
    std::array<double, 6> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto number = i == 0 || reader.read_comma() ? reader.read_number() : std::nullopt;
        if (!number) {
            return std::nullopt;
        }
        values[i] = *number;
    }
    TransformFunction function{};
    function.kind = TransformFunction::Kind::kMatrix;
    function.matrix = {values[0], values[1], values[2], values[3], values[4], values[5]};
    return function;
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
    if (name == "rotate" || name == "rotatez") {
        const auto angle = reader.read_angle();
        return angle ? std::optional(of_kind(TransformFunction::Kind::kRotate, *angle, 0))
                     : std::nullopt;
    }
    if (name.starts_with("skew")) {
        return read_skew(name, reader);
    }
    return name == "matrix" ? read_matrix(reader) : std::nullopt;
}

bool read_transform(StyleBuilder& style, ValueReader& reader) {
    std::vector<TransformFunction> functions;
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
            functions.push_back(*parsed);
        }
    }
    style.paint.edit().transform = std::move(functions);
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

bool read_decoration_line(ValueReader& reader, std::uint8_t& lines) {
    static constexpr Keyword<DecorationLine> kLines[]{{"underline", kUnderline},
                                                      {"overline", kOverline},
                                                      {"line-through", kLineThrough},
                                                      {"blink", kNoLine}};
    const std::size_t start = reader.position();
    const auto line = read_keyword(reader, kLines);
    if (!line || (lines & *line) != 0) {
        reader.rewind(start);
        return false;
    }
    lines = static_cast<std::uint8_t>(lines | *line);
    return true;
}

// `none`, or lines, each at most once.
std::optional<std::uint8_t> read_decoration_line_list(ValueReader& reader) {
    std::uint8_t lines = kNoLine;
    bool any = reader.read_ident("none");
    while (!any || lines != kNoLine) {
        if (!read_decoration_line(reader, lines)) {
            break;
        }
        any = true;
    }
    return any ? std::optional(lines) : std::nullopt;
}

std::optional<DecorationStyle> read_decoration_style(ValueReader& reader) {
    static constexpr Keyword<DecorationStyle> kStyles[]{{"solid", DecorationStyle::kSolid},
                                                        {"double", DecorationStyle::kDouble},
                                                        {"dotted", DecorationStyle::kDotted},
                                                        {"dashed", DecorationStyle::kDashed},
                                                        {"wavy", DecorationStyle::kWavy}};
    return read_keyword(reader, kStyles);
}

bool read_text_decoration(StyleBuilder& style, ValueReader& reader) {
    std::optional<std::uint8_t> lines;
    std::optional<DecorationStyle> kind;
    std::optional<ValueReader::ColorValue> color;
    bool has_thickness = false;
    const auto read_thickness = [&] {
        return reader.read_ident("auto") || reader.read_ident("from-font") ||
               reader.read_length_percentage().has_value();
    };
    while (!reader.at_end()) {
        if (!(!lines && (lines = read_decoration_line_list(reader))) &&
            !(!kind && (kind = read_decoration_style(reader))) &&
            !(!color && (color = reader.read_color())) &&
            !(!has_thickness && (has_thickness = read_thickness()))) {
            return false;
        }
    }
    PaintStyle& paint = style.paint.edit();
    paint.decoration_lines = lines.value_or(kNoLine);
    paint.decoration_style = kind.value_or(DecorationStyle::kSolid);
    style.colors.decoration =
        color && !color->is_current ? std::optional(color->color) : std::nullopt;
    return true;
}

bool read_decoration_lines(StyleBuilder& style, ValueReader& reader) {
    const auto lines = read_decoration_line_list(reader);
    if (lines) {
        style.paint.edit().decoration_lines = *lines;
    }
    return lines.has_value();
}

void copy_decoration(StyleBuilder& style, const ComputedStyle& from) {
    PaintStyle& paint = style.paint.edit();
    paint.decoration_lines = from.paint().decoration_lines;
    paint.decoration_style = from.paint().decoration_style;
    style.colors.decoration = from.paint().decoration_color;
}

constexpr Property kProperties[]{
    {"visibility", true, Phase::kRest, read_visibility,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().visibility = from.ink().visibility;
     }},
    // Before all others, which may say currentColor.
    {"color", true, Phase::kFontAndDirection, read_color,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().color = from.ink().color;
     }},
    {"opacity", false, Phase::kRest, read_opacity,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().opacity = from.paint().opacity;
     }},
    {"z-index", false, Phase::kRest, read_z_index,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().z_index = from.paint().z_index;
     }},
    {"transform", false, Phase::kRest, read_transform,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().transform = from.paint().transform;
     }},
    {"transform-origin", false, Phase::kRest, read_transform_origin,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().transform_origin_x = from.paint().transform_origin_x;
         style.paint.edit().transform_origin_y = from.paint().transform_origin_y;
     }},
    {"text-decoration", false, Phase::kRest, read_text_decoration, copy_decoration},
    {"text-decoration-line", false, Phase::kRest, read_decoration_lines, copy_decoration},
    {"text-decoration-color", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         const auto color = reader.read_color();
         style.colors.decoration =
             color && !color->is_current ? std::optional(color->color) : std::nullopt;
         return color.has_value();
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.colors.decoration = from.paint().decoration_color;
     }},
    {"text-decoration-style", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         const auto kind = read_decoration_style(reader);
         style.paint.edit().decoration_style = kind.value_or(DecorationStyle::kSolid);
         return kind.has_value();
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().decoration_style = from.paint().decoration_style;
     }},
};

}  // namespace

std::span<const Property> visual_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
