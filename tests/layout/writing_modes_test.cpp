// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("vertical lines follow each other from their block start side") {
    check_rectangles(
        R"html(<div id="a" style="writing-mode: vertical-rl; border: 2px solid; padding: 5px 10px 15px 20px; margin: 3px 6px 9px 12px; height: 150px">Upright heading <b id="b">bold</b> text<p id="c" style="margin: 7px 0 0 5px">a paragraph</p></div>
<div id="d" style="writing-mode: vertical-lr; height: 100px; width: 90px">One two three four <span id="e">five</span></div>
<div id="f" style="writing-mode: sideways-lr; height: 100px">One two three four <span id="g">five</span></div>)html",
        {
            {"a", {12, 3, 111, 174}},
            {"b", {63, 10, 24, 39.59}},
            {"c", {39, 17, 24, 143}},
            {"d", {0, 186, 90, 100}},
            {"e", {48, 186, 24, 31.88}},
            {"f", {0, 286, 72, 100}},
            {"g", {48, 354.13, 24, 31.88}},
        });
}

TEST_CASE("a box of vertical text is an item, a cell's content, a letter of a line or positioned") {
    check_rectangles(
        R"html(<div style="display: flex; gap: 10px"><h2 id="a" style="writing-mode: vertical-rl; margin: 0; font-size: 24px">Short</h2><p id="b" style="margin: 0; height: 200px">Beside</p></div>
<table style="border-collapse: collapse"><tr><th id="c" style="writing-mode: vertical-rl; border: 1px solid; padding: 2px 4px">Rotated</th><td id="d" style="padding: 0">x</td></tr></table>
<p id="e" style="margin: 0">in <span id="f" style="writing-mode: vertical-rl">line</span> after</p>
<div style="position: relative; height: 100px"><div id="g" style="writing-mode: vertical-rl; position: absolute; right: 10px; top: 5px">absolute</div></div>)html",
        {
            {"a", {0, 0, 29, 200}},
            {"b", {39, 0, 58.89, 200}},
            {"c", {0.5, 200.5, 33, 77.52}},
            {"d", {33.5, 200.5, 10.59, 77.52}},
            {"e", {0, 278.52, 600, 35.84}},
            {"f", {20.11, 278.52, 24, 31.84}},
            {"g", {566, 319.36, 24, 75.31}},
        });
}

TEST_CASE("grids, flex containers and floats run along vertical lines") {
    check_rectangles(
        R"html(<div id="a" style="writing-mode: vertical-rl; display: grid; grid-template-columns: 50px 60px; grid-template-rows: 20px 30px; row-gap: 5px; width: 200px; position: relative"><i id="b">1</i><i id="c">2</i><i id="d">3</i><i id="e" style="position: absolute; grid-column: 2; grid-row: 2; width: 10px; height: 10px; left: 0; top: 0"></i></div>
<div id="f" style="writing-mode: vertical-lr; display: flex; width: 100px; height: 80px"><i id="g" style="width: 20px">1</i><i id="h" style="flex: 1">2</i></div>
<div id="i" style="writing-mode: vertical-rl; height: 120px">out <div id="j" style="writing-mode: horizontal-tb">inner</div> after <div id="k" style="position: absolute; width: 5px; height: 5px"></div></div>
<div id="l" style="writing-mode: vertical-rl; height: 100px"><div id="m" style="float: left; width: 20px; height: 30px"></div><div id="n" style="margin: 10px; width: 50%; padding: 10%"></div></div>)html",
        {
            {"a", {0, 0, 200, 110}},
            {"b", {180, 0, 20, 50}},
            {"c", {180, 50, 20, 60}},
            {"d", {145, 0, 30, 50}},
            {"e", {0, 50, 10, 10}},
            {"f", {0, 110, 100, 80}},
            {"g", {0, 110, 20, 11.61}},
            {"h", {0, 121.61, 100, 68.39}},
            {"i", {0, 190, 93.91, 120}},
            {"j", {24, 190, 45.91, 24}},
            {"k", {-5, 190, 5, 5}},
            {"l", {0, 310, 40, 100}},
            {"m", {20, 310, 20, 30}},
            {"n", {10, 320, 20, 80}},
        });
}
