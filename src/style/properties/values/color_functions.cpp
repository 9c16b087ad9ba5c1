#include "style/properties/values/color_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "style/properties/values/color_mixing.h"
#include "style/properties/values/color_spaces.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

using css::Token;
using css::TokenType;

// A function's channels: their names, what 100% of them is, and how a plain number is scaled to
// what ColorSpace has.
struct Notation {
    std::string_view name;
    ColorSpace space;
    std::array<std::string_view, 3> channels;
    Channels whole;  // 100%
    Channels unit;   // of ColorSpace, for a number of 1
};

constexpr std::array<Notation, 17> kNotations{{
    {"rgb", ColorSpace::kSrgb, {"r", "g", "b"}, {255, 255, 255}, {1 / 255.0, 1 / 255.0, 1 / 255.0}},
    {"hsl", ColorSpace::kHsl, {"h", "s", "l"}, {360, 100, 100}, {1, .01, .01}},
    {"hwb", ColorSpace::kHwb, {"h", "w", "b"}, {360, 100, 100}, {1, .01, .01}},
    {"lab", ColorSpace::kLab, {"l", "a", "b"}, {100, 125, 125}, {1, 1, 1}},
    {"lch", ColorSpace::kLch, {"l", "c", "h"}, {100, 150, 360}, {1, 1, 1}},
    {"oklab", ColorSpace::kOklab, {"l", "a", "b"}, {1, .4, .4}, {1, 1, 1}},
    {"oklch", ColorSpace::kOklch, {"l", "c", "h"}, {1, .4, 360}, {1, 1, 1}},
    {"srgb", ColorSpace::kSrgb, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"srgb-linear", ColorSpace::kSrgbLinear, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"display-p3", ColorSpace::kDisplayP3, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"display-p3-linear", ColorSpace::kDisplayP3Linear, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"a98-rgb", ColorSpace::kA98, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"prophoto-rgb", ColorSpace::kProPhoto, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"rec2020", ColorSpace::kRec2020, {"r", "g", "b"}, {1, 1, 1}, {1, 1, 1}},
    {"xyz", ColorSpace::kXyzD65, {"x", "y", "z"}, {1, 1, 1}, {1, 1, 1}},
    {"xyz-d65", ColorSpace::kXyzD65, {"x", "y", "z"}, {1, 1, 1}, {1, 1, 1}},
    {"xyz-d50", ColorSpace::kXyzD50, {"x", "y", "z"}, {1, 1, 1}, {1, 1, 1}},
}};
constexpr std::size_t kFirstPredefined = 7;  // what color() and color-mix() name

std::optional<Color> read_any_color(ValueReader& reader) {
    const auto color = reader.read_color();
    if (!color) {
        return std::nullopt;
    }
    return color->is_current ? reader.units().current_color : color->color;
}

std::optional<double> read_percentage(ValueReader& reader) {
    if (reader.at_end() || !reader.peek().is(TokenType::kPercentage)) {
        return std::nullopt;
    }
    const double part = reader.peek().number / 100;
    reader.next();
    return part;
}

// A channel, in ColorSpace's scale; `none` is 0.
std::optional<double> read_channel(ValueReader& reader, const Notation& notation, std::size_t i) {
    if (reader.read_ident("none")) {
        return 0;
    }
    const bool is_hue = hue_channel(notation.space) == i;
    if (const auto part = is_hue ? std::nullopt : read_percentage(reader)) {
        return *part * notation.whole[i] * notation.unit[i];
    }
    if (is_hue) {
        const std::size_t start = reader.position();
        if (!reader.at_end() && !reader.peek().is(TokenType::kNumber)) {
            if (const auto angle = reader.read_angle()) {
                return *angle * 180 / std::numbers::pi;
            }
        }
        reader.rewind(start);
    }
    if (const auto name = reader.read_any_ident()) {
        for (const NamedNumber& known : reader.units().names) {
            if (known.name == *name) {
                return known.value * notation.unit[i];
            }
        }
        return std::nullopt;
    }
    const auto number = reader.read_number();
    return number ? std::optional(*number * notation.unit[i]) : std::nullopt;
}

std::optional<double> read_alpha(ValueReader& reader) {
    if (const auto part = read_percentage(reader)) {
        return part;
    }
    if (reader.read_ident("none")) {
        return 0;
    }
    if (const auto name = reader.read_any_ident()) {
        const auto& names = reader.units().names;
        return *name == "alpha" && !names.empty() ? std::optional(names.back().value)
                                                  : std::nullopt;
    }
    return reader.read_number();
}

// With commas, red, green and blue are all percentages or none is; saturation and lightness are,
// and the hue is not (CSS Color 4 §5.1, §7).
bool is_legacy(const Notation& notation, const std::array<bool, 3>& is_percentage) {
    const auto& [first, second, third] = is_percentage;
    switch (notation.space) {
        case ColorSpace::kHsl:
            return !first && second && third;
        case ColorSpace::kSrgb:
            return first == second && second == third;
        default:
            return false;
    }
}

// The three channels and what may follow: with a comma after each value but the last, or with
// blanks and a slash before alpha.
std::optional<SpaceColor> read_channels(ValueReader& reader, const Notation& notation,
                                        double alpha) {
    SpaceColor color{notation.space, {}, alpha};
    bool has_commas = false;
    std::array<bool, 3> is_part{};
    for (std::size_t i = 0; i < 3; ++i) {
        if (i > 0 && reader.read_comma() != has_commas) {
            if (i > 1) {
                return std::nullopt;
            }
            has_commas = true;
        }
        is_part[i] = !reader.at_end() && reader.peek().is(TokenType::kPercentage);
        const auto channel = read_channel(reader, notation, i);
        if (!channel) {
            return std::nullopt;
        }
        color.channels[i] = *channel;
    }
    if (has_commas ? reader.read_comma() : reader.read_slash()) {
        const auto given = read_alpha(reader);
        if (!given) {
            return std::nullopt;
        }
        color.alpha = *given;
    }
    const bool is_valid = !has_commas || is_legacy(notation, is_part);
    return is_valid && reader.at_end() ? std::optional(color) : std::nullopt;
}

// Saturations and the like past their ends, as CSS Color 4 has them brought back.
SpaceColor limited(SpaceColor color) {
    Channels& c = color.channels;
    switch (color.space) {
        case ColorSpace::kHsl:
        case ColorSpace::kHwb:
            c[1] = std::clamp(c[1], 0.0, 1.0);
            c[2] = std::clamp(c[2], 0.0, 1.0);
            break;
        case ColorSpace::kLab:
        case ColorSpace::kLch:
            c[0] = std::clamp(c[0], 0.0, 100.0);
            break;
        case ColorSpace::kOklab:
        case ColorSpace::kOklch:
            c[0] = std::clamp(c[0], 0.0, 1.0);
            break;
        default:
            break;
    }
    return color;
}

// `from <color>` and channels that may be made of that colour's (CSS Color 5 §4).
std::optional<Color> read_relative(ValueReader reader, const Notation& notation,
                                   const Color& origin) {
    const SpaceColor color = in_space(origin, notation.space);
    std::array<NamedNumber, 4> names{};
    for (std::size_t i = 0; i < 3; ++i) {
        names[i] = {notation.channels[i], color.channels[i] / notation.unit[i]};
    }
    names[3] = {"alpha", color.alpha};
    UnitContext units = reader.units();
    units.names = names;
    ValueReader channels(reader.rest(), units);
    const auto result = read_channels(channels, notation, color.alpha);
    return result ? std::optional(to_color(limited(*result))) : std::nullopt;
}

const Notation* notation_named(std::string_view name, std::size_t first) {
    for (const Notation& notation : std::span(kNotations).subspan(first)) {
        if (notation.name == name) {
            return &notation;
        }
    }
    return nullptr;
}

std::optional<Color> read_function(ValueReader& reader, const Notation* notation) {
    std::optional<Color> origin;
    if (reader.read_ident("from") && !(origin = read_any_color(reader))) {
        return std::nullopt;
    }
    if (notation == nullptr) {
        const auto space = reader.read_any_ident();
        notation = space ? notation_named(*space, kFirstPredefined) : nullptr;
        if (notation == nullptr) {
            return std::nullopt;
        }
    }
    if (origin) {
        return read_relative(reader, *notation, *origin);
    }
    const auto color = read_channels(reader, *notation, 1);
    return color ? std::optional(to_color(limited(*color))) : std::nullopt;
}

struct MixPart {
    Color color;
    std::optional<double> part;
};

std::optional<MixPart> read_mix_part(ValueReader& reader) {
    auto part = read_percentage(reader);
    const auto color = read_any_color(reader);
    if (!color) {
        return std::nullopt;
    }
    if (!part) {
        part = read_percentage(reader);
    }
    return MixPart{*color, part};
}

// CSS Color 5 §3.
std::optional<Color> read_mix(ValueReader& reader) {
    const auto method = read_interpolation(reader);
    if (!method || !reader.read_comma()) {
        return std::nullopt;
    }
    const auto a = read_mix_part(reader);
    const auto b = a && reader.read_comma() ? read_mix_part(reader) : std::nullopt;
    if (!b || !reader.at_end()) {
        return std::nullopt;
    }
    const double part_a = a->part.value_or(b->part ? 1 - *b->part : 0.5);
    const double part_b = b->part.value_or(1 - part_a);
    const double sum = part_a + part_b;
    if (sum <= 0 || part_a < 0 || part_b < 0) {
        return std::nullopt;
    }
    Color color = interpolated(a->color, b->color, part_b / sum, *method);
    color.alpha *= static_cast<float>(std::min(1.0, sum));
    return color;
}

// light-dark( <color>, <color> ) (CSS Color 5 §9): pages have the light scheme.
std::optional<Color> read_light(ValueReader& reader) {
    const auto light = reader.read_color();
    if (!light || !reader.read_comma() || !reader.read_color() || !reader.at_end()) {
        return std::nullopt;
    }
    return light->is_current ? reader.units().current_color : light->color;
}

}  // namespace

std::optional<Color> hex_color(std::string_view digits) {
    if (std::any_of(digits.begin(), digits.end(), [](char c) { return ascii::hex_value(c) < 0; })) {
        return std::nullopt;
    }
    const bool is_short = digits.size() == 3 || digits.size() == 4;
    if (!is_short && digits.size() != 6 && digits.size() != 8) {
        return std::nullopt;
    }
    const auto channel = [&](std::size_t i) {
        return is_short
                   ? ascii::hex_value(digits[i]) * 17
                   : ascii::hex_value(digits[2 * i]) * 16 + ascii::hex_value(digits[2 * i + 1]);
    };
    const bool has_alpha = digits.size() == 4 || digits.size() == 8;
    return Color{static_cast<std::uint8_t>(channel(0)), static_cast<std::uint8_t>(channel(1)),
                 static_cast<std::uint8_t>(channel(2)),
                 has_alpha ? static_cast<float>(channel(3)) / 255.0f : 1.0f};
}

std::optional<Color> color_of_function(std::string_view name, std::span<const Token> arguments,
                                       const UnitContext& units) {
    if (units.color_nesting == limits_of(units).style_nesting) {
        return std::nullopt;
    }
    UnitContext inside = units;
    ++inside.color_nesting;
    ValueReader reader(arguments, inside);
    if (name == "color-mix") {
        return read_mix(reader);
    }
    if (name == "light-dark") {
        return read_light(reader);
    }
    if (name == "color") {
        return read_function(reader, nullptr);
    }
    if (name == "rgba" || name == "hsla") {
        name.remove_suffix(1);
    }
    const Notation* notation = nullptr;
    for (const Notation& known : std::span(kNotations).first(kFirstPredefined)) {
        notation = known.name == name ? &known : notation;
    }
    return notation == nullptr ? std::nullopt : read_function(reader, notation);
}

}  // namespace ghreveal::style
