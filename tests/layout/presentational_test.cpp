// What old attributes ask for (HTML "Rendering" §15.3). Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("a rule is as thick as its size says, with a shade or without") {
    check_rectangles(
        R"html(<hr id="a" size="50"><hr id="b" size="1"><hr id="c" size="10" noshade><hr id="d" size="7" color="red"><table id="t" border="foo" cellspacing="0"><tr><td id="u" style="padding: 0">x</td></tr></table>)html",
        {
            {"a", {0, 10, 600, 50}},
            {"b", {0, 70, 600, 1}},
            {"c", {0, 81, 600, 10}},
            {"d", {0, 101, 600, 7}},
            {"t", {0, 118, 14.09, 28}},
            {"u", {1, 119, 12.09, 26}},
        });
}

TEST_CASE("a table's border is an integer, and a cell's width of zero is none") {
    check_rectangles(
        R"html(<table id="a" border="5%" cellspacing="0"><tr><td id="b" width="0" style="padding: 0">x</td><td style="padding: 0">y</td></tr></table>)html",
        {{"a", {0, 0, 34.34, 36}}, {"b", {5, 5, 12.09, 26}}});
}

TEST_CASE("a break may clear the floats of both sides") {
    check_rectangles(
        R"html(<div style="float: left; width: 100px; height: 50px"></div><div style="float: right; width: 100px; height: 90px"></div>one<br clear="all"><span id="a">two</span>)html",
        {{"a", {0, 90, 33.91, 24}}});
}
