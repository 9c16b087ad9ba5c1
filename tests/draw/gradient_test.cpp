#include <catch2/catch.hpp>
#include <numbers>

#include "draw/gradient_pattern.h"
#include "pictures.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using namespace ghreveal::draw;
using css::Gradient;
using css::LengthPercentage;

namespace {

std::shared_ptr<Gradient> black_to_white(Gradient::Kind kind) {
    auto gradient = std::make_shared<Gradient>();
    gradient->kind = kind;
    gradient->stops = {{kBlack, {}}, {kWhite, {}}};
    return gradient;
}

Picture drawn(const std::shared_ptr<Gradient>& gradient, int width, int height) {
    const Rect box{0, 0, static_cast<Px>(width), static_cast<Px>(height)};
    return {{FillGradient{plain(box), box, gradient}}, width, height};
}

}  // namespace

TEST_CASE("A linear gradient goes from top to bottom when nothing else is said") {
    const Picture picture = drawn(black_to_white(Gradient::Kind::kLinear), 4, 100);
    CHECK(picture.gray(0, 0) == Approx(1).margin(3));
    CHECK(picture.gray(0, 50) == Approx(128).margin(4));
    CHECK(picture.gray(3, 99) == Approx(254).margin(3));
}

TEST_CASE("An angle of a quarter turn goes from left to right") {
    auto gradient = black_to_white(Gradient::Kind::kLinear);
    gradient->angle = std::numbers::pi / 2;
    const Picture picture = drawn(gradient, 100, 4);
    CHECK(picture.gray(0, 0) < 4);
    CHECK(picture.gray(99, 3) > 251);
}

TEST_CASE("A gradient to a corner gives the other two corners the same colour") {
    auto gradient = black_to_white(Gradient::Kind::kLinear);
    gradient->corner_x = 1;
    gradient->corner_y = 1;
    const Picture picture = drawn(gradient, 200, 50);
    CHECK(picture.gray(199, 0) == Approx(picture.gray(0, 49)).margin(4));
    CHECK(picture.gray(0, 0) < 4);
}

TEST_CASE("A radial gradient reaches its last colour at the farthest corner") {
    const Picture picture = drawn(black_to_white(Gradient::Kind::kRadial), 100, 60);
    CHECK(picture.gray(50, 30) < 8);
    CHECK(picture.gray(0, 0) > 250);
    // The ellipse's proportions are the box's.
    CHECK(picture.gray(0, 30) == Approx(picture.gray(50, 0)).margin(4));
}

TEST_CASE("Stops without a position are spread evenly") {
    Gradient gradient;
    gradient.stops = {{kBlack, {}}, {kRed, {}}, {kBlue, {}}, {kWhite, LengthPercentage{0, 90}}};
    const auto stops = placed_stops(gradient, 100);
    CHECK(stops[0].offset == Approx(0));
    CHECK(stops[1].offset == Approx(0.3));
    CHECK(stops[2].offset == Approx(0.6));
    CHECK(stops[3].offset == Approx(0.9));
}

TEST_CASE("A stop never lies before the one before it") {
    Gradient gradient;
    gradient.stops = {
        {kBlack, LengthPercentage{0, 50}}, {kRed, LengthPercentage{20, 0}}, {kWhite, {}}};
    const auto stops = placed_stops(gradient, 100);
    CHECK(stops[0].offset == Approx(0.5));
    CHECK(stops[1].offset == Approx(0.5));
    CHECK(stops[2].offset == Approx(1));
}

TEST_CASE("A colour that fades to transparent keeps its hue") {
    auto gradient = std::make_shared<Gradient>();
    gradient->stops = {{kRed, {}}, {kTransparent, {}}};
    const Picture picture = drawn(gradient, 1, 100);
    // Premultiplied mixing: red never darkens on its way to nothing.
    CHECK(picture.at(0, 50).red > 250);
}

TEST_CASE("A repeating gradient begins again after its last stop") {
    auto gradient = black_to_white(Gradient::Kind::kLinear);
    gradient->repeating = true;
    gradient->stops[1].position = LengthPercentage{10, 0};
    const Picture picture = drawn(gradient, 1, 40);
    CHECK(picture.gray(0, 5) == Approx(picture.gray(0, 25)).margin(3));
    CHECK(picture.gray(0, 8) > picture.gray(0, 11));
}

// As Chromium draws it; and in a PDF it would be a million stripes.
TEST_CASE("A repeating gradient whose stops are at one place is its last colour") {
    auto gradient = black_to_white(Gradient::Kind::kLinear);
    gradient->repeating = true;
    gradient->stops = {{kBlack, LengthPercentage{0, 0}}, {kRed, LengthPercentage{0, 0}}};
    CHECK(drawn(gradient, 2, 2).rows() == Rows{"RR", "RR"});
}

TEST_CASE("A repeating gradient too fine to be seen is its mean colour") {
    auto gradient = black_to_white(Gradient::Kind::kLinear);
    gradient->repeating = true;
    gradient->stops = {{kBlack, LengthPercentage{0, 0}}, {kWhite, LengthPercentage{0.001, 0}}};
    CHECK(drawn(gradient, 4, 100).gray(2, 50) == Approx(128).margin(2));
}

TEST_CASE("A conic gradient turns clockwise from its angle, as Chromium has it") {
    auto gradient = std::make_shared<Gradient>();
    gradient->kind = Gradient::Kind::kConic;
    gradient->angle = std::numbers::pi / 2;
    gradient->stops = {{kRed, {}}, {kGreen, {}}, {kBlue, {}}};
    const Picture picture = drawn(gradient, 100, 100);
    CHECK(picture.at(50, 10).green == Approx(126).margin(4));
    CHECK(picture.at(50, 10).blue == Approx(128).margin(4));
    CHECK(picture.at(50, 90).red == Approx(128).margin(4));
    CHECK(picture.at(50, 90).green == Approx(126).margin(4));
    CHECK(picture.at(10, 50).green == Approx(254).margin(4));
    CHECK(picture.at(85, 85).red == Approx(191).margin(4));
}

TEST_CASE("Stops at one place make an edge, of radial gradients too") {
    const auto [kind, x] =
        GENERATE(std::pair{Gradient::Kind::kLinear, 0}, std::pair{Gradient::Kind::kRadial, 50});
    auto gradient = std::make_shared<Gradient>();
    gradient->kind = kind;
    gradient->circle = true;
    gradient->extent = Gradient::Extent::kClosestSide;
    gradient->stops = {{kBlack, LengthPercentage{0, 50}}, {kWhite, LengthPercentage{0, 50}}};
    const Picture picture = drawn(gradient, 100, 100);
    CHECK(picture.gray(x, kind == Gradient::Kind::kLinear ? 45 : 50) == 0);
    CHECK(picture.gray(x, kind == Gradient::Kind::kLinear ? 55 : 90) == 255);
}
