// Lengths, points, rectangles and affine maps shared by every stage.
// All lengths are CSS px (1 px = 1/96 in) unless a name says otherwise; y grows downwards.
#pragma once

#include <algorithm>
#include <cmath>
#include <compare>

namespace ghreveal {

using Px = double;

// A length in PDF's unit (ISO 32000-1 §8.3.2.3). A type of its own, so that neither is taken for
// the other: only `to_pt` leads from one to the other.
struct Pt {
    constexpr Pt() = default;
    constexpr explicit Pt(double length) : value(length) {}
    constexpr Pt operator+(Pt other) const { return Pt(value + other.value); }
    constexpr Pt operator-(Pt other) const { return Pt(value - other.value); }
    constexpr auto operator<=>(const Pt&) const = default;
    double value = 0;
};

// 1 px is 1/96 in, 1 pt is 1/72 in.
constexpr Pt to_pt(Px length) {
    return Pt(length * 72 / 96);
}

struct Point {
    Px x = 0;
    Px y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    Px width = 0;
    Px height = 0;
    bool operator==(const Size&) const = default;
};

// One value for each side of a box, in CSS order.
struct Edges {
    Px top = 0;
    Px right = 0;
    Px bottom = 0;
    Px left = 0;
    Px horizontal() const { return left + right; }
    Px vertical() const { return top + bottom; }
    Edges operator+(const Edges& o) const {
        return {top + o.top, right + o.right, bottom + o.bottom, left + o.left};
    }
    bool operator==(const Edges&) const = default;
};

struct Rect {
    Px x = 0;
    Px y = 0;
    Px width = 0;
    Px height = 0;
    Px right() const { return x + width; }
    Px bottom() const { return y + height; }
    Point origin() const { return {x, y}; }
    Size size() const { return {width, height}; }
    bool empty() const { return width <= 0 || height <= 0; }
    Rect translated(Point by) const { return {x + by.x, y + by.y, width, height}; }
    // The rectangle with `by` taken off each side; never of negative size.
    Rect inset(const Edges& by) const {
        return {x + by.left, y + by.top, std::max(0.0, width - by.horizontal()),
                std::max(0.0, height - by.vertical())};
    }
    Rect outset(const Edges& by) const {
        return {x - by.left, y - by.top, width + by.horizontal(), height + by.vertical()};
    }
    Rect united(const Rect& o) const {
        const Px left = std::min(x, o.x);
        const Px top = std::min(y, o.y);
        return {left, top, std::max(right(), o.right()) - left,
                std::max(bottom(), o.bottom()) - top};
    }
    bool operator==(const Rect&) const = default;
};

// An affine map x' = a x + c y + e, y' = b x + d y + f (the matrix() of CSS Transforms 1).
struct Transform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    static Transform translation(Point by) { return {1, 0, 0, 1, by.x, by.y}; }
    static Transform scaling(double sx, double sy) { return {sx, 0, 0, sy, 0, 0}; }
    static Transform rotation(double radians) {
        const double s = std::sin(radians);
        const double k = std::cos(radians);
        return {k, s, -s, k, 0, 0};
    }
    // The map that applies `inner` first, then this one.
    Transform operator*(const Transform& inner) const {
        return {a * inner.a + c * inner.b,     b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,     b * inner.c + d * inner.d,
                a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
    }
    Point apply(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    bool is_identity() const { return *this == Transform{}; }
    bool operator==(const Transform&) const = default;
};

}  // namespace ghreveal
