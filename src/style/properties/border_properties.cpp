// Borders, corners, outlines and box shadows (CSS Backgrounds 3 §4 to §7, CSS UI 4 §2).
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"
#include "style/properties/values/border_readers.h"

namespace ghreveal::style {

namespace {

// CSS UI 4 §2.3: `auto` is the browser's choice.
std::optional<BorderStyle> read_outline_style(ValueReader& reader) {
    if (reader.read_ident("auto")) {
        return BorderStyle::kSolid;
    }
    const bool is_hidden = !reader.at_end() && reader.peek().is_ident("hidden");
    return is_hidden ? std::nullopt : read_border_style(reader);
}

struct Line {
    Px width = StyleBuilder::kMediumBorder;
    BorderStyle style = BorderStyle::kNone;
    MaybeColor color;
};

// width || style || color, in any order.
template <auto ReadStyle>
std::optional<Line> read_line_of(ValueReader& reader) {
    std::optional<BorderStyle> style;
    std::optional<Px> width;
    std::optional<MaybeColor> color;
    while (!reader.at_end()) {
        const bool is_part = (!style && (style = ReadStyle(reader))) ||
                             (!width && (width = read_border_width(reader))) ||
                             (!color && (color = read_border_color(reader)));
        if (!is_part) {
            return std::nullopt;
        }
    }
    const Line initial;
    return Line{width.value_or(initial.width), style.value_or(initial.style),
                color.value_or(initial.color)};
}

std::optional<Line> read_line(ValueReader& reader) {
    return read_line_of<read_border_style>(reader);
}

template <Px Edges::*Width, BorderStyle css::Sides<BorderStyle>::*Style,
          MaybeColor css::Sides<MaybeColor>::*ColorSide>
void set_line(StyleBuilder& style, const Line& line) {
    style.border_width.*Width = line.width;
    style.box.edit().border_style.*Style = line.style;
    style.colors.border.*ColorSide = line.color;
}

#define GHREVEAL_LINE(side) \
    set_line<&Edges::side, &css::Sides<BorderStyle>::side, &css::Sides<MaybeColor>::side>
#define GHREVEAL_BORDER_SIDE(name, side)                                        \
    {"border-" name, false, Phase::kRest,                                       \
     [](StyleBuilder& style, ValueReader& reader) {                             \
         const auto line = read_line(reader);                                   \
         if (line) {                                                            \
             GHREVEAL_LINE(side)(style, *line);                                 \
         }                                                                      \
         return line.has_value();                                               \
     },                                                                         \
     [](StyleBuilder& style, const ComputedStyle& from) {                       \
         GHREVEAL_LINE(side)                                                    \
         (style, {from.box().border_width.side, from.box().border_style.side,   \
                  from.paint().border_color.side});                             \
     }},                                                                        \
        {"border-" name "-width", false, Phase::kRest,                          \
         [](StyleBuilder& style, ValueReader& reader) {                         \
             const auto width = read_border_width(reader);                      \
             style.border_width.side = width.value_or(style.border_width.side); \
             return width.has_value();                                          \
         },                                                                     \
         [](StyleBuilder& style, const ComputedStyle& from) {                   \
             style.border_width.side = from.box().border_width.side;            \
         }},                                                                    \
        {"border-" name "-style", false, Phase::kRest,                          \
         [](StyleBuilder& style, ValueReader& reader) {                         \
             const auto value = read_border_style(reader);                      \
             if (value) {                                                       \
                 style.box.edit().border_style.side = *value;                   \
             }                                                                  \
             return value.has_value();                                          \
         },                                                                     \
         [](StyleBuilder& style, const ComputedStyle& from) {                   \
             style.box.edit().border_style.side = from.box().border_style.side; \
         }},                                                                    \
    {                                                                           \
        "border-" name "-color", false, Phase::kRest,                           \
            [](StyleBuilder& style, ValueReader& reader) {                      \
                const auto color = read_border_color(reader);                   \
                if (color) {                                                    \
                    style.colors.border.side = *color;                          \
                }                                                               \
                return color.has_value();                                       \
            },                                                                  \
            [](StyleBuilder& style, const ComputedStyle& from) {                \
                style.colors.border.side = from.paint().border_color.side;      \
            }                                                                   \
    }

void set_all_lines(StyleBuilder& style, const Line& line) {
    GHREVEAL_LINE(top)(style, line);
    GHREVEAL_LINE(right)(style, line);
    GHREVEAL_LINE(bottom)(style, line);
    GHREVEAL_LINE(left)(style, line);
}

bool read_border(StyleBuilder& style, ValueReader& reader) {
    const auto line = read_line(reader);
    if (line) {
        set_all_lines(style, *line);
        if (style.paint.get().border_image.value) {
            style.paint.edit().border_image = {};
        }
    }
    return line.has_value();
}

void copy_border(StyleBuilder& style, const ComputedStyle& from) {
    style.border_width = from.box().border_width;
    style.box.edit().border_style = from.box().border_style;
    const auto& color = from.paint().border_color;
    style.colors.border = {color.top, color.right, color.bottom, color.left};
}

bool read_border_widths(StyleBuilder& style, ValueReader& reader) {
    css::Sides<Px> sides;
    const bool read = read_sides(reader, sides, read_border_width);
    if (read) {
        style.border_width = {sides.top, sides.right, sides.bottom, sides.left};
    }
    return read;
}

bool read_border_colors(StyleBuilder& style, ValueReader& reader) {
    return read_sides(reader, style.colors.border, read_border_color);
}

// `border-radius: h{1,4} [/ v{1,4}]`
bool read_radius(StyleBuilder& style, ValueReader& reader) {
    css::Sides<css::LengthPercentage> horizontal;
    css::Sides<css::LengthPercentage> vertical;
    const auto read = [](ValueReader& values) {
        return values.read_non_negative_length_percentage();
    };
    if (!read_sides(reader, horizontal, read)) {
        return false;
    }
    vertical = horizontal;
    if (reader.read_slash() && !read_sides(reader, vertical, read)) {
        return false;
    }
    PaintStyle& paint = style.paint.edit();
    paint.radius_top_left = {horizontal.top, vertical.top};
    paint.radius_top_right = {horizontal.right, vertical.right};
    paint.radius_bottom_right = {horizontal.bottom, vertical.bottom};
    paint.radius_bottom_left = {horizontal.left, vertical.left};
    return true;
}

template <auto Member>
bool set_radius(StyleBuilder& style, ValueReader& reader) {
    const auto horizontal = reader.read_non_negative_length_percentage();
    if (horizontal) {
        style.paint.edit().*Member = {
            *horizontal, reader.read_non_negative_length_percentage().value_or(*horizontal)};
    }
    return horizontal.has_value();
}

template <auto Member>
void copy_paint(StyleBuilder& style, const ComputedStyle& from) {
    style.paint.edit().*Member = from.paint().*Member;
}

bool read_outline(StyleBuilder& style, ValueReader& reader) {
    const auto line = read_line_of<read_outline_style>(reader);
    if (line) {
        style.outline_width = line->width;
        style.paint.edit().outline_style = line->style;
        style.colors.outline = line->color;
    }
    return line.has_value();
}

template <typename Value, typename Target>
bool take(const std::optional<Value>& value, Target& target) {
    if (value) {
        target = *value;
    }
    return value.has_value();
}

// Text has no spread and no inset shadows (CSS Text Decoration 3 §4).
enum class ShadowOf : std::uint8_t { kBox, kText };

// x y [blur [spread]]
bool read_shadow_lengths(ValueReader& reader, ShadowOf what, css::Shadow& shadow) {
    const std::size_t start = reader.position();
    const auto x = reader.read_length();
    const auto y = x ? reader.read_length() : std::nullopt;
    if (!y) {
        reader.rewind(start);
        return false;
    }
    shadow.x = *x;
    shadow.y = *y;
    if (const auto blur = reader.read_non_negative_length()) {
        shadow.blur = *blur;
        shadow.spread = what == ShadowOf::kBox ? reader.read_length().value_or(0) : 0;
    }
    return true;
}

// lengths || color || inset
std::optional<css::Shadow> read_shadow(ValueReader& reader, ShadowOf what, const Color& current) {
    css::Shadow shadow;
    bool has_lengths = false;
    std::optional<ValueReader::ColorValue> color;
    while (!reader.at_end() && !reader.peek().is(css::TokenType::kComma)) {
        const bool may_be_inset = what == ShadowOf::kBox && !shadow.inset;
        if (may_be_inset && reader.read_ident("inset")) {
            shadow.inset = true;
        } else if (!has_lengths && read_shadow_lengths(reader, what, shadow)) {
            has_lengths = true;
        } else if (color || !(color = reader.read_color())) {
            return std::nullopt;
        }
    }
    shadow.is_current = !color || color->is_current;
    shadow.color = shadow.is_current ? current : color->color;
    return has_lengths ? std::optional(shadow) : std::nullopt;
}

bool read_shadows(StyleBuilder& style, ValueReader& reader, ShadowOf what,
                  std::vector<css::Shadow>& shadows) {
    if (reader.read_ident("none")) {
        shadows.clear();
        return true;
    }
    std::vector<css::Shadow> list;
    do {
        const auto shadow = read_shadow(reader, what, style.ink.get().color);
        if (!shadow) {
            return false;
        }
        list.push_back(*shadow);
    } while (reader.read_comma());
    shadows = std::move(list);
    return true;
}

constexpr Property kProperties[]{
    {"border", false, Phase::kRest, read_border, copy_border},
    GHREVEAL_BORDER_SIDE("top", top),
    GHREVEAL_BORDER_SIDE("right", right),
    GHREVEAL_BORDER_SIDE("bottom", bottom),
    GHREVEAL_BORDER_SIDE("left", left),
    {"border-width", false, Phase::kRest, read_border_widths,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.border_width = from.box().border_width;
     }},
    {"border-style", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_sides(reader, style.box.edit().border_style, read_border_style);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().border_style = from.box().border_style;
     }},
    {"border-color", false, Phase::kRest, read_border_colors,
     [](StyleBuilder& style, const ComputedStyle& from) {
         const auto& color = from.paint().border_color;
         style.colors.border = {color.top, color.right, color.bottom, color.left};
     }},
    {"border-radius", false, Phase::kRest, read_radius,
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_paint<&PaintStyle::radius_top_left>(style, from);
         copy_paint<&PaintStyle::radius_top_right>(style, from);
         copy_paint<&PaintStyle::radius_bottom_right>(style, from);
         copy_paint<&PaintStyle::radius_bottom_left>(style, from);
     }},
    {"border-top-left-radius", false, Phase::kRest, set_radius<&PaintStyle::radius_top_left>,
     copy_paint<&PaintStyle::radius_top_left>},
    {"border-top-right-radius", false, Phase::kRest, set_radius<&PaintStyle::radius_top_right>,
     copy_paint<&PaintStyle::radius_top_right>},
    {"border-bottom-right-radius", false, Phase::kRest,
     set_radius<&PaintStyle::radius_bottom_right>, copy_paint<&PaintStyle::radius_bottom_right>},
    {"border-bottom-left-radius", false, Phase::kRest, set_radius<&PaintStyle::radius_bottom_left>,
     copy_paint<&PaintStyle::radius_bottom_left>},
    {"outline", false, Phase::kRest, read_outline,
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_paint<&PaintStyle::outline_style>(style, from);
         style.outline_width = from.paint().outline_width;
         style.colors.outline = from.paint().outline_color;
     }},
    {"outline-width", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return take(read_border_width(reader), style.outline_width);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.outline_width = from.paint().outline_width;
     }},
    {"outline-style", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return take(read_outline_style(reader), style.paint.edit().outline_style);
     },
     copy_paint<&PaintStyle::outline_style>},
    {"outline-color", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return take(read_border_color(reader), style.colors.outline);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.colors.outline = from.paint().outline_color;
     }},
    {"outline-offset", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return take(reader.read_length(), style.paint.edit().outline_offset);
     },
     copy_paint<&PaintStyle::outline_offset>},
    {"box-shadow", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_shadows(style, reader, ShadowOf::kBox, style.paint.edit().box_shadow);
     },
     copy_paint<&PaintStyle::box_shadow>},
    {"text-shadow", true, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_shadows(style, reader, ShadowOf::kText, style.ink.edit().text_shadow);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.ink.edit().text_shadow = from.ink().text_shadow;
     }},
};

#undef GHREVEAL_BORDER_SIDE
#undef GHREVEAL_LINE

}  // namespace

std::span<const Property> border_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
