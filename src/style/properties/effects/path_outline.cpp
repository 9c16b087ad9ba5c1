#include "style/properties/effects/path_outline.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::style {

namespace {

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
Point operator*(double by, Point a) {
    return {by * a.x, by * a.y};
}

double length(Point a) {
    return std::hypot(a.x, a.y);
}

// Lines of about 1 px, which no one tells from the curve.
int steps_along(Px curve) {
    return static_cast<int>(std::clamp(std::ceil(curve), 16.0, 256.0));
}

class Outline {
public:
    explicit Outline(std::string_view data) : data_(data) {}

    std::optional<std::vector<Point>> read() {
        skip_space();
        if (at_ == data_.size() || (data_[at_] != 'M' && data_[at_] != 'm')) {
            return std::nullopt;
        }
        char command = 'M';
        while (at_ < data_.size()) {
            if (ascii::is_letter(data_[at_])) {
                command = data_[at_++];
            } else if (command == 'Z' || command == 'z') {
                return std::nullopt;
            }
            if (!draw(command) || points_.size() > FixedLimits::path_points) {
                return std::nullopt;
            }
            // Further pairs after a move are lines.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
            skip_space_and_comma();
        }
        close();
        return points_;
    }

private:
    void skip_space() {
        while (at_ < data_.size() && ascii::is_space(data_[at_])) {
            ++at_;
        }
    }
    void skip_space_and_comma() {
        skip_space();
        if (at_ < data_.size() && data_[at_] == ',') {
            ++at_;
            skip_space();
        }
    }
    std::optional<double> number() {
        skip_space_and_comma();
        if (at_ < data_.size() && data_[at_] == '+') {
            ++at_;
        }
        double value = 0;
        const char* begin = data_.data() + at_;
        const auto [end, failure] = std::from_chars(begin, data_.data() + data_.size(), value);
        if (failure != std::errc{} || !std::isfinite(value)) {
            return std::nullopt;
        }
        at_ += static_cast<std::size_t>(end - begin);
        return value;
    }
    // A digit of its own, after which no space need follow.
    std::optional<bool> flag() {
        skip_space_and_comma();
        if (at_ < data_.size() && (data_[at_] == '0' || data_[at_] == '1')) {
            return data_[at_++] == '1';
        }
        return std::nullopt;
    }
    // From where the pen is, if `relative`.
    std::optional<Point> point(bool relative) {
        const auto x = number();
        const auto y = x ? number() : std::nullopt;
        if (!y) {
            return std::nullopt;
        }
        const Point read{*x, *y};
        return relative ? pen_ + read : read;
    }

    bool draw(char letter);
    bool draw_curve(char kind, bool relative);
    bool draw_arc(bool relative);
    void cubic_to(Point first, Point second, Point end);
    void arc_to(Point radii, double rotation, bool is_large, bool sweeps, Point end);
    void line_to(Point to) {
        points_.push_back(to);
        pen_ = to;
    }
    // Back to where the subpath began, and from there to where the first one did.
    void close() {
        if (!points_.empty()) {
            points_.push_back(start_);
            points_.push_back(points_.front());
        }
        pen_ = start_;
    }
    bool begin_subpath(std::optional<Point> at) {
        if (!at) {
            return false;
        }
        close();
        start_ = *at;
        line_to(*at);
        return true;
    }

    std::string_view data_;
    std::size_t at_ = 0;
    std::vector<Point> points_;
    Point pen_;
    Point start_;
    Point control_;          // the last one of the curve before
    char control_kind_ = 0;  // 'C' or 'Q': what kind of curve that was
};

bool Outline::draw(char letter) {
    const bool relative = letter >= 'a';
    const char kind = static_cast<char>(relative ? letter - 'a' + 'A' : letter);
    if (kind == 'C' || kind == 'S' || kind == 'Q' || kind == 'T') {
        return draw_curve(kind, relative);
    }
    control_kind_ = 0;
    switch (kind) {
        case 'M':
            return begin_subpath(point(relative));
        case 'Z':
            line_to(start_);
            return true;
        case 'L': {
            const auto to = point(relative);
            return to && (line_to(*to), true);
        }
        case 'H': {
            const auto x = number();
            return x && (line_to({relative ? pen_.x + *x : *x, pen_.y}), true);
        }
        case 'V': {
            const auto y = number();
            return y && (line_to({pen_.x, relative ? pen_.y + *y : *y}), true);
        }
        case 'A':
            return draw_arc(relative);
        default:
            return false;
    }
}

bool Outline::draw_curve(char kind, bool relative) {
    const char family = kind == 'C' || kind == 'S' ? 'C' : 'Q';
    const Point reflected = control_kind_ == family ? 2.0 * pen_ - control_ : pen_;
    const bool continues = kind == 'S' || kind == 'T';
    const auto first = continues ? std::optional(reflected) : point(relative);
    const auto second = family == 'C' ? point(relative) : first;
    const auto end = first && second ? point(relative) : std::nullopt;
    if (!end) {
        return false;
    }
    control_kind_ = family;
    control_ = *second;
    if (family == 'C') {
        cubic_to(*first, *second, *end);
    } else {
        cubic_to((1.0 / 3) * pen_ + (2.0 / 3) * *first, (1.0 / 3) * *end + (2.0 / 3) * *first,
                 *end);
    }
    return true;
}

void Outline::cubic_to(Point first, Point second, Point end) {
    const Point begin = pen_;
    const int steps =
        steps_along(length(first - begin) + length(second - first) + length(end - second));
    for (int i = 1; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double s = 1 - t;
        line_to(s * s * s * begin + 3 * s * s * t * first + 3 * s * t * t * second +
                t * t * t * end);
    }
}

bool Outline::draw_arc(bool relative) {
    const auto rx = number();
    const auto ry = rx ? number() : std::nullopt;
    const auto rotation = ry ? number() : std::nullopt;
    const auto is_large = rotation ? flag() : std::nullopt;
    const auto sweeps = is_large ? flag() : std::nullopt;
    const auto end = sweeps ? point(relative) : std::nullopt;
    if (!end) {
        return false;
    }
    arc_to({std::abs(*rx), std::abs(*ry)}, *rotation * std::numbers::pi / 180, *is_large, *sweeps,
           *end);
    return true;
}

// SVG 2 §B.2.4: from the ends to the centre; radii that do not reach grow.
void Outline::arc_to(Point radii, double rotation, bool is_large, bool sweeps, Point end) {
    if (radii.x == 0 || radii.y == 0 || length(end - pen_) == 0) {
        line_to(end);
        return;
    }
    const double cos = std::cos(rotation);
    const double sin = std::sin(rotation);
    const Point half = 0.5 * (pen_ - end);
    const Point turned{cos * half.x + sin * half.y, cos * half.y - sin * half.x};
    const double reach = std::hypot(turned.x / radii.x, turned.y / radii.y);
    radii = std::max(1.0, reach) * radii;
    // In a frame where the ellipse is a circle of radius 1, the ends are at ±unit from their
    // middle.
    const Point unit{turned.x / radii.x, turned.y / radii.y};
    const double square = std::min(1.0, unit.x * unit.x + unit.y * unit.y);
    const double away =
        std::sqrt(std::max(0.0, (1 - square) / square)) * (is_large == sweeps ? -1 : 1);
    const Point centre{away * unit.y, -away * unit.x};
    const Point from = unit - centre;
    const double start = std::atan2(from.y, from.x);
    double sweep = std::atan2(-unit.y - centre.y, -unit.x - centre.x) - start;
    const double turn = 2 * std::numbers::pi;
    sweep += sweeps && sweep < 0 ? turn : !sweeps && sweep > 0 ? -turn : 0;
    const Point middle = 0.5 * (pen_ + end);
    const int steps = steps_along(std::abs(sweep) * std::max(radii.x, radii.y));
    for (int i = 1; i < steps; ++i) {
        const double angle = start + sweep * i / steps;
        const Point at{radii.x * (std::cos(angle) + centre.x),
                       radii.y * (std::sin(angle) + centre.y)};
        line_to(middle + Point{cos * at.x - sin * at.y, sin * at.x + cos * at.y});
    }
    line_to(end);
}

}  // namespace

std::optional<std::vector<Point>> path_outline(std::string_view data) {
    return Outline(data).read();
}

}  // namespace ghreveal::style
