#include "draw/gradient_pattern.h"

#include <numbers>

#include "support/limits.h"

namespace ghreveal::draw {

namespace {

// Between stops of different alpha CSS mixes premultiplied colours and Cairo does not: so many
// stops in between make the difference invisible.
constexpr int kAlphaSubdivisions = 8;

Color mixed(const Color& a, const Color& b, double share) {
    const double alpha_a = static_cast<double>(a.alpha) * (1 - share);
    const double alpha_b = static_cast<double>(b.alpha) * share;
    const double alpha = alpha_a + alpha_b;
    if (alpha <= 0) {
        return {b.red, b.green, b.blue, 0};
    }
    const auto channel = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround((from * alpha_a + to * alpha_b) / alpha));
    };
    return {channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue),
            static_cast<float>(alpha)};
}

// The part of a radial gradient that begins before its centre cannot be seen.
void cut_below_zero(std::vector<PlacedStop>& stops) {
    std::size_t first = 0;
    while (first + 1 < stops.size() && stops[first + 1].offset < 0) {
        ++first;
    }
    if (stops[first].offset >= 0) {
        return;
    }
    if (first + 1 < stops.size()) {
        const PlacedStop& next = stops[first + 1];
        const double share = -stops[first].offset / (next.offset - stops[first].offset);
        stops[first].color = mixed(stops[first].color, next.color, share);
    }
    stops[first].offset = 0;
    stops.erase(stops.begin(), stops.begin() + static_cast<std::ptrdiff_t>(first));
}

void add_stop(cairo_pattern_t* pattern, double offset, const Color& color, double alpha) {
    cairo_pattern_add_color_stop_rgba(pattern, offset, color.red / 255.0, color.green / 255.0,
                                      color.blue / 255.0, static_cast<double>(color.alpha) * alpha);
}

void add_stops(cairo_pattern_t* pattern, const std::vector<PlacedStop>& stops, double alpha) {
    const double first = stops.front().offset;
    const double length = std::max(stops.back().offset - first, 1e-9);
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const double offset = (stops[i].offset - first) / length;
        if (i > 0 && stops[i - 1].color.alpha != stops[i].color.alpha) {
            const double before = (stops[i - 1].offset - first) / length;
            for (int k = 1; k < kAlphaSubdivisions; ++k) {
                const double share = static_cast<double>(k) / kAlphaSubdivisions;
                add_stop(pattern, before + (offset - before) * share,
                         mixed(stops[i - 1].color, stops[i].color, share), alpha);
            }
        }
        add_stop(pattern, offset, stops[i].color, alpha);
    }
}

struct GradientLine {
    Point from;
    Point to;
    Px length;
};

// §3.1.1: through the box's centre, so long that the corners get exactly the end colours.
GradientLine gradient_line(const css::Gradient& gradient, const Rect& box) {
    Point direction{std::sin(gradient.angle), -std::cos(gradient.angle)};
    if (gradient.corner_x != 0 || gradient.corner_y != 0) {
        const Point across{gradient.corner_x * box.height, gradient.corner_y * box.width};
        const double norm = std::max(std::hypot(across.x, across.y), 1e-9);
        direction = {across.x / norm, across.y / norm};
    }
    const Px length = std::abs(direction.x) * box.width + std::abs(direction.y) * box.height;
    const Point centre{box.x + box.width / 2, box.y + box.height / 2};
    const Point half{direction.x * length / 2, direction.y * length / 2};
    return {{centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y}, length};
}

// What a gradient looks like whose stripes are too fine to be seen (CSS Images 3 §3.3, "average
// color"); browsers take the last one's colour when all stops are at one place.
Color mean_color(const std::vector<PlacedStop>& stops) {
    const double length = stops.back().offset - stops.front().offset;
    Color mean = stops.back().color;
    double weight = 0;
    for (std::size_t i = 1; length > 0 && i < stops.size(); ++i) {
        const double part = stops[i].offset - stops[i - 1].offset;
        if (part > 0) {
            weight += part;
            mean = mixed(mean, mixed(stops[i - 1].color, stops[i].color, 0.5), part / weight);
        }
    }
    return mean;
}

// Repeats more often than can be seen.
bool is_too_fine(const css::Gradient& gradient, const std::vector<PlacedStop>& stops, Px length) {
    return gradient.repeating &&
           (stops.back().offset - stops.front().offset) * length < FixedLimits::gradient_period;
}

// Where all stops are at one place, one colour ends there and another begins: Cairo, which counts
// in 65536ths, needs some way before and behind to see that.
std::vector<PlacedStop> with_edge(std::vector<PlacedStop> stops, const css::Gradient& gradient) {
    constexpr double kLeastLength = 1e-3;
    if (gradient.repeating || stops.back().offset - stops.front().offset > kLeastLength) {
        return stops;
    }
    stops.insert(stops.begin(), {stops.front().offset - 1, stops.front().color});
    stops.push_back({stops.back().offset + 1, stops.back().color});
    return stops;
}

PatternHandle plain_pattern(const Color& color, double alpha) {
    return PatternHandle{cairo_pattern_create_rgba(color.red / 255.0, color.green / 255.0,
                                                   color.blue / 255.0,
                                                   static_cast<double>(color.alpha) * alpha)};
}

PatternHandle linear_pattern(const css::Gradient& gradient, const Rect& box, double alpha) {
    const GradientLine line = gradient_line(gradient, box);
    const std::vector<PlacedStop> stops = with_edge(placed_stops(gradient, line.length), gradient);
    if (is_too_fine(gradient, stops, line.length)) {
        return plain_pattern(mean_color(stops), alpha);
    }
    const auto point_at = [&line](double offset) {
        return Point{line.from.x + (line.to.x - line.from.x) * offset,
                     line.from.y + (line.to.y - line.from.y) * offset};
    };
    const Point first = point_at(stops.front().offset);
    const Point last = point_at(std::max(stops.back().offset, stops.front().offset + 1e-6));
    PatternHandle pattern{cairo_pattern_create_linear(first.x, first.y, last.x, last.y)};
    add_stops(pattern.get(), stops, alpha);
    return pattern;
}

// §3.2.2: the ending shape's radii, for a centre relative to the box.
Size ending_shape(const css::Gradient& gradient, const Rect& box, Point centre) {
    using Extent = css::Gradient::Extent;
    if (gradient.extent == Extent::kExplicit) {
        const Px rx = gradient.radius_x.resolve(box.width);
        return {rx, gradient.circle ? rx : gradient.radius_y.resolve(box.height)};
    }
    const bool closest =
        gradient.extent == Extent::kClosestSide || gradient.extent == Extent::kClosestCorner;
    const auto distance = [closest](Px at, Px length) {
        const Px a = std::abs(at);
        const Px b = std::abs(length - at);
        return closest ? std::min(a, b) : std::max(a, b);
    };
    const Size side{distance(centre.x, box.width), distance(centre.y, box.height)};
    const bool to_corner =
        gradient.extent == Extent::kClosestCorner || gradient.extent == Extent::kFarthestCorner;
    if (gradient.circle) {
        const Px radius = to_corner ? std::hypot(side.width, side.height)
                          : closest ? std::min(side.width, side.height)
                                    : std::max(side.width, side.height);
        return {radius, radius};
    }
    // An ellipse through the corner with the proportions of the one that touches the sides.
    return to_corner ? Size{side.width * std::numbers::sqrt2, side.height * std::numbers::sqrt2}
                     : side;
}

PatternHandle radial_pattern(const css::Gradient& gradient, const Rect& box, double alpha) {
    const Point centre{gradient.center_x.resolve(box.width), gradient.center_y.resolve(box.height)};
    const Size found = ending_shape(gradient, box, centre);
    // §3.2.3: a shape of no size is as if it were infinitely small.
    const Size radius{std::max(found.width, 1e-4), std::max(found.height, 1e-4)};
    std::vector<PlacedStop> stops = with_edge(placed_stops(gradient, radius.width), gradient);
    cut_below_zero(stops);
    if (is_too_fine(gradient, stops, std::max(radius.width, radius.height))) {
        return plain_pattern(mean_color(stops), alpha);
    }
    const double first = stops.front().offset * radius.width;
    const double last = std::max(stops.back().offset * radius.width, first + 1e-6);
    PatternHandle pattern{cairo_pattern_create_radial(0, 0, first, 0, 0, last)};
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, 1, radius.width / radius.height);
    cairo_matrix_translate(&matrix, -(box.x + centre.x), -(box.y + centre.y));
    cairo_pattern_set_matrix(pattern.get(), &matrix);
    add_stops(pattern.get(), stops, alpha);
    return pattern;
}

// A sector of a conic gradient: from the centre to the far ends of its sides; angles from "to top",
// clockwise.
struct Sector {
    double begin, end;
    Color first, last;
};

void set_corner(cairo_pattern_t* mesh, unsigned corner, const Color& color, double alpha) {
    cairo_mesh_pattern_set_corner_color_rgba(mesh, corner, color.red / 255.0, color.green / 255.0,
                                             color.blue / 255.0,
                                             static_cast<double>(color.alpha) * alpha);
}

// Cairo has no conic gradients; a patch of a mesh whose one side is the centre is a sector of one.
void add_sector(cairo_pattern_t* mesh, Point centre, Px radius, const Sector& sector,
                double alpha) {
    const auto move_along = [&](double angle) {
        cairo_mesh_pattern_line_to(mesh, centre.x + radius * std::sin(angle),
                                   centre.y - radius * std::cos(angle));
    };
    cairo_mesh_pattern_begin_patch(mesh);
    cairo_mesh_pattern_move_to(mesh, centre.x, centre.y);
    move_along(sector.begin);
    move_along(sector.end);
    cairo_mesh_pattern_line_to(mesh, centre.x, centre.y);
    set_corner(mesh, 0, sector.first, alpha);
    set_corner(mesh, 1, sector.first, alpha);
    set_corner(mesh, 2, sector.last, alpha);
    set_corner(mesh, 3, sector.last, alpha);
    cairo_mesh_pattern_end_patch(mesh);
}

// The stops of a whole turn: those of a repeating gradient over and over, others with their ends'
// colours before and after.
std::vector<PlacedStop> stops_of_turn(const css::Gradient& gradient,
                                      const std::vector<PlacedStop>& stops) {
    std::vector<PlacedStop> turn;
    const double period = stops.back().offset - stops.front().offset;
    if (!gradient.repeating || period <= 0) {
        turn.push_back({std::min(0.0, stops.front().offset), stops.front().color});
        turn.insert(turn.end(), stops.begin(), stops.end());
        turn.push_back({std::max(1.0, stops.back().offset), stops.back().color});
        return turn;
    }
    const double first = std::floor(-stops.front().offset / period);
    for (double copy = first; stops.front().offset + copy * period < 1; ++copy) {
        for (const PlacedStop& stop : stops) {
            turn.push_back({stop.offset + copy * period, stop.color});
        }
    }
    return turn;
}

// CSS Images 4 §3.3.
PatternHandle conic_pattern(const css::Gradient& gradient, const Rect& box, double alpha) {
    constexpr double kTurn = 2 * std::numbers::pi;
    constexpr double kWidestSector = 1.0 / 90;  // of a turn: chords that look like arcs
    const Point centre{box.x + gradient.center_x.resolve(box.width),
                       box.y + gradient.center_y.resolve(box.height)};
    const std::vector<PlacedStop> stops = placed_stops(gradient, 1);
    const Px radius =
        2 * (std::hypot(box.width, box.height) + std::hypot(centre.x - box.x, centre.y - box.y));
    if (is_too_fine(gradient, stops, radius)) {
        return plain_pattern(mean_color(stops), alpha);
    }
    PatternHandle mesh{cairo_pattern_create_mesh()};
    const std::vector<PlacedStop> turn = stops_of_turn(gradient, stops);
    for (std::size_t i = 1; i < turn.size(); ++i) {
        const PlacedStop& from = turn[i - 1];
        const PlacedStop& to = turn[i];
        const double begin = std::max(0.0, from.offset);
        const double end = std::min(1.0, to.offset);
        const int sectors = static_cast<int>(std::ceil((end - begin) / kWidestSector));
        const auto color_at = [&](double offset) {
            return mixed(from.color, to.color, (offset - from.offset) / (to.offset - from.offset));
        };
        for (int k = 0; k < sectors; ++k) {
            const double left = begin + (end - begin) * k / sectors;
            const double right = begin + (end - begin) * (k + 1) / sectors;
            add_sector(mesh.get(), centre, radius,
                       {gradient.angle + left * kTurn, gradient.angle + right * kTurn,
                        color_at(left), color_at(right)},
                       alpha);
        }
    }
    return mesh;
}

}  // namespace

std::vector<PlacedStop> placed_stops(const css::Gradient& gradient, Px line_length) {
    const auto& given = gradient.stops;
    std::vector<PlacedStop> stops(given.size());
    double largest = -std::numeric_limits<double>::infinity();
    std::size_t last_placed = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        stops[i].color = given[i].color;
        const bool at_end = i == 0 || i + 1 == given.size();
        if (!given[i].position && !at_end) {
            continue;
        }
        const double offset = given[i].position
                                  ? given[i].position->px / std::max(line_length, 1e-9) +
                                        given[i].position->percent / 100
                                  : (i == 0 ? 0.0 : 1.0);
        largest = std::max(largest, offset);
        stops[i].offset = largest;
        const double count = static_cast<double>(i - last_placed);
        for (std::size_t k = last_placed + 1; k < i; ++k) {
            const double share = static_cast<double>(k - last_placed) / count;
            stops[k].offset =
                stops[last_placed].offset + (largest - stops[last_placed].offset) * share;
        }
        last_placed = i;
    }
    if (stops.empty()) {
        stops.push_back({0, kTransparent});
    }
    return stops;
}

PatternHandle gradient_pattern(const css::Gradient& gradient, const Rect& box, double alpha) {
    if (gradient.kind == css::Gradient::Kind::kConic) {
        return conic_pattern(gradient, box, alpha);
    }
    PatternHandle pattern = gradient.kind == css::Gradient::Kind::kLinear
                                ? linear_pattern(gradient, box, alpha)
                                : radial_pattern(gradient, box, alpha);
    cairo_pattern_set_extend(pattern.get(),
                             gradient.repeating ? CAIRO_EXTEND_REPEAT : CAIRO_EXTEND_PAD);
    return pattern;
}

}  // namespace ghreveal::draw
