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
