// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("offsets place a box in its containing block's padding box") {
    check_rectangles(
        R"html(<div style="position: relative; width: 300px; height: 200px; padding: 10px; border: 5px solid">
<div id="a" style="position: absolute; left: 20px; top: 30px; width: 50px; height: 40px"></div>
<div id="b" style="position: absolute; right: 20px; bottom: 30px; width: 50px; height: 40px; margin: 3px"></div>
<div id="c" style="position: absolute; left: 10%; top: 10%; width: 50%; height: 50%"></div>
</div>)html",
        {
            {"a", {25, 35, 50, 40}},
            {"b", {252, 152, 50, 40}},
            {"c", {37, 27, 160, 110}},
        });
}

TEST_CASE("both offsets stretch a box of auto size") {
    check_rectangles(R"html(<div style="position: relative; width: 300px; height: 200px">
<div id="a" style="position: absolute; left: 20px; right: 30px; top: 10px; bottom: 40px"></div>
<div id="b" style="position: absolute; left: 20px; right: 30px; top: 10px; bottom: 40px; padding: 5px; margin: 7px; border: 1px solid"></div>
<div id="c" style="position: absolute; left: 0; right: 0; top: 0; bottom: 0; max-width: 100px; min-height: 250px"></div>
</div>)html",
                     {
                         {"a", {20, 10, 250, 150}},
                         {"b", {27, 17, 236, 136}},
                         {"c", {0, 0, 100, 250}},
                     });
}

TEST_CASE("without offsets a box stays where it would be") {
    check_rectangles(
        R"html(<p id="a" style="margin: 0">one <span id="b" style="position: absolute">two</span> <span id="c">three</span></p>
<div style="padding: 10px"><div id="d" style="position: absolute">block</div><span id="e">x</span></div>
<div style="text-align: center">centred<div id="f" style="position: absolute; width: 20px; height: 5px"></div></div>
<div style="text-align: center"><span id="g" style="position: absolute">inline</span></div>
<ul style="margin: 0"><li><div id="h" style="position: absolute">item</div>text</li></ul>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {36.59, 0, 33.91, 24}},
            {"c", {36.59, 0, 47.61, 24}},
            {"d", {10, 34, 47.25, 24}},
            {"e", {10, 34, 10.09, 24}},
            {"f", {0, 92, 20, 5}},
            {"g", {300, 92, 48.09, 24}},
            {"h", {40, 92, 39.48, 24}},
        });
}

TEST_CASE("a static position remembers the margins above it") {
    check_rectangles(
        R"html(<p style="margin: 20px 0">x</p><div id="a" style="position: absolute; height: 5px; width: 5px"></div><p id="b" style="margin: 30px 0">y</p>
<div style="position: absolute; left: 300px" id="c">only left</div>
<div style="position: absolute; top: 300px" id="d">only top</div>)html",
        {
            {"a", {0, 64, 5, 5}},
            {"b", {0, 74, 600, 24}},
            {"c", {300, 128, 71.27, 24}},
            {"d", {0, 300, 71.09, 24}},
        });
}

TEST_CASE("an auto width shrinks to fit the room") {
    check_rectangles(R"html(<div style="position: relative; width: 200px; height: 100px">
<div id="a" style="position: absolute">short</div>
<div id="b" style="position: absolute; left: 150px">some more words</div>
<div id="c" style="position: absolute; right: 10px; top: 0">some words that do not fit on a single line</div>
<div id="d" style="position: absolute; left: 190px; top: 0">words</div>
</div>)html",
                     {
                         {"a", {0, 0, 46.45, 24}},
                         {"b", {150, 0, 54.38, 72}},
                         {"c", {0, 0, 190, 48}},
                         {"d", {190, 0, 54.38, 24}},
                     });
}

TEST_CASE("auto margins share the room left by both offsets") {
    check_rectangles(R"html(<div style="position: relative; width: 300px; height: 200px">
<div id="a" style="position: absolute; left: 0; right: 0; width: 100px; top: 0; bottom: 0; height: 50px; margin: auto"></div>
<div id="b" style="position: absolute; left: 20px; right: 0; width: 100px; height: 10px; margin-left: auto"></div>
<div id="c" style="position: absolute; left: 0; right: 0; width: 400px; height: 10px; margin: 0 auto"></div>
<div id="d" style="position: absolute; left: 10px; right: 10px; width: 100px; height: 10px; top: 60px"></div>
</div>)html",
                     {
                         {"a", {100, 75, 100, 50}},
                         {"b", {200, 0, 100, 10}},
                         {"c", {0, 0, 400, 10}},
                         {"d", {10, 60, 100, 10}},
                     });
}

TEST_CASE("what is too high for its containing block is centred in it all the same") {
    check_rectangles(
        R"html(<div style="position: relative; width: 100px; height: 60px; margin: 50px">
<div id="a" style="position: absolute; inset: 0; width: 130px; height: 90px; margin: auto"></div>
<div id="b" style="position: absolute; inset: 0 0 20px; width: 40px; height: 70px; margin: auto 0"></div></div>)html",
        {
            {"a", {50, 35, 130, 90}},
            {"b", {50, 35, 40, 70}},
        });
}

TEST_CASE("the nearest positioned ancestor is the containing block") {
    check_rectangles(
        R"html(<div style="position: relative; padding: 20px"><div><div id="a" style="position: absolute; left: 0; top: 0; width: 10px; height: 10px"></div></div>
<div style="position: absolute; left: 50px; top: 50px; width: 30px; height: 30px"><div id="b" style="position: absolute; right: 0; bottom: 0; width: 10px; height: 10px"></div></div>x</div>
<div id="c" style="position: absolute; left: 0; bottom: 0; width: 10px; height: 10px"></div>)html",
        {
            {"a", {0, 0, 10, 10}},
            {"b", {70, 70, 10, 10}},
            {"c", {0, 54, 10, 10}},
        });
}

TEST_CASE("fixed boxes go by the slide's area") {
    check_rectangles(
        R"html(<div style="position: relative; margin: 50px"><div id="a" style="position: fixed; left: 10px; top: 20px; width: 30px; height: 40px"></div>
<div id="b" style="position: fixed; right: 10px; bottom: 20px; width: 30px; height: 40px"></div><div id="c" style="position: fixed; width: 50%; height: 5px"></div></div>)html",
        {
            {"a", {10, 20, 30, 40}},
            {"b", {958, 668, 30, 40}},
            {"c", {50, 50, 499, 5}},
        });
}

TEST_CASE("an inline containing block spans from its first to its last box") {
    check_rectangles(
        R"html(<div>one <span style="position: relative">two <i id="a" style="position: absolute; left: 0; top: 0">x</i> three</span></div>
<div>one <span style="position: relative; padding: 0 10px">two <i id="b" style="position: absolute; right: 0; bottom: 0">x</i></span></div>)html",
        {
            {"a", {36.59, 0, 9.38, 24}},
            {"b", {81.13, 24, 9.38, 24}},
        });
}

TEST_CASE("an absolute box takes no room and makes no line") {
    check_rectangles(R"html(<div id="a"><div style="position: absolute; height: 50px"></div></div>
<div id="b"><span style="position: absolute">x</span></div>
<div id="c">one<span style="position: absolute; width: 50px"></span><span id="d">two</span></div>)html",
                     {
                         {"a", {0, 0, 600, 0}},
                         {"b", {0, 0, 600, 0}},
                         {"c", {0, 0, 600, 24}},
                         {"d", {32.73, 0, 33.91, 24}},
                     });
}

TEST_CASE("positioned tables, pictures and flex containers") {
    check_rectangles(R"html(<div style="position: relative; height: 200px">
<table id="a" style="position: absolute; left: 10px; right: 10px; top: 0" cellspacing="0"><tr><td id="b">cell</td></tr></table>
<svg id="c" style="position: absolute; left: 20px; right: 20px; top: 40px; bottom: 10px" width="60" height="30"></svg>
<div id="d" style="position: absolute; display: flex; left: 200px; top: 50px"><div id="e">one</div><div id="f">two</div></div>
<div id="g" style="position: absolute; display: flex; left: 200px; right: 100px; top: 80px; bottom: 50px"><div id="h">one</div></div>
</div>)html",
                     {
                         {"a", {10, 0, 32.06, 26}},
                         {"b", {10, 0, 32.06, 26}},
                         {"c", {20, 40, 60, 30}},
                         {"d", {200, 50, 66.64, 24}},
                         {"e", {200, 50, 32.73, 24}},
                         {"f", {232.73, 50, 33.91, 24}},
                         {"g", {200, 80, 300, 70}},
                         {"h", {200, 80, 32.73, 70}},
                     });
}

TEST_CASE("an absolute box's percentages go by the padding box") {
    check_rectangles(
        R"html(<div style="position: relative; width: 200px; height: 100px; padding: 50px">
<div id="a" style="position: absolute; width: 50%; height: 50%; padding: 10%; margin: 5%"></div></div>
<div style="position: relative; min-height: 80px"><div id="b" style="position: absolute; top: 50%; height: 50%; width: 10px"></div></div>)html",
        {
            {"a", {65, 65, 210, 160}},
            {"b", {0, 240, 10, 40}},
        });
}

TEST_CASE("a transformed element contains its fixed boxes") {
    check_rectangles(
        R"html(<div style="transform: translate(0, 0); margin: 30px; height: 50px"><div id="a" style="position: fixed; left: 5px; bottom: 5px; width: 10px; height: 10px"></div></div>)html",
        {
            {"a", {35, 65, 10, 10}},
        });
}

TEST_CASE("position absolute overrides float and makes a block") {
    check_rectangles(
        R"html(<div style="position: relative; height: 50px"><span id="a" style="position: absolute; float: right; width: 30px; height: 20px; left: 10px"></span></div>)html",
        {
            {"a", {10, 0, 30, 20}},
        });
}

TEST_CASE("an absolute box in a table cell and in a list item") {
    check_rectangles(
        R"html(<table cellspacing="0" cellpadding="0" style="margin: 10px"><tr><td style="position: relative; width: 100px; height: 50px"><div id="a" style="position: absolute; right: 0; bottom: 0; width: 10px; height: 10px"></div></td></tr></table>
<ul><li style="position: relative">x<div id="b" style="position: absolute; left: -20px; top: 3px; width: 10px; height: 10px"></div></li></ul>)html",
        {
            {"a", {100, 50, 10, 10}},
            {"b", {20, 83, 10, 10}},
        });
}

TEST_CASE("what is sticky stays in its place, and what is placed in it is placed by it") {
    check_rectangles(
        R"html(<div id="c" style="position: sticky; top: 400px; left: 30px; height: 10px"><div id="d" style="position: absolute; right: 0; top: 0; width: 5px; height: 5px"></div></div>)html",
        {{"c", {0, 0, 600, 10}}, {"d", {595, 0, 5, 5}}});
}

TEST_CASE("an inline box taken out of lines would have stood beside the floats") {
    check_rectangles(
        R"html(<div style="text-align: center"><div style="float: left; width: 50px; height: 50px"></div><div id="e" style="display: inline; position: absolute; width: 50px; height: 50px"></div></div>)html",
        {{"e", {325, 0, 50, 50}}});
}

TEST_CASE("a stretched item's height is what relative offsets are parts of") {
    check_rectangles(
        R"html(<div style="display: flex; width: 100px"><div style="height: 100px"></div><div style="width: 100px"><div id="f" style="height: 10px; position: relative; top: 50%"></div></div></div>)html",
        {{"f", {0, 50, 100, 10}}});
}

TEST_CASE("a positioned table is as wide as its content needs of the room between its offsets") {
    check_rectangles(
        R"html(<div style="position: relative; width: 300px; height: 100px"><table id="a" style="position: absolute; left: 10px; right: 20px; border-spacing: 0"><tr><td style="padding: 0">some words that are longer than there is room for them here</td></tr></table><table id="b" style="position: absolute; left: 10px; right: 20px; top: 60px; border-spacing: 0"><tr><td style="padding: 0">short</td></tr></table><table id="c" style="position: absolute; left: 100px; border-spacing: 0"><tr><td style="padding: 0">some words that are longer than there is room for them here</td></tr></table></div>)html",
        {
            {"a", {10, 0, 270, 72}},
            {"b", {10, 60, 46.45, 24}},
            {"c", {100, 0, 200, 72}},
        });
}

TEST_CASE("a box with a filter holds what is positioned in it") {
    check_rectangles(
        R"html(<div style="height: 20px"></div><div style="filter: invert(1); margin: 0 30px; height: 50px"><div><div id="a" style="position: absolute; top: 5px; right: 0; width: 10px; height: 10px"></div><div id="b" style="position: fixed; bottom: 0; left: 0; width: 10px; height: 10px"></div></div></div>
<div style="backdrop-filter: blur(1px); height: 50px"><div id="c" style="position: absolute; bottom: 0; width: 100%; height: 10px"></div></div>)html",
        {{"a", {560, 25, 10, 10}}, {"b", {30, 60, 10, 10}}, {"c", {0, 110, 600, 10}}});
}
