// CSS Values 4 §10. Expected values are Chromium's.
#include <string>

#include "style/properties/box_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

// Of a width in px; 1 where the declaration is not valid.
Px width_of(const std::string& value) {
    const Styled page("<p id=\"a\" style=\"width: 1px; width: " + value + "\">x</p>");
    return page["a"].box().width.length.value().px;
}

}  // namespace

TEST_CASE("trigonometric functions take angles and numbers, and give angles back") {
    CHECK(width_of("calc(100px * sin(30deg))") == Approx(50));
    CHECK(width_of("calc(100px * tan(45deg))") == Approx(100));
    CHECK(width_of("calc(100px * cos(atan2(3px, 4px)))") == Approx(80));
    CHECK(width_of("calc(100px * sin(asin(0.25)))") == Approx(25));
    CHECK(width_of("sin(30deg)") == 1);
    CHECK(width_of("calc(1px * sin(30px))") == 1);
}

TEST_CASE("powers and logarithms take numbers, hypot() lengths too") {
    CHECK(width_of("calc(1px * pow(2, 7))") == Approx(128));
    CHECK(width_of("calc(1px * sqrt(144))") == Approx(12));
    CHECK(width_of("calc(10px * log(8, 2))") == Approx(30));
    CHECK(width_of("calc(10px * exp(0))") == Approx(10));
    CHECK(width_of("hypot(30px, 40px)") == Approx(50));
    CHECK(width_of("pow(2px, 2)") == 1);
    CHECK(width_of("calc(1px * pow(2))") == 1);
    CHECK(width_of("hypot(30px, 40%)") == 1);
}

TEST_CASE("round() rounds as it is told to") {
    CHECK(width_of("round(106px, 10px)") == Approx(110));
    CHECK(width_of("round(nearest, 104px, 10px)") == Approx(100));
    CHECK(width_of("round(up, 101px, 10px)") == Approx(110));
    CHECK(width_of("round(down, 109px, 10px)") == Approx(100));
    CHECK(width_of("round(to-zero, 109px, 10px)") == Approx(100));
    CHECK(width_of("calc(1px * round(up, 4.2))") == Approx(5));
    CHECK(width_of("round(sideways, 109px, 10px)") == 1);
    CHECK(width_of("round(up, 109px)") == 1);
}

TEST_CASE("infinity is a number like others in a sum, and the largest length at its end") {
    CHECK(width_of("min(calc(infinity * 1px), 70px)") == Approx(70));
    CHECK(width_of("max(calc(-1px / 0), 70px)") == Approx(70));
    CHECK(width_of("calc(1px / 0)") == css::kLargestLength);
    CHECK(width_of("calc(1px * NaN)") == 0);
}
