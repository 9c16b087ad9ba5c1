// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("what a grid says of its items moves a positioned child at its static position only") {
    check_rectangles(
        R"html(<div style="display: grid; place-items: center; width: 100px; height: 100px; position: relative"><div id="a" style="position: absolute; inset: 0; width: 50px; height: 50px"></div><div id="b" style="position: absolute; width: 50px; height: 50px"></div><div id="c" style="position: absolute; inset: 0"></div><div id="d" style="position: absolute; inset: 0; width: 50px; height: 50px; place-self: center"></div></div>)html",
        {
            {"a", {0, 0, 50, 50}},
            {"b", {25, 25, 50, 50}},
            {"c", {0, 0, 100, 100}},
            {"d", {25, 25, 50, 50}},
        });
}

TEST_CASE("flexible tracks share what spanning items ask for by their factors") {
    check_rectangles(
        R"html(<div style="display: grid; width: 50px; height: 50px; grid-template: 0fr 1fr / 1fr 3fr"><div style="width: 100px; height: 100px; grid-area: 1 / 1 / span 2 / span 2"></div><div id="a" style="grid-area: 1 / 1"></div><div id="b" style="grid-area: 2 / 2"></div></div>)html",
        {
            {"a", {0, 0, 25, 0}},
            {"b", {25, 0, 75, 100}},
        });
}

TEST_CASE("an automatic minimum is no more than the limits of its tracks") {
    check_rectangles(
        R"html(<div style="display: grid; width: 300px; grid-template-columns: minmax(auto, 10px) 1fr"><div id="a">averylongword</div><div id="b">b</div></div>)html",
        {
            {"a", {0, 0, 10, 24}},
            {"b", {10, 0, 290, 24}},
        });
}

TEST_CASE("a definite minimum height is what an item asks of a flexible row") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-rows: 0.5fr; grid-template-columns: 20px"><div id="a" style="min-height: 80px"><div style="height: 100px"></div></div></div>)html",
        {
            {"a", {0, 0, 20, 80}},
        });
}

TEST_CASE("rows that are parts of an automatic height are parts of what the content came to") {
    check_rectangles(
        R"html(<div id="a" style="display: grid; width: 100px; grid-template-rows: 50% 50%"><div id="b" style="height: 30px"></div><div id="c" style="height: 50px"></div></div>)html",
        {
            {"a", {0, 0, 100, 80}},
            {"b", {0, 0, 100, 30}},
            {"c", {0, 40, 100, 50}},
        });
}

TEST_CASE("an absolutely positioned child stands in its area") {
    check_rectangles(
        R"html(<div style="display: grid; position: relative; width: 300px; height: 90px; padding: 5px; grid-template: 30px 60px / 100px 200px"><div id="a" style="position: absolute; grid-area: 2 / 2; width: 20px; height: 20px"></div><div id="b" style="position: absolute; grid-column: 2; inset: 0"></div><div id="c" style="position: absolute; grid-area: 1 / 1 / 2 / 2; width: 20px; height: 10px; align-self: center; justify-self: end"></div><div id="d" style="position: absolute; right: 0; bottom: 0; width: 10px; height: 10px"></div></div>)html",
        {
            {"a", {105, 35, 20, 20}},
            {"b", {105, 0, 205, 100}},
            {"c", {85, 15, 20, 10}},
            {"d", {300, 90, 10, 10}},
        });
}

TEST_CASE(
    "an absolutely positioned child of a grid that is not its containing block stands in the "
    "content box") {
    check_rectangles(
        R"html(<div style="position: relative; padding: 10px"><div style="display: grid; width: 300px; height: 90px; align-items: end; justify-items: center"><div id="a" style="position: absolute; width: 20px; height: 20px"></div></div></div>)html",
        {
            {"a", {150, 80, 20, 20}},
        });
}

TEST_CASE("items of a row stand on a shared baseline") {
    check_rectangles(
        R"html(<div style="display: grid; width: 300px; grid-template-columns: 1fr 1fr; align-items: baseline"><div id="a" style="font-size: 40px">a</div><div id="b">b</div></div>)html",
        {
            {"a", {0, 0, 150, 48}},
            {"b", {150, 19, 150, 24}},
        });
}

TEST_CASE("spread out tracks that do not fit begin at the start") {
    check_rectangles(
        R"html(<div style="display: grid; width: 60px; height: 40px; grid-template-columns: 40px 40px; justify-content: space-evenly"><div id="a"></div><div id="b"></div></div>)html",
        {
            {"a", {0, 0, 40, 40}},
            {"b", {40, 0, 40, 40}},
        });
}

TEST_CASE("lines of tracks that are repeated as often as they fit have names") {
    check_rectangles(
        R"html(<div style="display: grid; width: 180px; grid-template-columns: [first] 30px repeat(auto-fill, [foo] 20px [bar] 10px [baz]) [last] 30px [end]; grid-auto-rows: 10px">
<div id="a" style="grid-column: foo 2 / baz 3"></div><div id="b" style="grid-column: first / last"></div><div id="c" style="grid-column: foo / span 2 bar"></div><div id="d" style="grid-column: span bar / last"></div><div id="e" style="grid-column: last / end"></div><div id="f" style="grid-column: 2 / span 3 nowhere"></div></div>)html",
        {
            {"a", {60, 0, 60, 10}},
            {"b", {0, 10, 150, 10}},
            {"c", {30, 20, 50, 10}},
            {"d", {140, 20, 10, 10}},
            {"e", {150, 20, 30, 10}},
            {"f", {30, 30, 150, 10}},
        });
}
