#include <catch2/catch.hpp>
#include <limits>

#include "draw/opacity.h"
#include "pictures.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using namespace ghreveal::draw;

TEST_CASE("A filled rectangle covers exactly its pixels") {
    CHECK(rows_of({FillRect{plain({1, 1, 2, 1}), kRed}}, 4, 3) == Rows{"____", "_RR_", "____"});
}

TEST_CASE("What comes later in the list lies on top") {
    CHECK(rows_of({FillRect{plain({0, 0, 3, 1}), kRed}, FillRect{plain({1, 0, 1, 1}), kBlue}}, 3,
                  1) == Rows{"RBR"});
}

TEST_CASE("A ring leaves out what is inside") {
    CHECK(rows_of({FillRing{plain({0, 0, 4, 4}), plain({1, 1, 2, 2}), kRed, {}}}, 4, 4) ==
          Rows{"RRRR", "R__R", "R__R", "RRRR"});
}

TEST_CASE("A ring's wedge draws one side only") {
    const std::vector<Point> left{{0, 0}, {0, 6}, {2, 6}, {2, 0}};
    CHECK(rows_of({FillRing{plain({0, 0, 6, 6}), plain({2, 0, 4, 6}), kRed, left}}, 6, 2) ==
          Rows{"RR____", "RR____"});
}

TEST_CASE("A clip ends with its pop") {
    CHECK(rows_of({PushClip{plain({0, 0, 1, 2})}, FillRect{plain({0, 0, 3, 1}), kRed}, Pop{},
                   FillRect{plain({0, 1, 3, 1}), kBlue}},
                  3, 2) == Rows{"R__", "BBB"});
}

TEST_CASE("A transform moves and scales what is in it") {
    const Transform doubled = Transform::translation({1, 0}) * Transform::scaling(2, 2);
    CHECK(rows_of({PushTransform{doubled}, FillRect{plain({0, 0, 1, 1}), kGreen}, Pop{}}, 4, 2) ==
          Rows{"_GG_", "_GG_"});
}

TEST_CASE("What a transform leaves no area draws nothing, and what comes after it is drawn") {
    CHECK(rows_of({PushTransform{Transform::scaling(0, 1)}, FillRect{plain({0, 0, 9, 9}), kRed},
                   Pop{}, FillRect{plain({1, 0, 1, 1}), kBlue}},
                  3, 1) == Rows{"_B_"});
}

TEST_CASE("A shadow wider than Cairo can count is drawn all the same") {
    const Picture picture({BoxShadow{plain({-100, 1, 90'000, 1}), 0, kBlack, plain({0, 0, 0, 0})}},
                          3, 3);
    CHECK(picture.gray(1, 1) < 255);
}

TEST_CASE("A list that leaves groups open draws all the same") {
    CHECK(rows_of({PushClip{plain({0, 0, 1, 1})}, FillRect{plain({0, 0, 2, 1}), kRed}}, 2, 1) ==
          Rows{"R_"});
}

TEST_CASE("Things that overlap fade together, not one through the other") {
    const DisplayList list{PushOpacity{0.5F}, FillRect{plain({0, 0, 2, 1}), kBlack},
                           FillRect{plain({1, 0, 2, 1}), kBlack}, Pop{}};
    CHECK_FALSE(fades_item_by_item(list, 0));
    const Picture picture(list, 3, 1);
    CHECK(picture.gray(0, 0) == Approx(127).margin(1));
    CHECK(picture.gray(1, 0) == Approx(127).margin(1));
    CHECK(picture.gray(2, 0) == Approx(127).margin(1));
}

TEST_CASE("Things that do not overlap fade one by one, without a group") {
    const DisplayList list{PushOpacity{0.5F}, FillRect{plain({0, 0, 1, 1}), kBlack},
                           FillRect{plain({1, 0, 1, 1}), kBlack}, Pop{},
                           FillRect{plain({2, 0, 1, 1}), kBlack}};
    CHECK(fades_item_by_item(list, 0));
    const Picture picture(list, 3, 1);
    CHECK(picture.gray(0, 0) == Approx(127).margin(1));
    CHECK(picture.gray(1, 0) == Approx(127).margin(1));
    CHECK(picture.gray(2, 0) == 0);
}

TEST_CASE("Opacity inside opacity multiplies") {
    const DisplayList list{PushOpacity{0.5F}, PushOpacity{0.5F},
                           FillRect{plain({0, 0, 1, 1}), kBlack}, Pop{}, Pop{}};
    CHECK(Picture(list, 1, 1).gray(0, 0) == Approx(191).margin(2));
}

TEST_CASE("A rounded corner is cut off") {
    const Size radius{5, 5};
    const Rows rows = rows_of({FillRect{{{0, 0, 10, 10}, radius, {}, {}, {}}, kRed}}, 10, 10);
    CHECK(rows[0][0] == '_');
    CHECK(rows[0][9] == 'R');
    CHECK(rows[9][0] == 'R');
    CHECK(rows[5][5] == 'R');
}

TEST_CASE("A dashed line leaves gaps") {
    CHECK(rows_of({StrokeLine{{0, 0.5}, {6, 0.5}, 1, kRed, {2, 1}, false}}, 6, 1) ==
          Rows{"RR_RR_"});
}

TEST_CASE("A wavy line stays within its length") {
    const Picture picture({StrokeWave{{2, 8}, 20, 2, kBlack}}, 24, 16);
    for (int y = 0; y < 16; ++y) {
        CHECK(picture.gray(0, y) == 255);
        CHECK(picture.gray(23, y) == 255);
    }
    CHECK(picture.gray(3, 10) < 255);
}

TEST_CASE("What a transform leaves no area of is not drawn, and what follows is") {
    for (const Transform& flat :
         {Transform::scaling(0, 0), Transform::scaling(0, 1), Transform{0, 4, 0, 3, 3, 1},
          Transform::scaling(1e-200, 1e-200), Transform::scaling(1e300, 1e300),
          Transform{std::numeric_limits<double>::quiet_NaN(), 0, 0, 1, 0, 0}}) {
        const Picture picture({PushTransform{flat}, PushClip{plain({0, 0, 9, 9})},
                               PushOpacity{0.5F}, FillRect{plain({0, 0, 1, 1}), kGreen}, Pop{},
                               Pop{}, Pop{}, FillRect{plain({1, 0, 1, 1}), kRed}},
                              3, 1);
        CHECK(picture.rows() == Rows{"_R_"});
        CHECK(picture.ok());
    }
}
