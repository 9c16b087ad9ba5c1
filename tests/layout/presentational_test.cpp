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

TEST_CASE("a dimension may begin with blanks, but has neither sign nor exponent") {
    check_rectangles(
        R"html(<hr id="a" width="  100 "><hr id="b" width="+5"><hr id="c" width="1e1">)html",
        {{"a", {249, 10, 102, 2}}, {"b", {0, 22, 600, 2}}, {"c", {298.5, 34, 3, 2}}});
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

// Chromium's, with the widths of fields that Arial has there as a font of the system.
TEST_CASE("controls of forms have the sizes of the browser's own") {
    check_rectangles(
        R"html(<button id="a" style="height:120px;width:140px"><span id="b">Click</span></button> <button id="c">ok</button> <input id="d" type="submit"> <input id="e" placeholder="hello"><br><input id="f" size="10"> <input id="g" type="reset"> <input id="h" type="button" value="B">)html",
        {
            {"a", {0, 0, 140, 120}},
            {"b", {55.55, 52.5, 28.89, 15}},
            {"c", {143.88, 49.5, 30.08, 21}},
            {"d", {177.83, 49.5, 57.48, 21}},
            {"e", {239.19, 49.5, 177, 21}},
            {"f", {0, 125, 97, 21}},
            {"g", {100.88, 125, 50.83, 21}},
            {"h", {155.58, 125, 24.89, 21}},
        });
}

TEST_CASE("a button that clips stands on its text's baseline, unlike other boxes") {
    check_rectangles(
        R"html(<div id="a" style="font-size:40px; line-height:1.3"><button id="b" style="font-size:28px;padding:10px 20px;border:none;overflow:hidden">Boot</button>x<span id="c">y</span><input id="d" type="submit" value="Go" style="overflow:hidden;font-size:20px"></div>
<div id="e" style="font-size:40px; line-height:1.3"><div id="f" style="display:inline-block;font-size:28px;padding:10px 20px;overflow:hidden">Boot</div>x</div>)html",
        {
            {"a", {0, 0, 600, 58}},
            {"b", {0, 6, 97.61, 52}},
            {"c", {117.78, 2, 20.48, 48}},
            {"d", {138.27, 20, 42.69, 29}},
            {"e", {0, 58, 600, 67.39}},
            {"f", {0, 58, 99.7, 56.39}},
        });
}
