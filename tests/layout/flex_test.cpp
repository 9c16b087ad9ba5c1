// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("a flex basis of `content` leaves the given size aside") {
    check_rectangles(
        R"html(<div style="display: flex; width: 400px"><div id="a" style="flex-basis: content; width: 300px">text</div><div id="b" style="flex: 0 0 content; width: 10px">more text</div></div>
<div style="display: flex; flex-direction: column; width: 100px"><div id="c" style="flex-basis: content; height: 300px">text</div></div>)html",
        {
            {"a", {0, 0, 34.89, 24}},
            {"b", {34.89, 0, 84.83, 24}},
            {"c", {0, 24, 100, 24}},
        });
}

TEST_CASE("items grow by their factors") {
    check_rectangles(
        R"html(<div style="display: flex; width: 500px"><div id="a" style="flex: 1">a</div><div id="b" style="flex: 2">b</div><div id="c" style="width: 50px">c</div></div>
<div style="display: flex; width: 500px"><div id="d" style="flex-grow: 1">short</div><div id="e" style="flex-grow: 1">a longer item</div></div>
<div style="display: flex; width: 500px"><div id="f" style="flex: 0.25">a</div><div id="g" style="flex: 0.25">b</div></div>)html",
        {
            {"a", {0, 0, 150, 24}},
            {"b", {150, 0, 300, 24}},
            {"c", {450, 0, 50, 24}},
            {"d", {0, 24, 216.48, 24}},
            {"e", {216.48, 24, 283.52, 24}},
            {"f", {0, 48, 125, 24}},
            {"g", {125, 48, 125, 24}},
        });
}

TEST_CASE("items shrink, but not below their content") {
    check_rectangles(
        R"html(<div style="display: flex; width: 200px"><div id="a" style="width: 150px">a</div><div id="b" style="width: 150px; flex-shrink: 3">b</div></div>
<div style="display: flex; width: 100px"><div id="c" style="width: 150px">averylongword</div><div id="d" style="width: 150px">b</div></div>
<div style="display: flex; width: 100px"><div id="e" style="width: 150px; min-width: 0">averylongword</div><div id="f" style="width: 150px; flex-shrink: 0">b</div></div>)html",
        {
            {"a", {0, 0, 125, 24}},
            {"b", {125, 0, 75, 24}},
            {"c", {0, 24, 131.84, 24}},
            {"d", {131.84, 24, 11.19, 24}},
            {"e", {0, 48, 0, 24}},
            {"f", {0, 48, 150, 24}},
        });
}

TEST_CASE("an inline SVG clips by itself, so it shrinks below its given size") {
    check_rectangles(
        R"html(<div style="display: flex; width: 100px"><svg id="a" width="80" height="5"></svg><svg id="b" width="60" height="5"></svg></div>)html",
        {
            {"a", {0, 0, 57.14, 5}},
            {"b", {57.14, 0, 42.86, 5}},
        });
}

TEST_CASE("basis, bounds and percentages") {
    check_rectangles(
        R"html(<div style="display: flex; width: 400px"><div id="a" style="flex: 1 1 200px; max-width: 150px">a</div><div id="b" style="flex: 1 1 100px">b</div><div id="c" style="flex: 0 0 25%">c</div></div>
<div style="display: flex; width: 400px"><div id="d" style="flex: 1; min-width: 300px">a</div><div id="e" style="flex: 1">b</div></div>)html",
        {
            {"a", {0, 0, 150, 24}},
            {"b", {150, 0, 150, 24}},
            {"c", {300, 0, 100, 24}},
            {"d", {0, 24, 300, 24}},
            {"e", {300, 24, 100, 24}},
        });
}

TEST_CASE("free space is distributed") {
    check_rectangles(
        R"html(<div style="display: flex; width: 300px; justify-content: center"><div id="a" style="width: 50px">a</div><div id="b" style="width: 50px">b</div></div>
<div style="display: flex; width: 300px; justify-content: space-between"><div id="c" style="width: 50px">a</div><div id="d" style="width: 50px">b</div><div id="e" style="width: 50px">c</div></div>
<div style="display: flex; width: 300px; justify-content: space-around"><div id="f" style="width: 50px">a</div><div id="g" style="width: 50px">b</div></div>
<div style="display: flex; width: 300px; justify-content: space-evenly"><div id="h" style="width: 50px">a</div><div id="i" style="width: 50px">b</div></div>
<div style="display: flex; width: 300px; justify-content: flex-end; gap: 10px"><div id="j" style="width: 50px">a</div><div id="k" style="width: 50px">b</div></div>
<div style="display: flex; width: 300px"><div id="l" style="width: 50px; margin-left: auto">a</div><div id="m" style="width: 50px">b</div></div>)html",
        {
            {"a", {100, 0, 50, 24}},
            {"b", {150, 0, 50, 24}},
            {"c", {0, 24, 50, 24}},
            {"d", {125, 24, 50, 24}},
            {"e", {250, 24, 50, 24}},
            {"f", {50, 48, 50, 24}},
            {"g", {200, 48, 50, 24}},
            {"h", {66.66, 72, 50, 24}},
            {"i", {183.33, 72, 50, 24}},
            {"j", {190, 96, 50, 24}},
            {"k", {250, 96, 50, 24}},
            {"l", {200, 120, 50, 24}},
            {"m", {250, 120, 50, 24}},
        });
}

TEST_CASE("items align across") {
    check_rectangles(
        R"html(<div style="display: flex; height: 100px"><div id="a">a</div><div id="b" style="align-self: center">b</div><div id="c" style="align-self: flex-end">c</div><div id="d" style="align-self: flex-start; margin: 5px">d</div><div id="e" style="margin: auto">e</div></div>
<div style="display: flex; align-items: baseline"><div id="f" style="font-size: 40px">f</div><div id="g">g</div><div id="h" style="padding-top: 30px">h</div></div>
<div style="display: flex; align-items: center"><div id="i">one<br>two</div><div id="j">x</div></div>)html",
        {
            {"a", {0, 0, 10.14, 100}},
            {"b", {10.14, 38, 11.19, 24}},
            {"c", {21.33, 76, 9.34, 24}},
            {"d", {35.67, 5, 11.19, 24}},
            {"e", {320.69, 38, 10.48, 24}},
            {"f", {0, 111, 13.48, 48}},
            {"g", {13.48, 130, 10.23, 24}},
            {"h", {23.72, 100, 11.13, 54}},
            {"i", {0, 159, 33.91, 48}},
            {"j", {33.91, 171, 10.09, 24}},
        });
}

TEST_CASE("items wrap to lines") {
    check_rectangles(
        R"html(<div id="z" style="display: flex; flex-wrap: wrap; width: 250px; gap: 10px 20px"><div id="a" style="width: 100px">a</div><div id="b" style="width: 100px">b</div><div id="c" style="width: 100px; flex-grow: 1">c</div></div>
<div style="display: flex; flex-wrap: wrap; width: 200px; height: 200px"><div id="d" style="width: 150px">d</div><div id="e" style="width: 150px">e</div></div>
<div style="display: flex; flex-wrap: wrap; width: 200px; height: 200px; align-content: space-between"><div id="f" style="width: 150px">d</div><div id="g" style="width: 150px">e</div></div>
<div style="display: flex; flex-wrap: wrap-reverse; width: 200px"><div id="h" style="width: 150px">d</div><div id="i" style="width: 150px">e</div></div>)html",
        {
            {"z", {0, 0, 250, 58}},
            {"a", {0, 0, 100, 24}},
            {"b", {120, 0, 100, 24}},
            {"c", {0, 34, 250, 24}},
            {"d", {0, 58, 150, 100}},
            {"e", {0, 158, 150, 100}},
            {"f", {0, 258, 150, 24}},
            {"g", {0, 434, 150, 24}},
            {"h", {0, 482, 150, 24}},
            {"i", {0, 458, 150, 24}},
        });
}

TEST_CASE("columns and reversed directions") {
    check_rectangles(
        R"html(<div id="z" style="display: flex; flex-direction: column; width: 200px"><div id="a">a</div><div id="b" style="align-self: center">b</div><div id="c" style="width: 50px">c</div></div>
<div style="display: flex; flex-direction: column; height: 200px"><div id="d" style="flex: 1">d</div><div id="e" style="flex: 2">e</div><div id="f">f</div></div>
<div style="display: flex; flex-direction: row-reverse; width: 300px"><div id="g" style="width: 50px">g</div><div id="h" style="width: 50px">h</div></div>
<div style="display: flex; flex-direction: column-reverse; height: 100px"><div id="i">i</div><div id="j">j</div></div>)html",
        {
            {"z", {0, 0, 200, 72}},
            {"a", {0, 0, 200, 24}},
            {"b", {94.41, 24, 11.19, 24}},
            {"c", {0, 48, 50, 24}},
            {"d", {0, 72, 600, 58.67}},
            {"e", {0, 130.67, 600, 117.33}},
            {"f", {0, 248, 600, 24}},
            {"g", {250, 272, 50, 24}},
            {"h", {200, 272, 50, 24}},
            {"i", {0, 372, 600, 24}},
            {"j", {0, 348, 600, 24}},
        });
}

TEST_CASE("order, text and nested containers") {
    check_rectangles(
        R"html(<div style="display: flex"><div id="a" style="order: 2">a</div><div id="b">b</div><div id="c" style="order: -1">c</div></div>
<div style="display: flex">text <b id="d">bold</b> <i id="e">italic</i></div>
<div style="display: flex"><div id="f" style="display: flex; flex: 1"><div id="g" style="flex: 1">g</div><div id="h">h</div></div><div id="i">i</div></div>
<div style="display: inline-flex; gap: 5px" id="j"><span id="k">k</span><span id="l">l</span></div>)html",
        {
            {"a", {20.53, 0, 10.14, 24}},
            {"b", {9.34, 0, 11.19, 24}},
            {"c", {0, 0, 9.34, 24}},
            {"d", {34.89, 24, 39.59, 24}},
            {"e", {74.48, 24, 40.11, 24}},
            {"f", {0, 48, 594.88, 24}},
            {"g", {0, 48, 583.75, 24}},
            {"h", {583.75, 48, 11.13, 24}},
            {"i", {594.88, 48, 5.13, 24}},
            {"j", {0, 72, 20.61, 24}},
            {"k", {0, 72, 10.48, 24}},
            {"l", {15.48, 72, 5.13, 24}},
        });
}

TEST_CASE("margins do not collapse, and percentages go by the container") {
    check_rectangles(
        R"html(<div id="z" style="display: flex; width: 400px"><p id="a" style="margin: 10px">a</p><div id="b" style="width: 50%; height: 50%; padding: 5%">b</div></div>
<div style="display: flex; height: 100px"><div id="c"><div id="d" style="height: 50%">d</div></div></div>)html",
        {
            {"z", {0, 0, 400, 64}},
            {"a", {10, 10, 10.14, 44}},
            {"b", {30.14, 0, 240, 64}},
            {"c", {0, 64, 11.19, 100}},
            {"d", {0, 64, 11.19, 50}},
        });
}

TEST_CASE("absolutely placed children stand where they would alone") {
    check_rectangles(
        R"html(<div style="display: flex; position: relative; height: 60px; justify-content: center; align-items: center"><div id="a" style="position: absolute">a</div><div id="b">b</div></div>
<div style="display: flex; position: relative; height: 60px"><div id="c" style="position: absolute; right: 0; bottom: 0">c</div></div>)html",
        {
            {"a", {294.92, 18, 10.14, 24}},
            {"b", {294.41, 18, 11.19, 24}},
            {"c", {590.66, 96, 9.34, 24}},
        });
}

TEST_CASE("a column's least height is no basis of percentages in its items") {
    check_rectangles(
        R"html(<div id="a" style="display:flex;flex-direction:column;min-height:200px"><div id="b" style="flex:1"><div id="c" style="height:100%">X</div></div></div>)html",
        {{"a", {0, 0, 600, 200}}, {"b", {0, 0, 600, 200}}, {"c", {0, 0, 600, 24}}});
}

TEST_CASE(
    "an absolutely placed item's baseline alignment falls back to start, the last one to end") {
    check_rectangles(
        R"html(<div id="a" style="display:flex;flex-wrap:wrap-reverse;position:relative;height:2px;width:4px"><div id="b" style="position:absolute;height:6px;width:8px;align-self:last baseline"></div><div id="c" style="position:absolute;height:6px;width:8px;align-self:baseline"></div></div>)html",
        {{"b", {0, -4, 8, 6}}, {"c", {0, 0, 8, 6}}});
}

TEST_CASE(
    "a picture bounded by a percentage shrinks no further than that in a row, a drawing does") {
    check_rectangles(
        R"html(<div style="display: flex; width: 500px"><canvas id="c0" width="400" height="200" style="max-width: 30%"></canvas><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><canvas id="c1" width="400" height="200" style="max-width: 95%"></canvas><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><canvas id="c2" width="400" height="200" style="width: 40%"></canvas><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><svg id="s0" width="400" height="200" viewBox="0 0 2 1" style="max-width: 30%"></svg><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><svg id="s1" width="400" height="200" viewBox="0 0 2 1" style="max-width: 95%"></svg><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><svg id="s2" width="400" height="200" viewBox="0 0 2 1" style="width: 40%"></svg><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><video id="v0" style="max-width: 30%"></video><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><video id="v1" style="max-width: 95%"></video><div>some words that are longer than the line is and so on and so forth</div></div>
<div style="display: flex; width: 500px"><video id="v2" style="width: 40%"></video><div>some words that are longer than the line is and so on and so forth</div></div>)html",
        {
            {"c0", {0, 0, 150, 75}},
            {"c1", {0, 75, 400, 200}},
            {"c2", {0, 275, 200, 100}},
            {"s0", {0, 375, 150, 200}},
            {"s1", {0, 575, 207.94, 200}},
            {"s2", {0, 775, 131.27, 200}},
            {"v0", {0, 975, 150, 150}},
            {"v1", {0, 1125, 300, 150}},
            {"v2", {0, 1275, 200, 150}},
        });
}

TEST_CASE("white space between items vanishes, preserved or not") {
    check_rectangles(
        R"html(<div id="a" style="display: flex; white-space: pre"> <i id="b">x</i>  <i id="c">y</i> </div>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {0, 0, 9.38, 24}},
            {"c", {9.38, 0, 9.53, 24}},
        });
}

TEST_CASE("the baseline of lines that are stacked from below is that of the top one") {
    check_rectangles(
        R"html(<div style="display: flex; align-items: baseline"><i id="a" style="width: 10px; height: 60px; display: block"></i><div style="display: flex; flex-wrap: wrap-reverse; width: 30px"><div id="b" style="width: 30px; height: 10px; flex: none"></div><div id="c" style="width: 30px; height: 30px; flex: none"></div></div></div>)html",
        {
            {"a", {0, 0, 10, 60}},
            {"b", {10, 60, 30, 10}},
            {"c", {10, 30, 30, 30}},
        });
}

TEST_CASE("percentages of heights are of the height that an item is stretched to") {
    check_rectangles(
        R"html(<div style="display: flex"><div><div id="a" style="height: 50%"><div style="width: 50px; height: 60px"></div></div></div></div>
<div style="display: flex"><div style="height: 80px"></div><div><div id="b" style="height: 100%">x</div></div></div>)html",
        {
            {"a", {0, 0, 50, 30}},
            {"b", {0, 60, 10.09, 80}},
        });
}

TEST_CASE("an item's given base is the height that percentages in it are of") {
    check_rectangles(
        R"html(<div style="display: flex; flex-direction: column"><div style="flex: 0 0 100px"><div id="a" style="height: 50%"></div></div></div>
<div style="display: flex; flex-direction: column"><div style="flex: 0 1 100px"><div id="b" style="height: 50%"></div></div></div>
<div style="display: flex; flex-direction: column"><div style="flex: none; height: 100px"><div id="c" style="height: 50%"></div></div></div>)html",
        {
            {"a", {0, 0, 600, 50}},
            {"b", {0, 100, 600, 50}},
            {"c", {0, 200, 600, 50}},
        });
}

TEST_CASE("flex and grid containers clip what they do not show") {
    const Page page(
        R"html(<div id="a" style="display: flex; overflow: hidden"></div><div id="b" style="display: grid; overflow-x: clip"></div><div id="c" style="display: flex"></div>)html");
    CHECK(page.fragment("a").clips);
    CHECK(page.fragment("a").clips_one_axis == ClippedAxis::kBoth);
    CHECK(page.fragment("b").clips_one_axis == ClippedAxis::kX);
    CHECK_FALSE(page.fragment("c").clips);
}

TEST_CASE("bases that do not give way count in the width that items make, given heights do not") {
    check_rectangles(
        R"html(<div id="a" style="display: flex; width: max-content"><div style="flex: 0 0 30px"></div><div style="flex: 0 0 10px; overflow: hidden">x</div></div>
<div id="b" style="display: flex; width: max-content"><div style="flex: 0 0 30px; width: 50px"></div><div style="flex: 0 0 10px; width: 20px"></div></div>
<div id="c" style="display: flex; width: min-content"><div style="flex: 0 0 90px">x x</div><div style="flex: 0 1 10px; overflow: hidden">xxxxx</div></div>
<div style="display: flex; flex-direction: column; height: 100px"><div id="d" style="display: flex; flex-direction: column; flex: 1 0 0px; height: 200px"><div id="e" style="flex: 1 0 0px; width: 50px"></div></div></div>)html",
        {
            {"a", {0, 0, 40, 24}},
            {"b", {0, 24, 40, 0}},
            {"c", {0, 24, 100, 24}},
            {"d", {0, 48, 600, 100}},
            {"e", {0, 48, 50, 100}},
        });
}
