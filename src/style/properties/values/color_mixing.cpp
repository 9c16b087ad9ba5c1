#include "style/properties/values/color_mixing.h"

#include <algorithm>
#include <cmath>

#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

std::uint8_t to_byte(double value) {
    return static_cast<std::uint8_t>(std::clamp(std::lround(value * 255), 0L, 255L));
}

std::optional<HuePath> read_hue_path(ValueReader& reader) {
    HuePath path = HuePath::kShorter;
    if (reader.read_ident("longer")) {
        path = HuePath::kLonger;
    } else if (reader.read_ident("increasing")) {
        path = HuePath::kIncreasing;
    } else if (reader.read_ident("decreasing")) {
        path = HuePath::kDecreasing;
    } else if (!reader.read_ident("shorter")) {
        return HuePath::kShorter;
    }
    return reader.read_ident("hue") ? std::optional(path) : std::nullopt;
}

// CSS Color 4 §12.4: where the second hue lies, seen from the first.
double hue_after(double from, double to, HuePath path) {
    const double difference = to - from;
    switch (path) {
        case HuePath::kShorter:
            return difference > 180 ? to - 360 : difference < -180 ? to + 360 : to;
        case HuePath::kLonger:
            return difference > 0 && difference < 180     ? to - 360
                   : difference > -180 && difference <= 0 ? to + 360
                                                          : to;
        case HuePath::kIncreasing:
            return difference < 0 ? to + 360 : to;
        case HuePath::kDecreasing:
            return difference > 0 ? to - 360 : to;
    }
    return to;
}

// A grey has no hue of its own: it takes the other's (§12.2).
void share_hue(SpaceColor& a, SpaceColor& b, std::size_t hue) {
    const auto is_grey = [](const Color& c) { return c.red == c.green && c.green == c.blue; };
    if (is_grey(to_color(a))) {
        a.channels[hue] = b.channels[hue];
    } else if (is_grey(to_color(b))) {
        b.channels[hue] = a.channels[hue];
    }
}

}  // namespace

Color to_color(const SpaceColor& color) {
    const Channels rgb = converted(color.channels, color.space, ColorSpace::kSrgb);
    return {to_byte(std::clamp(rgb[0], 0.0, 1.0)), to_byte(std::clamp(rgb[1], 0.0, 1.0)),
            to_byte(std::clamp(rgb[2], 0.0, 1.0)),
            static_cast<float>(std::clamp(color.alpha, 0.0, 1.0))};
}

SpaceColor in_space(const Color& color, ColorSpace space) {
    const Channels rgb{color.red / 255.0, color.green / 255.0, color.blue / 255.0};
    return {space, converted(rgb, ColorSpace::kSrgb, space), double{color.alpha}};
}

std::optional<Interpolation> read_interpolation(ValueReader& reader) {
    static constexpr Keyword<ColorSpace> kSpaces[]{
        {"srgb", ColorSpace::kSrgb},
        {"srgb-linear", ColorSpace::kSrgbLinear},
        {"display-p3", ColorSpace::kDisplayP3},
        {"display-p3-linear", ColorSpace::kDisplayP3Linear},
        {"a98-rgb", ColorSpace::kA98},
        {"prophoto-rgb", ColorSpace::kProPhoto},
        {"rec2020", ColorSpace::kRec2020},
        {"xyz", ColorSpace::kXyzD65},
        {"xyz-d65", ColorSpace::kXyzD65},
        {"xyz-d50", ColorSpace::kXyzD50},
        {"hsl", ColorSpace::kHsl},
        {"hwb", ColorSpace::kHwb},
        {"lab", ColorSpace::kLab},
        {"lch", ColorSpace::kLch},
        {"oklab", ColorSpace::kOklab},
        {"oklch", ColorSpace::kOklch}};
    if (!reader.read_ident("in")) {
        return std::nullopt;
    }
    const auto space = read_keyword(reader, kSpaces);
    const auto path = read_hue_path(reader);
    return space && path ? std::optional(Interpolation{*space, *path}) : std::nullopt;
}

// By premultiplied channels (§12.3).
Color interpolated(const Color& first, const Color& second, double part_of_b,
                   const Interpolation& method) {
    SpaceColor a = in_space(first, method.space);
    SpaceColor b = in_space(second, method.space);
    const std::size_t hue = hue_channel(a.space);
    if (hue < 3) {
        share_hue(a, b, hue);
        b.channels[hue] = hue_after(a.channels[hue], b.channels[hue], method.hue_path);
    }
    SpaceColor result{a.space, {}, a.alpha * (1 - part_of_b) + b.alpha * part_of_b};
    for (std::size_t i = 0; i < 3; ++i) {
        const bool premultiplied = i != hue && result.alpha > 0;
        const double weight_a = premultiplied ? a.alpha / result.alpha : 1;
        const double weight_b = premultiplied ? b.alpha / result.alpha : 1;
        result.channels[i] =
            a.channels[i] * weight_a * (1 - part_of_b) + b.channels[i] * weight_b * part_of_b;
    }
    return to_color(result);
}

}  // namespace ghreveal::style
