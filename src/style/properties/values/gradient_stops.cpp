#include "style/properties/values/gradient_stops.h"

#include <cmath>
#include <numbers>

namespace ghreveal::style {

namespace {

using css::ColorStop;
using css::LengthPercentage;

using Position = std::optional<LengthPercentage>;

// As many straight pieces as no one tells from the curve.
constexpr int kPieces = 24;

Position read_stop_position(ValueReader& reader, css::Gradient::Kind kind) {
    const std::size_t start = reader.position();
    if (kind == css::Gradient::Kind::kConic && !reader.at_end() &&
        !reader.peek().is(css::TokenType::kPercentage)) {
        if (const auto angle = reader.read_angle()) {
            return LengthPercentage{0, *angle / (2 * std::numbers::pi) * 100};
        }
        reader.rewind(start);
    }
    const auto position = reader.read_length_percentage();
    const bool is_length = position && position->px != 0 && kind == css::Gradient::Kind::kConic;
    return is_length ? std::nullopt : position;
}

// A stop and, where one follows it, the hint that says where half of the way is done.
struct HintedStop {
    ColorStop stop;
    Position hint;
};

// Stops at the ends have their places even when they are not said, and those between lie evenly.
std::vector<HintedStop> placed(std::vector<HintedStop> stops) {
    stops.front().stop.position = stops.front().stop.position.value_or(LengthPercentage{0, 0});
    stops.back().stop.position = stops.back().stop.position.value_or(LengthPercentage{0, 100});
    for (std::size_t i = 1; i < stops.size(); ++i) {
        if (stops[i].stop.position) {
            continue;
        }
        std::size_t next = i;
        while (!stops[next].stop.position) {
            ++next;
        }
        const LengthPercentage from = *stops[i - 1].stop.position;
        const LengthPercentage to = *stops[next].stop.position;
        const double share = 1.0 / static_cast<double>(next - i + 1);
        stops[i].stop.position =
            LengthPercentage{from.px + (to.px - from.px) * share,
                             from.percent + (to.percent - from.percent) * share};
    }
    return stops;
}

LengthPercentage between(const LengthPercentage& from, const LengthPercentage& to, double part) {
    return {from.px + (to.px - from.px) * part, from.percent + (to.percent - from.percent) * part};
}

// Where between two stops their hint is; half way when that depends on the line's length.
double hint_place(const LengthPercentage& from, const LengthPercentage& to,
                  const LengthPercentage& hint) {
    const bool by_percent = from.px == 0 && to.px == 0 && hint.px == 0;
    const bool by_px = from.percent == 0 && to.percent == 0 && hint.percent == 0;
    const double length = by_percent ? to.percent - from.percent : to.px - from.px;
    if ((!by_percent && !by_px) || length <= 0) {
        return 0.5;
    }
    const double at = by_percent ? hint.percent - from.percent : hint.px - from.px;
    return std::clamp(at / length, 0.0, 1.0);
}

// §3.4.2: the part of the second colour at `part` of the way.
double eased(double part, double hint) {
    if (hint <= 0 || hint >= 1) {
        return part < hint || part <= 0 ? 0 : 1;
    }
    return std::pow(part, std::log(0.5) / std::log(hint));
}

void add_pieces(const HintedStop& from, const HintedStop& to, const Interpolation& method,
                std::vector<ColorStop>& stops) {
    const LengthPercentage start = *from.stop.position;
    const LengthPercentage end = *to.stop.position;
    const double hint = from.hint ? hint_place(start, end, *from.hint) : 0.5;
    if (hint <= 0 || hint >= 1) {  // one colour up to the hint, the other behind it
        const Color& color = hint <= 0 ? to.stop.color : from.stop.color;
        stops.push_back({color, hint <= 0 ? start : end});
        return;
    }
    for (int i = 1; i < kPieces; ++i) {
        const double part = static_cast<double>(i) / kPieces;
        stops.push_back({interpolated(from.stop.color, to.stop.color, eased(part, hint), method),
                         between(start, end, part)});
    }
}

std::vector<ColorStop> straightened(const std::vector<HintedStop>& given,
                                    const Interpolation& method) {
    const std::vector<HintedStop> all = placed(given);
    std::vector<ColorStop> stops{all.front().stop};
    for (std::size_t i = 1; i < all.size(); ++i) {
        const bool is_straight = !all[i - 1].hint && method.space == ColorSpace::kSrgb;
        if (!is_straight && !(all[i - 1].stop.position == all[i].stop.position)) {
            add_pieces(all[i - 1], all[i], method, stops);
        }
        stops.push_back(all[i].stop);
    }
    return stops;
}

}  // namespace

bool read_stops(ValueReader& reader, const std::optional<Interpolation>& method,
                css::Gradient& gradient) {
    std::vector<HintedStop> stops;
    bool needs_color = true;  // at both ends and beside a hint
    bool has_hint = false;
    do {
        const auto color = reader.read_color();
        if (!color) {
            const auto hint =
                needs_color ? std::nullopt : read_stop_position(reader, gradient.kind);
            if (!hint) {
                return false;
            }
            stops.back().hint = hint;
            has_hint = needs_color = true;
            continue;
        }
        needs_color = false;
        const Color used = color->is_current ? reader.units().current_color : color->color;
        stops.push_back({{used, read_stop_position(reader, gradient.kind)}, {}});
        if (const auto second = read_stop_position(reader, gradient.kind)) {
            stops.push_back({{used, second}, {}});
        }
    } while (reader.read_comma());
    if (needs_color || !reader.at_end()) {
        return false;
    }
    const bool is_straight = !has_hint && (!method || method->space == ColorSpace::kSrgb);
    if (is_straight) {
        for (const HintedStop& stop : stops) {
            gradient.stops.push_back(stop.stop);
        }
    } else {
        gradient.stops = straightened(stops, method.value_or(Interpolation{}));
    }
    // One color is the whole gradient's (CSS Images 4 §3.5.1).
    if (gradient.stops.size() == 1) {
        gradient.stops.push_back(gradient.stops.front());
    }
    return true;
}

}  // namespace ghreveal::style
