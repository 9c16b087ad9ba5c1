// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("items are blocks, and markers take no room in them") {
    check_rectangles(
        R"html(<ul id="a"><li id="b">one</li><li id="c">two<br>lines</li><li id="d"></li></ul>
<ol id="e"><li id="f">one</li><li id="g"><p id="h">two</p></li></ol>)html",
        {
            {"a", {0, 20, 600, 96}},
            {"b", {40, 20, 560, 24}},
            {"c", {40, 44, 560, 48}},
            {"d", {40, 92, 560, 24}},
            {"e", {0, 136, 600, 68}},
            {"f", {40, 136, 560, 24}},
            {"g", {40, 180, 560, 24}},
            {"h", {40, 180, 560, 24}},
        });
}

TEST_CASE("an item without content is as high as its marker's line") {
    check_rectangles(
        R"html(<ul id="a" style="margin: 0"><li id="b"></li><li id="c"><ul id="d"><li id="e">x</li></ul></li><li id="f"><div id="g" style="height: 5px"></div></li></ul>
<ul style="margin: 0; list-style: none"><li id="h"></li><li id="i" style="list-style-type: disc; list-style-position: inside"></li></ul>)html",
        {
            {"a", {0, 0, 600, 72}},
            {"b", {40, 0, 560, 24}},
            {"c", {40, 24, 560, 24}},
            {"d", {40, 24, 560, 24}},
            {"e", {80, 24, 520, 24}},
            {"f", {40, 48, 560, 24}},
            {"g", {40, 48, 560, 5}},
            {"h", {40, 72, 560, 0}},
            {"i", {40, 72, 560, 24}},
        });
}

TEST_CASE("an inside marker pushes the text") {
    check_rectangles(
        R"html(<ul style="list-style-position: inside"><li><span id="a">disc</span></li></ul>
<ol style="list-style-position: inside"><li><span id="b">one</span></li><li value="10"><span id="c">ten</span></li></ol>
<ol style="list-style: inside lower-roman"><li><span id="d">one</span></li><li value="8"><span id="e">eight</span></li></ol>
<ul style="list-style: inside none"><li><span id="f">none</span></li></ul>
<ul style="list-style: square inside; font-size: 30px"><li><span id="g">square</span></li></ul>
<ul style="list-style: circle inside; font-size: 12px"><li><span id="h">circle</span></li></ul>)html",
        {
            {"a", {68, 20, 34.33, 24}},
            {"b", {59.7, 64, 32.73, 24}},
            {"c", {71.31, 88, 29.06, 24}},
            {"d", {53.23, 132, 32.73, 24}},
            {"e", {73.7, 156, 44.41, 24}},
            {"f", {40, 200, 43.84, 24}},
            {"g", {81, 254, 89.5, 36}},
            {"h", {57, 320, 28.48, 15}},
        });
}

TEST_CASE("counter styles are as wide as their text") {
    check_rectangles(
        R"html(<ol style="list-style: inside lower-alpha"><li><span id="a">x</span></li><li value="27"><span id="b">x</span></li></ol>
<ol style="list-style: inside upper-alpha"><li><span id="c">x</span></li></ol>
<ol style="list-style: inside upper-roman"><li value="1999"><span id="d">x</span></li></ol>
<ol style="list-style: inside decimal-leading-zero"><li value="7"><span id="e">x</span></li></ol>
<ol style="list-style: inside '» '"><li><span id="f">x</span></li></ol>)html",
        {
            {"a", {58.25, 20, 10.09, 24}},
            {"b", {68.39, 44, 10.09, 24}},
            {"c", {61.7, 88, 10.09, 24}},
            {"d", {143.88, 132, 10.09, 24}},
            {"e", {71.31, 176, 10.09, 24}},
            {"f", {53.13, 220, 10.09, 24}},
        });
}

// The text stands after its number, so that its place tells how long that is. (`list-style: inside`
// would make a disc of it.)
TEST_CASE("start, value and reversed count") {
    check_rectangles(
        R"html(<ol start="9" style="list-style-position: inside"><li><span id="a">x</span></li><li><span id="b">x</span></li><li value="99"><span id="c">x</span></li><li><span id="d">x</span></li></ol>
<ol start="-1" style="list-style-position: inside"><li><span id="e">x</span></li><li><span id="f">x</span></li></ol>
<ol type="a" style="list-style-position: inside"><li><span id="g">x</span></li></ol>
<ol type="I" style="list-style-position: inside"><li><span id="h">x</span></li><li type="1" value="4"><span id="i">x</span></li></ol>)html",
        {
            {"a", {59.7, 20, 10.09, 24}},
            {"b", {71.31, 44, 10.09, 24}},
            {"c", {71.31, 68, 10.09, 24}},
            {"d", {82.91, 92, 10.09, 24}},
            {"e", {66.64, 136, 10.09, 24}},
            {"f", {59.7, 160, 10.09, 24}},
            {"g", {58.25, 204, 10.09, 24}},
            {"h", {54.25, 248, 10.09, 24}},
            {"i", {59.7, 272, 10.09, 24}},
        });
}

TEST_CASE("a reversed list counts down to 1, from start where it has one") {
    check_rectangles(
        R"html(<ol reversed style="list-style-position: inside; margin: 0"><li><span id="a">x</span></li><li><span id="b">x</span></li><li>x</li><li>x</li><li>x</li><li>x</li><li>x</li><li>x</li><li>x</li><li><span id="c">x</span></li></ol>
<ol reversed start="100" style="list-style-position: inside; margin: 0"><li><span id="d">x</span></li><li><span id="e">x</span></li><li value="10"><span id="f">x</span></li><li><span id="g">x</span></li></ol>)html",
        {
            {"a", {71.31, 0, 10.09, 24}},
            {"b", {59.7, 24, 10.09, 24}},
            {"c", {59.7, 216, 10.09, 24}},
            {"d", {82.91, 240, 10.09, 24}},
            {"e", {71.31, 264, 10.09, 24}},
            {"f", {71.31, 288, 10.09, 24}},
            {"g", {59.7, 312, 10.09, 24}},
        });
}

TEST_CASE("nested lists number by themselves") {
    check_rectangles(
        R"html(<ol style="list-style-position: inside; margin: 0; padding: 0"><li value="9"><span id="a">x</span><ol style="list-style-position: inside"><li value="10"><span id="b">x</span></li></ol></li><li><span id="c">x</span><ol style="list-style-position: inside"><li><span id="d">x</span></li></ol></li></ol>)html",
        {
            {"a", {19.7, 0, 10.09, 24}},
            {"b", {71.31, 24, 10.09, 24}},
            {"c", {31.31, 48, 10.09, 24}},
            {"d", {59.7, 72, 10.09, 24}},
        });
}

TEST_CASE("nested lists have no margins of their own") {
    check_rectangles(
        R"html(<ul id="a"><li id="b">one<ul id="c"><li id="d">two<ul id="e"><li id="f">three</li></ul></li></ul></li><li id="g">four</li></ul>)html",
        {
            {"a", {0, 20, 600, 96}},
            {"b", {40, 20, 560, 72}},
            {"c", {40, 44, 560, 48}},
            {"d", {80, 44, 520, 48}},
            {"e", {80, 68, 520, 24}},
            {"f", {120, 68, 480, 24}},
            {"g", {40, 92, 560, 24}},
        });
}

TEST_CASE("an inline-block list shrinks to fit and hangs its markers outside") {
    check_rectangles(
        R"html(<div style="text-align: center">text <ul id="a" style="display: inline-block; text-align: left; margin: 0 0 0 1em; padding: 0"><li id="b">one</li><li id="c">some more</li></ul></div>)html",
        {
            {"a", {281.05, 0, 96.64, 48}},
            {"b", {281.05, 0, 96.64, 24}},
            {"c", {281.05, 24, 96.64, 24}},
        });
}

TEST_CASE("counters count through generated content") {
    check_rectangles(
        R"html(<style>.c { counter-reset: n } .c p { counter-increment: n; margin: 0 } .c p::before { content: counter(n) ". " } .c p::after { content: " (" counter(n, upper-roman) ")" }</style>
<div class="c"><p><span id="a">x</span></p><p style="counter-increment: n 9"><span id="b">y</span></p></div>)html",
        {
            {"a", {19.72, 0, 10.09, 24}},
            {"b", {31.31, 24, 10.25, 24}},
        });
}

TEST_CASE("generated content takes part in lines") {
    check_rectangles(
        R"html(<style>.q::before { content: "→ "; font-size: 30px } .q::after { content: " ←" } .b::before { content: ""; display: block; height: 7px } .e::after { content: ""; padding-left: 20px } .n::before { content: none } q { quotes: "[" "]" "<" ">" }</style>
<p id="a" class="q" style="font-family: 'DejaVu Sans'"><span id="b">x</span></p>
<div id="c" class="b"><span id="d">x</span></div>
<div><span id="e" class="e">x</span><span id="f">y</span></div>
<div class="n"><span id="g">z</span></div>
<div><q id="h">quoted <q id="i">twice</q></q></div>)html",
        {
            {"a", {0, 20, 600, 35}},
            {"b", {34.69, 29, 11.84, 24}},
            {"c", {0, 75, 600, 31}},
            {"d", {0, 82, 10.09, 24}},
            {"e", {0, 106, 30.09, 24}},
            {"f", {30.09, 106, 10.25, 24}},
            {"g", {0, 130, 9.25, 24}},
            {"h", {0, 154, 149.05, 24}},
            {"i", {72.09, 154, 70.95, 24}},
        });
}

TEST_CASE("description lists indent their descriptions") {
    check_rectangles(
        R"html(<dl id="a"><dt id="b">term</dt><dd id="c">description</dd><dt id="d">other</dt><dd id="e"><p id="f">one</p></dd></dl>)html",
        {
            {"a", {0, 20, 600, 116}},
            {"b", {0, 20, 600, 24}},
            {"c", {40, 44, 560, 24}},
            {"d", {0, 68, 600, 24}},
            {"e", {40, 112, 560, 24}},
            {"f", {40, 112, 560, 24}},
        });
}

TEST_CASE("display list-item makes an item of anything") {
    check_rectangles(
        R"html(<div id="a" style="display: list-item; list-style-position: inside; margin-left: 2em"><span id="b">x</span></div>
<span style="display: list-item; margin-left: 2em" id="c">y</span>)html",
        {
            {"a", {40, 0, 560, 24}},
            {"b", {68, 0, 10.09, 24}},
            {"c", {40, 24, 560, 24}},
        });
}

TEST_CASE("a summary has a triangle before it") {
    check_rectangles(
        R"html(<details open style="font-size: 42px"><summary id="a"><span id="b">Summary</span></summary><p id="c" style="margin: 0">text</p></details>
<details><summary id="d"><span id="e">Summary</span></summary><p>hidden</p></details>)html",
        {
            {"a", {0, 0, 600, 50}},
            {"b", {44.52, 0, 174.31, 50}},
            {"c", {0, 50, 600, 50}},
            {"d", {0, 100, 600, 24}},
            {"e", {21.19, 100, 83, 24}},
        });
}

TEST_CASE("counter-set sets a counter after all else is counted") {
    check_rectangles(
        R"html(<style>.c p::before { content: counter(n) ". " } .c p { counter-increment: n; margin: 0 }</style>
<div class="c" style="counter-reset: n"><p style="counter-set: n 120"><span id="b">y</span></p><p><span id="c">y</span></p></div>
<ol style="margin: 0; list-style-position: inside"><li style="counter-set: list-item 99"><span id="d">z</span></li><li><span id="e">z</span></li></ol>)html",
        {
            {"b", {42.92, 0, 10.25, 24}},
            {"c", {42.92, 24, 10.25, 24}},
            {"d", {71.31, 48, 9.25, 24}},
            {"e", {82.91, 72, 9.25, 24}},
        });
}

TEST_CASE("a marker's picture without a size is half as large as its font's ascent") {
    check_rectangles(
        R"html(<ul style="margin: 0; padding: 0; list-style: inside url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>&quot;)"><li><span id="c">x</span></li><li style="font-size: 60px"><span id="d">x</span></li></ul>)html",
        {
            {"c", {17, 0, 10.09, 24}},
            {"d", {36.5, 24, 30.25, 72}},
        });
}

TEST_CASE("a marker's picture makes its line as high as it stands") {
    check_rectangles(
        R"html(<ul style="margin: 0"><li id="a" style="list-style-image: url(&quot;data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='60'/%3E&quot;)"><span id="b">text</span></li><li id="c" style="list-style: inside url(&quot;data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='60'/%3E&quot;)"><span id="d">text</span></li><li id="e" style="list-style-image: url(&quot;data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='60'/%3E&quot;)"></li></ul>)html",
        {
            {"a", {40, 0, 560, 64}},
            {"b", {40, 40, 34.89, 24}},
            {"c", {40, 64, 560, 64}},
            {"d", {87, 104, 34.89, 24}},
            {"e", {40, 128, 560, 64}},
        });
}

TEST_CASE("the marker of an item without content stands beside floats") {
    const Page page(
        R"html(<div style="float: left; width: 90px; height: 50px"></div><ul style="margin: 0; padding: 0"><li id="a" style="list-style-image: url(&quot;data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/%3E&quot;)"></li></ul>)html");
    // In a picture of Chromium's: 7 px before what the float leaves free.
    CHECK(page.fragment("a").children.front().border_box.x == 73);
}

TEST_CASE("what is in an item begins lower where the marker's line reaches higher") {
    check_rectangles(
        R"html(<ul style="font: 36px/1.3 Lato; margin: 0"><li id="a"><div id="b" style="font: 20px/24px Lato">x</div></li><li id="c"><div id="d" style="height: 10px"></div><p id="e" style="font: 20px/24px Lato; margin: 0">x</p><p id="f" style="font: 20px/24px Lato; margin: 0">x</p></li><li style="list-style: none" id="g"><div id="h" style="font: 20px/24px Lato">x</div></li><li style="line-height: 20px" id="i"><div id="j" style="font: 20px/24px Lato">x</div></li><li id="k"><div style="font: 20px/24px Lato"><div id="l">x</div></div></li><li id="m"><div style="float: left; width: 20px; height: 60px" id="n"></div><div id="o" style="font: 20px/24px Lato">x</div></li></ul>)html",
        {
            {"a", {40, 0, 560, 41}},
            {"b", {40, 17, 560, 24}},
            {"c", {40, 41, 560, 75}},
            {"d", {40, 41, 560, 10}},
            {"e", {40, 68, 560, 24}},
            {"f", {40, 92, 560, 24}},
            {"g", {40, 116, 560, 24}},
            {"h", {40, 116, 560, 24}},
            {"i", {40, 140, 560, 28}},
            {"j", {40, 144, 560, 24}},
            {"k", {40, 168, 560, 41}},
            {"l", {40, 185, 560, 24}},
            {"m", {40, 209, 560, 41}},
            {"n", {40, 209, 20, 60}},
            {"o", {40, 226, 560, 24}},
        });
}
