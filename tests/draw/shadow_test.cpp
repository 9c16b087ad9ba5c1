#include <catch2/catch.hpp>

#include "draw/shadow_contours.h"
#include "pictures.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using namespace ghreveal::draw;

namespace {

const RoundedRect kNoHole = plain({0, 0, 0, 0});

}  // namespace

TEST_CASE("A shadow without blur is its shape") {
    CHECK(rows_of({BoxShadow{plain({1, 0, 2, 1}), 0, kBlack, kNoHole}}, 4, 1) == Rows{"_KK_"});
}

TEST_CASE("A shadow is not drawn under its box") {
    CHECK(rows_of({BoxShadow{plain({1, 1, 3, 3}), 0, kBlack, plain({0, 0, 3, 3})}}, 5, 4) ==
          Rows{"_____", "___K_", "___K_", "_KKK_"});
}

TEST_CASE("A blurred shadow is half as strong on its shape's edge") {
    const Picture picture({BoxShadow{plain({30, 30, 60, 60}), 10, kBlack, kNoHole}}, 120, 120);
    CHECK(picture.gray(60, 60) < 3);
    CHECK((picture.gray(60, 29) + picture.gray(60, 30)) / 2 == Approx(127).margin(6));
    CHECK((picture.gray(29, 60) + picture.gray(30, 60)) / 2 == Approx(127).margin(6));
    CHECK((picture.gray(90, 60) + picture.gray(89, 60)) / 2 == Approx(127).margin(6));
    // A quarter on a corner.
    CHECK((picture.gray(29, 29) + picture.gray(30, 30)) / 2 == Approx(191).margin(10));
    CHECK(picture.gray(60, 10) == 255);
}

TEST_CASE("A shadow drawn as nested shapes and one drawn as a picture look the same") {
    const Picture large({BoxShadow{plain({30, 30, 60, 60}), 10, kBlack, kNoHole}}, 120, 120);
    // Too narrow for its blur to have a full middle: a picture.
    const Picture narrow({BoxShadow{plain({30, 30, 25, 60}), 10, kBlack, kNoHole}}, 120, 120);
    for (int y = 15; y < 60; y += 3) {
        CHECK(large.gray(33, y) == Approx(narrow.gray(33, y)).margin(8));
    }
}

TEST_CASE("A shadow's four corners are mirror images") {
    const Picture picture({BoxShadow{plain({30, 30, 60, 60}), 10, kBlack, kNoHole}}, 120, 120);
    for (int i = 16; i < 50; i += 3) {
        const int value = picture.gray(i, i + 2);
        CHECK(picture.gray(119 - i, i + 2) == Approx(value).margin(2));
        CHECK(picture.gray(i, 119 - i - 2) == Approx(value).margin(2));
        CHECK(picture.gray(119 - i, 119 - i - 2) == Approx(value).margin(2));
    }
}

TEST_CASE("An inset shadow darkens the inside along its edges") {
    const Picture picture(
        {InsetShadow{plain({10, 10, 60, 60}), plain({10, 10, 60, 60}), 10, kBlack}}, 80, 80);
    CHECK(picture.gray(9, 40) == 255);
    CHECK(picture.gray(10, 40) < 160);
    CHECK(picture.gray(40, 40) > 250);
}

TEST_CASE("A shadow's nested shapes add up to a Gaussian's profile") {
    const BoxShadow shadow{plain({0, 0, 200, 200}), 20, {0, 0, 0, 0.8F}, kNoHole};
    const auto strength_at = [&shadow](Px distance) {
        double light = 1;
        for (const ShadowContour& contour : shadow_contours(shadow)) {
            if (contour.shape.rect.y <= -distance) {
                light *= 1 - contour.alpha;
            }
        }
        return 1 - light;
    };
    for (Px distance = -25; distance <= 25; distance += 2.5) {
        const double wanted = 0.8 * std::erfc(distance / 10 / std::sqrt(2)) / 2;
        CHECK(strength_at(distance) == Approx(wanted).margin(0.04));
    }
}

TEST_CASE("Shapes that are all under the box are left out of its shadow") {
    const RoundedRect box = plain({0, 0, 200, 200});
    for (const ShadowContour& contour : shadow_contours({box, 20, kBlack, box})) {
        CHECK(contour.shape.rect.width > 200);
    }
}

TEST_CASE("Shadows of boxes longer than any picture are drawn") {
    for (const Rect& box :
         {Rect{0, 0, 90'000, 4}, Rect{0, 0, 4, 3e7}, Rect{-3e7, -3e7, 6e7, 6e7}}) {
        const Picture picture(
            {BoxShadow{plain(box), 5, kBlack, kNoHole},
             InsetShadow{plain(box), plain(box), 1e7, kBlack}, FillRect{plain({0, 0, 1, 1}), kRed}},
            3, 1);
        CHECK(picture.ok());
        CHECK(picture.rows()[0].starts_with("R"));
    }
}
