#include "draw/shadow_contours.h"

#include <numbers>

#include "paint/rounded_rect.h"

namespace ghreveal::draw {

namespace {

// Beyond so many deviations from the edge a shadow is as good as nothing, or as full.
constexpr double kReach = 2.6;

// The share of a Gaussian that lies below `x` deviations.
double normal(double x) {
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

double inverse_normal(double share) {
    double low = -8;
    double high = 8;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (normal(middle) < share ? low : high) = middle;
    }
    return low;
}

// The radius, in deviations, of the contour `distance` outside a blurred sharp corner. There the
// shadow is the product of both edges' profiles, so the contour crosses the diagonal where each of
// them is the root of its level; the circle through that point and the straight parts.
double corner_radius(double distance) {
    const double on_diagonal = -inverse_normal(std::sqrt(normal(-distance)));
    return (distance - on_diagonal) / (1 - std::numbers::sqrt2 / 2);
}

Size contour_radius(Size radius, Px distance, Px sharp) {
    return {std::hypot(std::max(0.0, radius.width + distance), sharp),
            std::hypot(std::max(0.0, radius.height + distance), sharp)};
}

paint::RoundedRect contour(const paint::RoundedRect& shape, Px distance, Px deviation) {
    const Edges edges{distance, distance, distance, distance};
    const Edges inwards{-distance, -distance, -distance, -distance};
    paint::RoundedRect result;
    result.rect = distance >= 0 ? shape.rect.outset(edges) : shape.rect.inset(inwards);
    const Px sharp = deviation * corner_radius(distance / deviation);
    const Px largest = std::min(result.rect.width, result.rect.height) / 2;
    const auto fitted = [&](Size radius) {
        const Size wanted = contour_radius(radius, distance, sharp);
        return Size{std::min(wanted.width, largest), std::min(wanted.height, largest)};
    };
    result.top_left = fitted(shape.top_left);
    result.top_right = fitted(shape.top_right);
    result.bottom_right = fitted(shape.bottom_right);
    result.bottom_left = fitted(shape.bottom_left);
    return result;
}

// So many that neither their steps in strength nor those in place are seen.
int contour_count(const paint::BoxShadow& shadow) {
    const double by_strength = 48 * static_cast<double>(shadow.color.alpha);
    const double by_distance = 2 * kReach * (shadow.blur / 2) / 0.6;
    return static_cast<int>(std::ceil(std::clamp(std::min(by_strength, by_distance), 6.0, 48.0)));
}

Px largest_radius(const paint::RoundedRect& shape) {
    Px radius = 0;
    for (const Size& corner :
         {shape.top_left, shape.top_right, shape.bottom_right, shape.bottom_left}) {
        radius = std::max({radius, corner.width, corner.height});
    }
    return radius;
}

}  // namespace

bool has_contours(const paint::BoxShadow& shadow) {
    const Px least = 2 * (kReach * shadow.blur / 2 + largest_radius(shadow.shape));
    return std::min(shadow.shape.rect.width, shadow.shape.rect.height) >= least;
}

std::vector<ShadowContour> shadow_contours(const paint::BoxShadow& shadow) {
    const Px deviation = shadow.blur / 2;
    const int count = contour_count(shadow);
    std::vector<ShadowContour> contours;
    double covered = 0;  // strength of all contours so far, one over the other
    for (int i = 0; i < count; ++i) {
        const double distance = kReach * (1 - 2.0 * i / count);
        paint::RoundedRect shape = contour(shadow.shape, distance * deviation, deviation);
        if (shadow.hole.is_rectangle() && paint::contains(shadow.hole.rect, shape.rect)) {
            break;
        }
        // The strength in the middle of the band that begins here; the last band is all the inside.
        const double share = i + 1 == count ? 1 : normal(kReach / count - distance);
        const double wanted = static_cast<double>(shadow.color.alpha) * share;
        contours.push_back({shape, 1 - (1 - wanted) / (1 - covered), wanted});
        covered = wanted;
    }
    return contours;
}

}  // namespace ghreveal::draw
