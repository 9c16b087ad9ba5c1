// Colours of drawings, found and changed in their text.
#include "paint/drawing_colours.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using paint::paper_of_drawing;

namespace {

std::string to_red(std::string_view svg) {
    return paint::with_colours(svg, [](Color color) { return Color{255, 0, 0, color.alpha}; });
}

}  // namespace

TEST_CASE("Colours of shapes are changed in attributes, declarations and style sheets") {
    CHECK(to_red("<svg fill='none'><path stroke=\"#123\" d=\"M0 0\"/></svg>") ==
          "<svg fill='none'><path stroke=\"rgba(255,0,0,1)\" d=\"M0 0\"/></svg>");
    CHECK(
        to_red("<svg fill=\"none\"><g style=\"fill: blue; stroke:rgba(1,2,3,.5)\"/></svg>") ==
        "<svg fill=\"none\"><g style=\"fill: rgba(255,0,0,1); stroke:rgba(255,0,0,0.5)\"/></svg>");
    CHECK(to_red("<svg fill=\"none\"><style>.a{fill:#000}</style></svg>") ==
          "<svg fill=\"none\"><style>.a{fill:rgba(255,0,0,1)}</style></svg>");
}

TEST_CASE("What is no colour, or no property, stays") {
    for (const char* svg :
         {"<svg fill=\"none\"><path fill=\"url(#a)\"/></svg>",
          "<svg fill=\"none\"><path fill=\"currentColor\" id=\"fill\"/></svg>",
          "<svg fill=\"none\"><path fill-rule=\"evenodd\" fill-opacity=\".5\"/></svg>",
          "<svg fill=\"none\"><text>the fill red</text></svg>"}) {
        CHECK(to_red(svg) == svg);
    }
}

TEST_CASE("Shapes that say no colour are black, which is changed as well") {
    CHECK(to_red("<svg><path d=\"M0 0\"/></svg>") ==
          "<svg fill=\"rgba(255,0,0,1)\"><path d=\"M0 0\"/></svg>");
}

TEST_CASE("A drawing's paper is a rectangle that comes first and covers it") {
    const auto paper = [](const std::string& content) {
        return paper_of_drawing("<svg viewBox=\"0 0 10 6\">" + content + "<path/></svg>");
    };
    CHECK(paper("<rect width=\"10\" height=\"6\" fill=\"#111\"/>") == Color{17, 17, 17, 1});
    CHECK(paper("<defs><rect/></defs><g><rect width=\"100%\" height=\"100%\" "
                "style=\"stroke:red;fill:navy\"/></g>") == Color{0, 0, 128, 1});
    CHECK(paper("<rect x=\"-1\" y=\"-1\" width=\"12\" height=\"8\" fill=\"#fff\"/>") == kWhite);
    CHECK_FALSE(paper("<rect width=\"5\" height=\"6\" fill=\"#111\"/>"));
    CHECK_FALSE(
        paper("<rect x=\"1\" width=\"10\" height=\"6\" transform=\"scale(.5)\" fill=\"#111\"/>"));
    CHECK_FALSE(paper("<circle r=\"9\"/><rect width=\"10\" height=\"6\" fill=\"#111\"/>"));
    CHECK_FALSE(paper("<rect width=\"10\" height=\"6\" fill=\"url(#g)\"/>"));
}

TEST_CASE("A drawing's paper may be a disk, an outline or a gradient") {
    const auto paper = [](const std::string& content) {
        return paper_of_drawing("<svg viewBox=\"0 0 10 10\">" + content + "<path/></svg>");
    };
    CHECK(paper("<circle cx=\"5\" cy=\"50%\" r=\"5\" fill=\"#111\"/>") == Color{17, 17, 17, 1});
    CHECK(paper("<ellipse cx=\"5\" cy=\"5\" rx=\"5\" ry=\"6\" fill=\"#111\"/>") ==
          Color{17, 17, 17, 1});
    CHECK(paper("<path d=\"M0 0H10V10H0Z\" fill=\"#111\"/>") == Color{17, 17, 17, 1});
    CHECK(paper("<path d=\"m0,0 10,0 0,10h-10z\" fill=\"#111\"/>") == Color{17, 17, 17, 1});
    CHECK(paper("<polygon points=\"0,0 10,0 10,10 0,10\" fill=\"#111\"/>") == Color{17, 17, 17, 1});
    CHECK_FALSE(paper("<circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#111\"/>"));
    CHECK_FALSE(paper("<path d=\"M0 0C0 9 9 9 9 9H10V10\" fill=\"#111\"/>"));
    const std::string stops =
        "<stop stop-color=\"#002\"/><stop offset=\"1\" style=\"stop-color:#204\"/>";
    const std::string sheet = "<rect width=\"100%\" height=\"100%\" fill=\"url(#g)\"/>";
    CHECK(paper("<defs><linearGradient id=\"g\">" + stops + "</linearGradient></defs>" + sheet) ==
          Color{17, 0, 51, 1});
    CHECK(paper("<radialGradient id=\"a\">" + stops +
                "</radialGradient><linearGradient id='g' xlink:href=\"#a\"/>" + sheet) ==
          Color{17, 0, 51, 1});
    CHECK_FALSE(paper("<defs><linearGradient id=\"g\" href=\"#g\"/></defs>" + sheet));
}

TEST_CASE("A picture below a drawing counts as white") {
    CHECK(paper_of_drawing("<svg viewBox=\"0 0 10 6\"><image width=\"10\" height=\"6\" "
                           "href=\"a.png\"/><path fill=\"#fff\"/></svg>") == kWhite);
    CHECK_FALSE(
        paper_of_drawing("<svg viewBox=\"0 0 10 6\"><image width=\"3\" height=\"6\" "
                         "href=\"a.png\"/><path fill=\"#fff\"/></svg>"));
}
