// What paths enclose (SVG 2 §9.3).
#include "style/properties/effects/path_outline.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

using namespace ghreveal;
using namespace ghreveal::style;

namespace {

// Of the polygon, whose parts all turn the same way; px².
double area_of(std::string_view data) {
    const auto outline = path_outline(data);
    REQUIRE(outline);
    double twice = 0;
    for (std::size_t i = 0; i < outline->size(); ++i) {
        const Point a = (*outline)[i];
        const Point b = (*outline)[(i + 1) % outline->size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

}  // namespace

TEST_CASE("paths of lines enclose what they do in SVG") {
    CHECK(area_of("M0 0h4v3h-4z") == Approx(12));
    CHECK(area_of("M 0,0 4,0 4,3 0,3") == Approx(12));
    CHECK(area_of("m1 1 4 0 0 3-4 0z") == Approx(12));
    CHECK(area_of("M0 0H4V3H0ZM10 10h2v1h-2z") == Approx(14));
    CHECK(area_of("M0 0h4v3h-4zl2 0 0 1-2 0z") == Approx(14));
    CHECK(area_of("M.5.5h1.5v1e1h-1.5z") == Approx(15));
}

TEST_CASE("curves and arcs of paths enclose what they do in SVG") {
    constexpr double kPi = 3.14159265358979;
    CHECK(area_of("M0 10a10 10 0 1 1 20 0a10 10 0 1 1-20 0z") == Approx(100 * kPi).epsilon(0.01));
    CHECK(area_of("M0 0A10 10 0 0120 0z") == Approx(50 * kPi).epsilon(0.01));
    // Radii that do not reach grow.
    CHECK(area_of("M0 0A1 1 0 0 1 20 0z") == Approx(50 * kPi).epsilon(0.01));
    // The smaller part that the chord cuts off, and the larger one.
    const double segment = 25 * kPi - 50;
    CHECK(area_of("M0 0A10 10 0 0 1 10 10z") == Approx(segment).epsilon(0.01));
    CHECK(area_of("M0 0A10 10 0 1 1 10 10z") == Approx(100 * kPi - segment).epsilon(0.01));
    CHECK(area_of("M0 0C0 10 10 10 10 0z") == Approx(60).epsilon(0.01));
    CHECK(area_of("M0 0Q5 10 10 0z") == Approx(100.0 / 3).epsilon(0.01));
    CHECK(area_of("M0 0Q5 10 10 0T20 0z") == Approx(0).margin(0.5));
    CHECK(area_of("M0 0C0 10 10 10 10 0S20-10 20 0z") == Approx(0).margin(0.5));
}

TEST_CASE("paths that are not valid, or of very many points, are none") {
    for (const char* data : {"", "L0 0", "M0", "M0 0 1", "M0 0x", "M0 0h", "M0 0z1 1",
                             "M0 0A1 1 0 2 1 3 3", "M0 0 nan 1", "M1e999 0"}) {
        INFO(data);
        CHECK_FALSE(path_outline(data));
    }
    std::string many = "M0 0";
    for (int i = 0; i < 30000; ++i) {
        many += "h1";
    }
    CHECK_FALSE(path_outline(many));
}
