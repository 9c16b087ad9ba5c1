// Units of lengths and angles (CSS Values 4 §6.1, §6.2, §7.1).
#include <numbers>

#include "style/properties/values/math/calc.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

// The small, large and dynamic viewport are one on paper (CSS Values 4 §6.1.2).
std::string_view without_viewport_size(std::string_view unit) {
    const bool has_size = unit.size() > 2 && std::string_view("sldSLD").find(unit[0]) < 6 &&
                          (unit[1] == 'v' || unit[1] == 'V');
    return has_size ? unit.substr(1) : unit;
}

bool is(std::string_view unit, std::string_view name) {
    return ascii::equal_ignoring_case(unit, name);
}

// Of what is told in the measures of fonts and lines, one of them; nothing for other units.
std::optional<Px> font_relative_unit(std::string_view unit, const UnitContext& units) {
    const auto font_metrics = [&]() -> const text::FontMetrics* {
        return units.fonts != nullptr && units.font != nullptr ? &units.fonts->metrics(*units.font)
                                                               : nullptr;
    };
    if (is(unit, "em") || is(unit, "ic")) {
        return units.font_size;  // §6.1.1: as `ic` is of a font without U+6C34
    }
    if (is(unit, "rem")) {
        return units.root_font_size;
    }
    if (is(unit, "ex")) {
        return font_metrics() != nullptr ? font_metrics()->x_height : units.font_size / 2;
    }
    if (is(unit, "ch")) {
        return font_metrics() != nullptr ? font_metrics()->zero_advance : units.font_size / 2;
    }
    if (is(unit, "cap")) {
        return font_metrics() != nullptr ? font_metrics()->cap_height : units.font_size;
    }
    if (is(unit, "lh")) {
        if (units.has_line_height_units != nullptr) {
            *units.has_line_height_units = true;
        }
        return units.line_height;
    }
    return is(unit, "rlh") ? std::optional(units.root_line_height) : std::nullopt;
}

// What a unit is a hundredth of.
std::optional<Px> page_side(std::string_view unit, const Size& page) {
    unit = without_viewport_size(unit);
    if (is(unit, "vw") || is(unit, "vi")) {
        return page.width;
    }
    if (is(unit, "vh") || is(unit, "vb")) {
        return page.height;
    }
    if (is(unit, "vmin")) {
        return std::min(page.width, page.height);
    }
    return is(unit, "vmax") ? std::optional(std::max(page.width, page.height)) : std::nullopt;
}

// CSS Conditional 5 §7.
std::optional<Px> container_side(std::string_view unit, const UnitContext& units) {
    if (unit.size() < 3 || !is(unit.substr(0, 2), "cq")) {
        return std::nullopt;
    }
    if (units.has_container_units != nullptr) {
        *units.has_container_units = true;
    }
    std::string of_page(unit);
    of_page.erase(0, 2).insert(0, "v");
    return page_side(of_page, units.container.value_or(units.page));
}

std::optional<Px> absolute_unit(std::string_view unit) {
    constexpr double kInch = 96;
    const double px = is(unit, "px")   ? 1
                      : is(unit, "pt") ? kInch / 72
                      : is(unit, "pc") ? kInch / 6
                      : is(unit, "in") ? kInch
                      : is(unit, "cm") ? kInch / 2.54
                      : is(unit, "mm") ? kInch / 25.4
                      : is(unit, "q")  ? kInch / 101.6
                                       : 0;
    return px == 0 ? std::nullopt : std::optional(px);
}

}  // namespace

std::optional<Px> length_in_px(double number, std::string_view unit, const UnitContext& units) {
    if (is(unit, "px")) {
        return css::clamped_length(number);
    }
    if (const auto side = page_side(unit, units.page)) {
        return css::clamped_length(number * *side / 100);
    }
    if (const auto side = container_side(unit, units)) {
        return css::clamped_length(number * *side / 100);
    }
    auto one = font_relative_unit(unit, units);
    one = one ? one : absolute_unit(unit);
    return one ? std::optional(css::clamped_length(number * *one)) : std::nullopt;
}

std::optional<double> angle_in_radians(double number, std::string_view unit) {
    const double full_turn = is(unit, "deg")    ? 360
                             : is(unit, "grad") ? 400
                             : is(unit, "turn") ? 1
                             : is(unit, "rad")  ? 2 * std::numbers::pi
                                                : 0;
    return full_turn == 0 ? std::nullopt : std::optional(number / full_turn * 2 * std::numbers::pi);
}

}  // namespace ghreveal::style
