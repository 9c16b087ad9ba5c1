#include "paint/rounded_rect.h"

#include <catch2/catch.hpp>

#include "style/properties/paint_style.h"

using namespace ghreveal;
using namespace ghreveal::paint;

namespace {

style::PaintStyle with_radius(css::LengthPercentage radius) {
    style::PaintStyle paint;
    paint.radius_top_left = paint.radius_top_right = paint.radius_bottom_right =
        paint.radius_bottom_left = {radius, radius};
    return paint;
}

}  // namespace

TEST_CASE("Boxes are drawn with their edges on whole px") {
    CHECK(snapped({0.4, 10.6, 10, 10}) == Rect{0, 11, 10, 10});
    // Boxes that touch still touch.
    CHECK(snapped({0, 0, 10.5, 1}).right() == snapped({10.5, 0, 10, 1}).x);
    // As Chromium's screenshot has it; less than a sixteenth of a px vanishes.
    CHECK(snapped({10.1, 0, 0.3, 10}) == Rect{10, 0, 1, 10});
    CHECK(snapped({10.5, 0, 0.3, 10}) == Rect{11, 0, 1, 10});
    CHECK(snapped({10.1, 0, 0.05, 10}).width == 0);
}

TEST_CASE("Percentages of a radius are of the box's width and height") {
    const RoundedRect box = rounded_border_box({0, 0, 100, 40}, with_radius({0, 10}));
    CHECK(box.top_left == Size{10, 4});
}

TEST_CASE("Radii that do not fit are scaled down together") {
    const RoundedRect box = rounded_border_box({0, 0, 100, 40}, with_radius({50, 0}));
    CHECK(box.top_left == Size{20, 20});
    CHECK(box.bottom_right == Size{20, 20});
}

TEST_CASE("The padding edge's radius is the border edge's less the border") {
    const RoundedRect outer = rounded_border_box({0, 0, 100, 100}, with_radius({10, 0}));
    CHECK(inset(outer, {4, 4, 4, 4}).top_left == Size{6, 6});
    CHECK(inset(outer, {12, 12, 12, 12}).is_rectangle());
}

TEST_CASE("An inline part that goes on has square corners there") {
    const RoundedRect first =
        rounded_border_box({0, 0, 100, 40}, with_radius({5, 0}), {.left = true, .right = false});
    CHECK(first.top_left == Size{5, 5});
    CHECK(first.top_right == Size{});
}

TEST_CASE("A shadow's sharp corner stays sharp when it spreads") {
    CHECK(spread_by({{0, 0, 10, 10}, {}, {}, {}, {}}, 5).is_rectangle());
    CHECK(spread_by({{0, 0, 10, 10}, {}, {}, {}, {}}, 5).rect == Rect{-5, -5, 20, 20});
    CHECK(spread_by({{0, 0, 40, 40}, {8, 8}, {}, {}, {}}, 4).top_left == Size{12, 12});
}
