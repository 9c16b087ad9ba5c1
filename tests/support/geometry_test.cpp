#include "support/geometry.h"

#include <catch2/catch.hpp>
#include <numbers>

#include "support/color.h"

using namespace ghreveal;

TEST_CASE("Taking edges off a rectangle never makes its size negative") {
    const Rect box{10, 20, 100, 50};
    CHECK(box.inset({1, 2, 3, 4}) == Rect{14, 21, 94, 46});
    CHECK(box.inset({40, 60, 40, 60}) == Rect{70, 60, 0, 0});
    CHECK(box.inset({1, 2, 3, 4}).outset({1, 2, 3, 4}) == box);
}

TEST_CASE("The union of two rectangles holds both") {
    CHECK(Rect{0, 0, 10, 10}.united({20, -5, 10, 10}) == Rect{0, -5, 30, 15});
}

TEST_CASE("A rectangle without area is empty") {
    CHECK(Rect{5, 5, 0, 10}.empty());
    CHECK_FALSE(Rect{5, 5, 1, 1}.empty());
}

TEST_CASE("A product of transforms applies the right one first") {
    const Transform move = Transform::translation({10, 0});
    const Transform grow = Transform::scaling(2, 3);
    CHECK((move * grow).apply({1, 1}) == Point{12, 3});
    CHECK((grow * move).apply({1, 1}) == Point{22, 3});
    CHECK((Transform{} * Transform{}).is_identity());
}

TEST_CASE("A positive rotation is clockwise, for y grows downwards") {
    const Point turned = Transform::rotation(std::numbers::pi / 2).apply({1, 0});
    CHECK(turned.x == Approx(0).margin(1e-12));
    CHECK(turned.y == Approx(1));
}

TEST_CASE("Brightness weighs green most and blue least") {
    CHECK(brightness(kWhite) == Approx(255));
    CHECK(brightness(kBlack) == 0);
    CHECK(brightness({0, 255, 0}) > brightness({255, 0, 0}));
    CHECK(brightness({255, 0, 0}) > brightness({0, 0, 255}));
}
