// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("safe alignments begin at the start where there is no room") {
    check_rectangles(
        R"html(<div style="display: flex; width: 100px; justify-content: safe center"><div id="a" style="flex: none; width: 150px; height: 10px"></div></div><div style="display: flex; width: 100px; justify-content: safe center"><div id="b" style="flex: none; width: 50px; height: 10px"></div></div><div style="display: flex; height: 20px; align-items: safe end"><div id="c" style="width: 10px; height: 30px"></div></div>)html",
        {
            {"a", {0, 0, 150, 10}},
            {"b", {25, 10, 50, 10}},
            {"c", {0, 20, 10, 30}},
        });
}

TEST_CASE("self-start and self-end are the item's own sides, left and right the axis's") {
    check_rectangles(
        R"html(<div style="display: flex; flex-direction: column; width: 100px"><div id="a" style="direction: rtl; align-self: self-start; width: 20px; height: 10px"></div><div id="b" style="direction: rtl; align-self: self-end; width: 20px; height: 10px"></div></div><div style="display: flex; direction: rtl; width: 100px; justify-content: left"><div id="c" style="width: 20px; height: 10px"></div></div><div style="display: grid; direction: rtl; width: 100px; justify-items: right"><div id="d" style="width: 20px; height: 10px"></div></div>)html",
        {
            {"a", {80, 0, 20, 10}},
            {"b", {0, 10, 20, 10}},
            {"c", {0, 20, 20, 10}},
            {"d", {80, 30, 20, 10}},
        });
}

TEST_CASE("start is where the text starts, also in a reversed row that runs from right to left") {
    check_rectangles(
        R"html(<div style="display: flex; direction: rtl; flex-direction: row-reverse; justify-content: start; width: 100px"><div id="a" style="width: 20px; height: 10px"></div></div><div style="display: flex; direction: rtl; justify-content: end; width: 100px"><div id="b" style="width: 20px; height: 10px"></div></div>)html",
        {
            {"a", {80, 0, 20, 10}},
            {"b", {0, 10, 20, 10}},
        });
}

TEST_CASE("a block container aligns its content as a whole") {
    check_rectangles(
        R"html(<div style="height: 100px; align-content: center"><div id="a" style="height: 20px"></div></div><div style="height: 100px; align-content: end"><div id="b" style="height: 20px; margin: 10px"></div></div>)html",
        {
            {"a", {0, 40, 600, 20}},
            {"b", {10, 170, 580, 20}},
        });
}

TEST_CASE("stretch fills what there is beside the margins") {
    check_rectangles(
        R"html(<div style="width: 300px; height: 80px"><div id="a" style="float: left; width: stretch; height: stretch; margin: 5px; padding: 5px"></div></div><div style="width: 300px"><div id="b" style="display: inline-block; width: -webkit-fill-available; height: 10px"></div></div>)html",
        {
            {"a", {5, 5, 290, 70}},
            {"b", {0, 90, 300, 10}},
        });
}

TEST_CASE("containment of layout makes a formatting context and holds what is positioned") {
    check_rectangles(
        R"html(<div id="a" style="contain: layout; width: 100px"><div style="float: left; width: 20px; height: 30px"></div></div><div style="contain: paint; width: 100px; height: 50px; margin-left: 40px"><div id="b" style="position: absolute; top: 5px; left: 5px; width: 10px; height: 10px"></div></div>)html",
        {
            {"a", {0, 0, 100, 30}},
            {"b", {45, 35, 10, 10}},
        });
}

TEST_CASE("a minimum height is no part of a column item's base size") {
    check_rectangles(
        R"html(<div style="display: flex; flex-direction: column; width: 200px; height: 100px"><div id="a" style="flex: 1; min-height: 60px"></div><div id="b" style="flex: 1 1 auto; min-height: 30px; height: auto"></div></div><div style="display: flex; flex-direction: column; height: 100px"><div id="c" style="flex-grow: 1; min-height: 60px"></div><div id="d" style="flex-grow: 1; min-height: 20px"></div></div>)html",
        {
            {"a", {0, 0, 200, 60}},
            {"b", {0, 60, 200, 40}},
            {"c", {0, 100, 600, 60}},
            {"d", {0, 160, 600, 40}},
        });
}

TEST_CASE("the last line is aligned as text-align-last says") {
    check_rectangles(
        R"html(<p style="width: 150px; margin: 0; text-align-last: right">some words that wrap onto lines and <span id="a">end</span></p><p style="width: 150px; margin: 0; text-align-last: justify"><span id="b">a</span> <span id="c">b</span></p>)html",
        {
            {"a", {117.22, 48, 32.78, 24}},
            {"b", {0, 72, 10.14, 24}},
            {"c", {138.81, 72, 11.19, 24}},
        });
}

TEST_CASE("a relatively positioned box of text from right to left goes by its right offset") {
    check_rectangles(
        R"html(<div style="direction: rtl; width: 200px"><div id="a" style="position: relative; left: 10px; right: 30px; width: 50px; height: 10px"></div></div>)html",
        {
            {"a", {120, 0, 50, 10}},
        });
}

TEST_CASE(
    "block-level boxes are justified, and those of automatic width are then as wide as needed") {
    check_rectangles(
        R"html(<div id="p" style="width: 200px"><div id="a" style="justify-self: center">x</div><div id="b" style="justify-self: end; width: 50px">x</div><div id="c" style="justify-self: left; width: 50px; margin-left: auto">x</div><div id="d" style="justify-self: start">x</div><div id="d2" style="justify-self: center; width: 300px">x</div><div id="d3" style="justify-self: safe center; width: 300px">x</div></div>
<div style="width: 200px; justify-items: center"><div id="e">x</div><div id="f" style="width: 50px">x</div></div>
<div style="width: 200px; direction: rtl"><div id="g" style="justify-self: start; width: 50px">x</div><div id="h" style="justify-self: self-start; direction: ltr; width: 50px">x</div><div id="i" style="justify-self: center; margin: 0 10px 0 20px">x</div></div>)html",
        {
            {"p", {0, 0, 200, 144}},
            {"a", {94.95, 0, 10.09, 24}},
            {"b", {150, 24, 50, 24}},
            {"c", {150, 48, 50, 24}},
            {"d", {0, 72, 10.09, 24}},
            {"d2", {-50, 96, 300, 24}},
            {"d3", {0, 120, 300, 24}},
            {"e", {94.95, 144, 10.09, 24}},
            {"f", {75, 168, 50, 24}},
            {"g", {150, 192, 50, 24}},
            {"h", {0, 216, 50, 24}},
            {"i", {99.95, 240, 10.09, 24}},
        });
}

TEST_CASE("last baselines are aligned in lines and rows, and a flex container has its own") {
    check_rectangles(
        R"html(<div id="p" style="display: flex; align-items: last baseline"><div id="a">one<br>two</div><div id="b" style="font-size: 40px">big</div><div id="c" style="padding: 5px">x<br>y<br>z</div></div>
<div style="display: flex; align-items: last baseline; height: 200px"><div id="d">one<br>two</div><div id="e" style="font-size: 40px">big</div></div>
<div style="display: grid; grid-template-columns: 100px 100px; align-items: last baseline"><div id="f">one<br>two</div><div id="g" style="font-size: 40px">big</div></div>
<div style="display: flex; align-items: baseline"><div id="h">x</div><div id="i" style="display: flex; flex-direction: row-reverse; align-items: start"><div style="font-size: 10px">a</div><div style="font-size: 40px">b</div></div></div>
<div style="display: flex; align-items: last baseline"><div id="j">x</div><div id="k" style="display: flex; align-items: start"><div style="font-size: 10px">a</div><div style="font-size: 40px">b</div></div></div>)html",
        {
            {"p", {0, 0, 600, 82}},
            {"a", {0, 29, 33.91, 48}},
            {"b", {33.91, 34, 53.05, 48}},
            {"c", {86.95, 0, 20.25, 82}},
            {"d", {0, 229, 33.91, 48}},
            {"e", {33.91, 234, 53.05, 48}},
            {"f", {0, 282, 100, 48}},
            {"g", {100, 287, 100, 48}},
            {"h", {0, 354, 10.09, 24}},
            {"i", {10.09, 335, 27.45, 48}},
            {"j", {0, 402, 10.09, 24}},
            {"k", {10.09, 383, 27.45, 48}},
        });
}

TEST_CASE("stretch fills the place of margins that go through the containing block's edge too") {
    check_rectangles(
        R"html(<div style="height: 100px"><div id="a" style="min-height: stretch"></div></div>
<div style="height: 100px"><div id="b" style="max-height: stretch"><div style="height: 150px"></div></div></div>
<div style="height: 100px"><div id="c" style="height: stretch; margin: 10px"></div></div>
<div style="height: 100px; padding-top: 5px"><div id="d" style="height: stretch; margin: 10px"></div></div>
<div style="height: 100px; display: flow-root"><div id="e" style="height: stretch; margin: 10px"></div></div>
<div style="display: flex; width: 200px"><div id="f" style="flex: 0 1 stretch; border: 5px solid; margin-right: 20px">x</div></div>)html",
        {
            {"a", {0, 0, 600, 100}},
            {"b", {0, 100, 600, 100}},
            {"c", {10, 210, 580, 100}},
            {"d", {10, 325, 580, 90}},
            {"e", {10, 425, 580, 80}},
            {"f", {0, 515, 180, 34}},
        });
}

TEST_CASE("a container's baseline is that of its items that are aligned to one") {
    check_rectangles(
        R"html(<div style="display: flex; align-items: baseline"><p id="a" style="margin: 0">A</p><div id="b" style="display: grid; grid-template: 60px 60px / 50px 50px"><i style="align-self: end">1</i><i style="align-self: baseline; font-size: 40px; line-height: 50px">2</i><i>3</i></div></div>
<div style="display: flex; align-items: baseline"><p id="c" style="margin: 0">A</p><div id="d" style="display: flex"><i style="line-height: 30px">1</i><i style="align-self: last baseline; line-height: 60px">2</i></div></div>
<div style="display: flex; align-items: last baseline"><p id="e" style="margin: 0">A</p><div id="f" style="overflow: hidden; height: 30px">one<br>two<br>three</div></div>)html",
        {
            {"a", {0, 20, 13.61, 24}},
            {"b", {13.61, 0, 100, 120}},
            {"c", {0, 138, 13.61, 24}},
            {"d", {13.61, 120, 23.22, 60}},
            {"e", {0, 190, 13.61, 24}},
            {"f", {13.61, 180, 47.61, 30}},
        });
}

TEST_CASE(
    "what stretches has a definite height; items' tables and positioned boxes fill their room") {
    check_rectangles(
        R"html(<div style="display: grid; width: 100px; height: 100px"><div><div id="a" style="position: relative; height: 100px; top: -50%"></div></div></div>
<div style="display: flex"><div id="b" style="display: table; width: 500px; flex: 0 0 100px; height: 20px"></div></div>
<div style="display: grid; grid-template-columns: max-content"><table id="c" style="border-spacing: 0"><tr><td style="width: 100%; padding: 0"><div style="width: 30px; height: 10px"></div></td><td style="padding: 0"><div style="width: 20px"></div></td></tr></table></div>
<div style="position: relative; height: 200px; width: 100px"><div id="d" style="position: absolute; width: stretch; left: 30px; height: stretch; bottom: 120px"></div></div>
<p id="e" style="margin: 0; content: url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>&quot;)">text</p>)html",
        {
            {"a", {0, -50, 100, 100}},
            {"b", {0, 100, 100, 20}},
            {"c", {0, 120, 50, 10}},
            {"d", {30, 130, 70, 80}},
            {"e", {0, 330, 40, 30}},
        });
}
