// Colour, visibility, stacking and text decoration.
#include <algorithm>

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

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

bool read_blend_mode(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<BlendMode> kModes[]{{"normal", BlendMode::kNormal},
                                                 {"multiply", BlendMode::kMultiply},
                                                 {"screen", BlendMode::kScreen},
                                                 {"overlay", BlendMode::kOverlay},
                                                 {"darken", BlendMode::kDarken},
                                                 {"lighten", BlendMode::kLighten},
                                                 {"color-dodge", BlendMode::kColorDodge},
                                                 {"color-burn", BlendMode::kColorBurn},
                                                 {"hard-light", BlendMode::kHardLight},
                                                 {"soft-light", BlendMode::kSoftLight},
                                                 {"difference", BlendMode::kDifference},
                                                 {"exclusion", BlendMode::kExclusion},
                                                 {"hue", BlendMode::kHue},
                                                 {"saturation", BlendMode::kSaturation},
                                                 {"color", BlendMode::kColor},
                                                 {"luminosity", BlendMode::kLuminosity},
                                                 {"plus-lighter", BlendMode::kPlusLighter}};
    const auto mode = read_keyword(reader, kModes);
    if (mode) {
        style.paint.edit().blend_mode = *mode;
    }
    return mode.has_value();
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

// A length, or nothing for what the font or the browser decides (CSS Text Decoration 4 §2.3).
using Thickness = std::optional<css::LengthPercentage>;

std::optional<Thickness> read_thickness(ValueReader& reader) {
    if (reader.read_ident("auto") || reader.read_ident("from-font")) {
        return Thickness{};
    }
    const auto length = reader.read_length_percentage();
    return length ? std::optional(Thickness(length)) : std::nullopt;
}

bool read_underline_offset(StyleBuilder& style, ValueReader& reader) {
    Thickness offset;
    if (!reader.read_ident("auto") && !(offset = reader.read_length_percentage())) {
        return false;
    }
    style.ink.edit().underline_offset = offset;
    return true;
}

// Of `left` and `right`, which vertical text alone has, nothing is seen (CSS Text Decoration 4
// §2.7).
bool read_underline_position(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kPositions[]{
        {"auto", false}, {"from-font", false}, {"under", true}};
    static constexpr Keyword<bool> kSides[]{{"left", false}, {"right", false}};
    const bool has_side = read_keyword(reader, kSides).has_value();
    const auto position = read_keyword(reader, kPositions);
    style.ink.edit().is_underline_below = position.value_or(false);
    return (position && (has_side || reader.at_end())) || has_side ||
           read_keyword(reader, kSides).has_value();
}

bool read_empty_cells(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"show", false}, {"hide", true}};
    const auto hides = read_keyword(reader, kKinds);
    if (hides) {
        style.ink.edit().hides_empty_cells = *hides;
    }
    return hides.has_value();
}

// `all`, of ideographs too, is as `auto`.
bool read_skip_ink(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"auto", true}, {"none", false}, {"all", true}};
    const auto skips = read_keyword(reader, kKinds);
    style.ink.edit().skips_ink = skips.value_or(true);
    return skips.has_value();
}

bool read_image_rendering(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{
        {"auto", false},          {"smooth", false},
        {"high-quality", false},  {"optimizequality", false},
        {"optimizespeed", false}, {"pixelated", true},
        {"crisp-edges", true},    {"-webkit-optimize-contrast", false}};
    const auto shows_pixels = read_keyword(reader, kKinds);
    if (shows_pixels) {
        style.ink.edit().shows_pixels = *shows_pixels;
    }
    return shows_pixels.has_value();
}

bool read_fill_color(StyleBuilder& style, ValueReader& reader) {
    const auto color = reader.read_color();
    if (color) {
        style.ink.edit().text_fill_color =
            color->is_current ? std::nullopt : std::optional(color->color);
    }
    return color.has_value();
}

bool read_text_decoration(StyleBuilder& style, ValueReader& reader) {
    std::optional<std::uint8_t> lines;
    std::optional<DecorationStyle> kind;
    std::optional<ValueReader::ColorValue> color;
    std::optional<Thickness> thickness;
    while (!reader.at_end()) {
        if (!(!lines && (lines = read_decoration_line_list(reader))) &&
            !(!kind && (kind = read_decoration_style(reader))) &&
            !(!color && (color = reader.read_color())) &&
            !(!thickness && (thickness = read_thickness(reader)))) {
            return false;
        }
    }
    PaintStyle& paint = style.paint.edit();
    paint.decoration_lines = lines.value_or(kNoLine);
    paint.decoration_style = kind.value_or(DecorationStyle::kSolid);
    paint.decoration_thickness = thickness.value_or(Thickness{});
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
    paint.decoration_thickness = from.paint().decoration_thickness;
    style.colors.decoration = from.paint().decoration_color;
}

// Compatibility Standard §4.3.
bool read_stroke_width(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Px> kWidths[]{{"thin", 1}, {"medium", 3}, {"thick", 5}};
    auto width = read_keyword(reader, kWidths);
    width = width ? width : reader.read_non_negative_length();
    if (width) {
        style.ink.edit().text_stroke_width = *width;
    }
    return width.has_value();
}

bool read_stroke_color(StyleBuilder& style, ValueReader& reader) {
    const auto color = reader.read_color();
    if (color) {
        style.ink.edit().text_stroke_color =
            color->is_current ? std::nullopt : std::optional(color->color);
    }
    return color.has_value();
}

// width || color
bool read_text_stroke(StyleBuilder& style, ValueReader& reader) {
    style.ink.edit().text_stroke_width = 0;
    style.ink.edit().text_stroke_color.reset();
    const bool has_width = read_stroke_width(style, reader);
    const bool has_color = !reader.at_end() && read_stroke_color(style, reader);
    return has_width || (has_color && (reader.at_end() || read_stroke_width(style, reader)));
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
    {"mix-blend-mode", false, Phase::kRest, read_blend_mode,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().blend_mode = from.paint().blend_mode;
     }},
    {"z-index", false, Phase::kRest, read_z_index,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().z_index = from.paint().z_index;
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
    {"text-decoration-thickness", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         const auto thickness = read_thickness(reader);
         style.paint.edit().decoration_thickness = thickness.value_or(Thickness{});
         return thickness.has_value();
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().decoration_thickness = from.paint().decoration_thickness;
     }},
    {"-webkit-text-stroke-width", true, Phase::kRest, read_stroke_width,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().text_stroke_width = from.ink().text_stroke_width;
     }},
    {"-webkit-text-stroke-color", true, Phase::kRest, read_stroke_color,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().text_stroke_color = from.ink().text_stroke_color;
     }},
    {"-webkit-text-stroke", true, Phase::kRest, read_text_stroke,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().text_stroke_width = from.ink().text_stroke_width;
         style.ink.edit().text_stroke_color = from.ink().text_stroke_color;
     }},
    {"-webkit-text-fill-color", true, Phase::kRest, read_fill_color,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().text_fill_color = from.ink().text_fill_color;
     }},
    {"empty-cells", true, Phase::kRest, read_empty_cells,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().hides_empty_cells = from.ink().hides_empty_cells;
     }},
    {"text-decoration-skip-ink", true, Phase::kRest, read_skip_ink,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().skips_ink = from.ink().skips_ink;
     }},
    {"image-rendering", true, Phase::kRest, read_image_rendering,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().shows_pixels = from.ink().shows_pixels;
     }},
    {"text-underline-position", true, Phase::kRest, read_underline_position,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().is_underline_below = from.ink().is_underline_below;
     }},
    {"text-underline-offset", true, Phase::kRest, read_underline_offset,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().underline_offset = from.ink().underline_offset;
     }},
};

}  // namespace

std::span<const Property> visual_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
