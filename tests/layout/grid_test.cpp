// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("columns of fr share what is left") {
    check_rectangles(
        R"html(<div id="a" style="display: grid; grid-template-columns: 1fr 2fr; gap: 20px"><div id="b">one</div><div id="c">two is wider</div><div id="d">three</div><div id="e">four<br>lines</div></div>
<div style="display: grid; grid-template-columns: 100px 1fr auto 25%; gap: 10px 5px"><div id="f">fixed</div><div id="g">fraction</div><div id="h">by content</div><div id="i">a quarter</div></div>)html",
        {
            {"a", {0, 0, 600, 92}},
            {"b", {0, 0, 193.33, 24}},
            {"c", {213.33, 0, 386.67, 24}},
            {"d", {0, 44, 193.33, 48}},
            {"e", {213.33, 44, 386.67, 48}},
            {"f", {0, 92, 100, 24}},
            {"g", {105, 92, 241.88, 24}},
            {"h", {351.88, 92, 93.13, 24}},
            {"i", {450, 92, 150, 24}},
        });
}

TEST_CASE("auto columns stretch, and are as wide as their content when told to start") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: auto auto"><div id="a">one</div><div id="b">a longer text</div></div>
<div style="display: grid; grid-template-columns: auto auto; justify-content: start"><div id="c">one</div><div id="d">a longer text</div></div>
<div style="display: grid; grid-template-columns: auto auto; justify-content: center; column-gap: 30px"><div id="e">one</div><div id="f">a longer text</div></div>
<div style="display: grid; grid-template-columns: repeat(3, 100px); justify-content: space-between"><div id="g">1</div><div id="h">2</div><div id="i">3</div></div>
<div style="display: grid; grid-template-columns: repeat(3, 100px); justify-content: space-evenly"><div id="j">1</div><div id="k">2</div><div id="l">3</div></div>)html",
        {
            {"a", {0, 0, 261.92, 24}},
            {"b", {261.92, 0, 338.08, 24}},
            {"c", {0, 24, 32.73, 24}},
            {"d", {32.73, 24, 108.88, 24}},
            {"e", {214.19, 48, 32.73, 24}},
            {"f", {276.92, 48, 108.88, 24}},
            {"g", {0, 72, 100, 24}},
            {"h", {250, 72, 100, 24}},
            {"i", {500, 72, 100, 24}},
            {"j", {75, 96, 100, 24}},
            {"k", {250, 96, 100, 24}},
            {"l", {425, 96, 100, 24}},
        });
}

TEST_CASE("content decides the widths of min-content, max-content and fit-content() columns") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: min-content max-content fit-content(120px) minmax(50px, 100px) minmax(auto, 1fr)"><div id="a">some words</div><div id="b">some words</div><div id="c">some words that are more</div><div id="d">x</div><div id="e">the rest</div></div>
<div style="display: grid; grid-template-columns: minmax(200px, 1fr) minmax(100px, 2fr); width: 350px"><div id="f">x</div><div id="g">y</div></div>)html",
        {
            {"a", {0, 0, 54.36, 48}},
            {"b", {54.36, 0, 104.92, 48}},
            {"c", {159.28, 0, 120, 48}},
            {"d", {279.28, 0, 100, 48}},
            {"e", {379.28, 0, 220.72, 48}},
            {"f", {0, 48, 200, 24}},
            {"g", {200, 48, 150, 24}},
        });
}

TEST_CASE("auto-fill and auto-fit repeat as often as there is room") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 10px"><div id="a">1</div><div id="b">2</div></div>
<div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px"><div id="c">1</div><div id="d">2</div></div>
<div style="display: grid; grid-template-columns: repeat(auto-fill, 140px)"><div id="e">1</div><div id="f">2</div><div id="g">3</div><div id="h">4</div><div id="i">5</div></div>)html",
        {
            {"a", {0, 0, 193.33, 24}},
            {"b", {203.33, 0, 193.33, 24}},
            {"c", {0, 24, 295, 24}},
            {"d", {305, 24, 295, 24}},
            {"e", {0, 48, 140, 24}},
            {"f", {140, 48, 140, 24}},
            {"g", {280, 48, 140, 24}},
            {"h", {420, 48, 140, 24}},
            {"i", {0, 72, 140, 24}},
        });
}

TEST_CASE("items span and are placed by lines") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: repeat(4, 1fr)"><div id="a" style="grid-column: 1 / 3">a</div><div id="b" style="grid-column: span 2">b</div><div id="c" style="grid-row: 2 / span 2">c</div><div id="d">d</div><div id="e" style="grid-column: 2 / -1">e</div><div id="f">f</div><div id="g" style="grid-column: 4; grid-row: 2">g</div></div>)html",
        {
            {"a", {0, 0, 300, 24}},
            {"b", {300, 0, 300, 24}},
            {"c", {0, 24, 150, 48}},
            {"d", {150, 24, 150, 24}},
            {"e", {150, 48, 450, 24}},
            {"f", {0, 72, 150, 24}},
            {"g", {450, 24, 150, 24}},
        });
}

TEST_CASE("areas have names") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-areas: 'head head' 'side main' 'foot foot'; grid-template-columns: 150px 1fr; grid-template-rows: 40px 1fr 30px; height: 200px"><div id="a" style="grid-area: head">h</div><div id="b" style="grid-area: main">m</div><div id="c" style="grid-area: side">s</div><div id="d" style="grid-area: foot">f</div></div>
<div style="display: grid; grid-template: 'a b' 50px 'a c' auto / 1fr 3fr"><div id="e" style="grid-area: b">b</div><div id="f" style="grid-area: a">a</div><div id="g" style="grid-area: c">c</div></div>)html",
        {
            {"a", {0, 0, 600, 40}},
            {"b", {150, 40, 450, 130}},
            {"c", {0, 40, 150, 130}},
            {"d", {0, 170, 600, 30}},
            {"e", {150, 200, 450, 50}},
            {"f", {0, 200, 150, 74}},
            {"g", {150, 250, 450, 24}},
        });
}

TEST_CASE("lines have names") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: [full-start] 50px [content-start] 1fr [content-end] 50px [full-end]"><div id="a" style="grid-column: full">full</div><div id="b" style="grid-column: content">content</div><div id="c" style="grid-column: content-start / full-end">both</div></div>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {50, 24, 500, 24}},
            {"c", {50, 48, 550, 24}},
        });
}

TEST_CASE("rows of a given height, and implicit ones") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-rows: 50px; grid-auto-rows: 30px; grid-template-columns: 1fr 1fr"><div id="a">1</div><div id="b">2</div><div id="c">3</div><div id="d">4</div><div id="e">5</div></div>
<div id="f" style="display: grid; height: 200px; grid-template-rows: 1fr 2fr"><div id="g">1</div><div id="h">2</div></div>
<div id="i" style="display: grid; height: 200px"><div id="j">1</div><div id="k">2</div></div>
<div id="l" style="display: grid; height: 200px; align-content: center"><div id="m">1</div><div id="n">2</div></div>)html",
        {
            {"a", {0, 0, 300, 50}},
            {"b", {300, 0, 300, 50}},
            {"c", {0, 50, 300, 30}},
            {"d", {300, 50, 300, 30}},
            {"e", {0, 80, 300, 30}},
            {"f", {0, 110, 600, 200}},
            {"g", {0, 110, 600, 66.66}},
            {"h", {0, 176.66, 600, 133.34}},
            {"i", {0, 310, 600, 200}},
            {"j", {0, 310, 600, 100}},
            {"k", {0, 410, 600, 100}},
            {"l", {0, 510, 600, 200}},
            {"m", {0, 586, 600, 24}},
            {"n", {0, 610, 600, 24}},
        });
}

TEST_CASE("columns may flow") {
    check_rectangles(
        R"html(<div style="display: grid; grid-auto-flow: column; grid-template-rows: auto auto; grid-auto-columns: 100px"><div id="a">1</div><div id="b">2</div><div id="c">3</div></div>
<div style="display: grid; grid-auto-flow: column; gap: 10px"><div id="d">one</div><div id="e">two</div><div id="f">three three</div></div>
<div style="display: grid; grid-template-columns: 1fr 1fr 1fr; grid-auto-flow: dense"><div id="g" style="grid-column: span 2">1</div><div id="h" style="grid-column: span 2">2</div><div id="i">3</div></div>)html",
        {
            {"a", {0, 0, 100, 24}},
            {"b", {0, 24, 100, 24}},
            {"c", {100, 0, 100, 24}},
            {"d", {0, 48, 170.83, 24}},
            {"e", {180.83, 48, 172, 24}},
            {"f", {362.83, 48, 237.17, 24}},
            {"g", {0, 72, 400, 24}},
            {"h", {0, 96, 400, 24}},
            {"i", {400, 72, 200, 24}},
        });
}

TEST_CASE("items align in their areas") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: 200px 200px; grid-auto-rows: 60px"><div id="a" style="justify-self: start">a</div><div id="b" style="justify-self: end; align-self: end">b</div><div id="c" style="justify-self: center; align-self: center">c</div><div id="d" style="margin: auto">d</div><div id="e" style="width: 50%; height: 50%">e</div><div id="f" style="margin: 5px 10px; padding: 3px; border: 2px solid">f</div></div>
<div style="display: grid; place-items: center; height: 100px"><div id="g">g</div></div>
<div style="display: grid; grid-template-columns: 1fr 1fr; align-items: center"><div id="h">one<br>two</div><div id="i">x</div></div>)html",
        {
            {"a", {0, 0, 10.14, 60}},
            {"b", {388.81, 36, 11.19, 24}},
            {"c", {95.33, 78, 9.34, 24}},
            {"d", {294.41, 78, 11.19, 24}},
            {"e", {0, 120, 100, 30}},
            {"f", {210, 125, 180, 50}},
            {"g", {294.88, 218, 10.23, 24}},
            {"h", {0, 280, 300, 48}},
            {"i", {300, 292, 300, 24}},
        });
}

TEST_CASE("spanning items make content columns wider") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: auto auto 1fr"><div id="a">a</div><div id="b">b</div><div id="c">c</div><div id="d" style="grid-column: 1 / 3; width: 200px">wide</div><div id="e">e</div></div>
<div style="display: grid; grid-template-columns: 50px auto; justify-content: start"><div id="f" style="grid-column: 1 / 3; width: 200px">wide</div><div id="g">g</div><div id="h">h</div></div>)html",
        {
            {"a", {0, 0, 99.47, 24}},
            {"b", {99.47, 0, 100.53, 24}},
            {"c", {200, 0, 400, 24}},
            {"d", {0, 24, 200, 24}},
            {"e", {200, 24, 400, 24}},
            {"f", {0, 48, 200, 24}},
            {"g", {0, 72, 50, 24}},
            {"h", {50, 72, 150, 24}},
        });
}

TEST_CASE("a grid is as wide as its content where it shrinks to fit") {
    check_rectangles(
        R"html(<div style="display: inline-grid; grid-template-columns: auto auto; gap: 10px" id="a"><div id="b">one</div><div id="c">two words</div></div>
<div style="float: left; display: grid; grid-template-columns: 1fr 2fr" id="d"><div id="e">one</div><div id="f">two words</div></div>
<div style="position: absolute; top: 100px; display: grid; grid-template-columns: 100px 1fr" id="g"><div id="h">one</div><div id="i">two words</div></div>)html",
        {
            {"a", {138.19, 0, 134.86, 24}},
            {"b", {138.19, 0, 32.73, 24}},
            {"c", {180.92, 0, 92.13, 24}},
            {"d", {0, 0, 138.19, 24}},
            {"e", {0, 0, 46.06, 24}},
            {"f", {46.06, 0, 92.13, 24}},
            {"g", {0, 100, 192.13, 24}},
            {"h", {0, 100, 100, 24}},
            {"i", {100, 100, 92.13, 24}},
        });
}

TEST_CASE("items keep their content whole") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: 1fr 1fr; width: 200px"><div id="a">averyveryverylongword</div><div id="b">b</div></div>
<div style="display: grid; grid-template-columns: minmax(0, 1fr) 1fr; width: 200px"><div id="c">averyveryverylongword</div><div id="d">b</div></div>
<div style="display: grid; grid-template-columns: 1fr 1fr; width: 200px"><div id="e" style="overflow: hidden">averyveryverylongword</div><div id="f">b</div></div>)html",
        {
            {"a", {0, 0, 209.38, 24}},
            {"b", {209.38, 0, 11.19, 24}},
            {"c", {0, 24, 100, 24}},
            {"d", {100, 24, 100, 24}},
            {"e", {0, 48, 100, 24}},
            {"f", {100, 48, 100, 24}},
        });
}

TEST_CASE("text between items is an item, margins do not collapse") {
    check_rectangles(
        R"html(<div id="a" style="display: grid">text <b id="b">bold</b><p id="c">paragraph</p><p id="d">another</p></div>)html",
        {
            {"a", {0, 0, 600, 176}},
            {"b", {0, 24, 600, 24}},
            {"c", {0, 68, 600, 24}},
            {"d", {0, 132, 600, 24}},
        });
}

TEST_CASE("order changes the order") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: 1fr 1fr"><div id="a" style="order: 2">a</div><div id="b">b</div><div id="c" style="order: -1">c</div></div>)html",
        {
            {"a", {0, 24, 300, 24}},
            {"b", {300, 0, 300, 24}},
            {"c", {0, 0, 300, 24}},
        });
}

TEST_CASE("auto-fit's empty tracks vanish, whatever tracks come before the explicit ones") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: repeat(auto-fit, 50px); width: 200px"><div id="b" style="grid-column: -6">x</div></div>
<div style="display: grid; grid-template-columns: 20px repeat(auto-fit, 50px) 30px; width: 200px"><div id="d" style="grid-column: 2">x</div><div id="e" style="grid-column: -1">x</div><div id="f" style="grid-column: -7">x</div><div id="g" style="grid-column: -2">x</div></div>)html",
        {
            {"b", {0, 0, 200, 24}},
            {"d", {70, 24, 50, 24}},
            {"e", {150, 24, 50, 24}},
            {"f", {0, 48, 50, 24}},
            {"g", {120, 48, 30, 24}},
        });
}

TEST_CASE("an item whose lines are given from the last to the first spans what is between them") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-columns: repeat(4, 100px)"><div id="a" style="grid-column: 4 / 2">x</div><div id="b" style="grid-column: -1 / 1">x</div></div>)html",
        {
            {"a", {100, 0, 200, 24}},
            {"b", {0, 24, 400, 24}},
        });
}

TEST_CASE("tracks are repeated up to a maximum, or until they fill a minimum") {
    check_rectangles(
        R"html(<div id="a" style="display: grid; grid: repeat(auto-fill, 50px) / repeat(auto-fill, 100px); min-width: 250px; min-height: 120px; float: left"><i id="b" style="grid-column: -2; grid-row: -2"></i></div>
<div id="c" style="display: grid; grid: repeat(auto-fill, 50px) / 100px; max-height: 120px; clear: both"><i id="d" style="grid-row: -2"></i></div>
<div id="e" style="display: flex; flex-flow: column wrap; width: max-content; height: 100px"><div style="width: 100px; height: 80px"></div><div style="width: 60px; height: 80px"></div></div>
<div style="display: grid; position: relative; width: 200px; height: 20px"><i id="f" style="position: absolute; grid-column: 2; inset: 0"></i></div>)html",
        {
            {"a", {0, 0, 300, 150}},
            {"b", {200, 100, 100, 50}},
            {"c", {0, 150, 600, 100}},
            {"d", {0, 200, 100, 50}},
            {"e", {0, 250, 160, 100}},
            {"f", {0, 350, 200, 20}},
        });
}

TEST_CASE(
    "percentages of gaps and padding are of the size that came out, collapsed tracks end no area") {
    check_rectangles(
        R"html(<div id="a" style="display: grid; row-gap: 10%"><i style="height: 20px"></i><i id="b" style="height: 20px"></i></div>
<div style="display: grid; grid-template-columns: repeat(auto-fit, 30px); gap: 5px; width: 200px; position: relative; height: 10px"><i id="c" style="position: absolute; inset: 0; grid-column: 1 / 5"></i><i style="grid-column: 1"></i></div>
<div style="display: flex; width: 500px"><i id="d" style="padding-left: 10%"><b style="display: block; width: 50px; height: 10px"></b></i></div>)html",
        {
            {"a", {0, 0, 600, 40}},
            {"b", {0, 24, 600, 20}},
            {"c", {0, 40, 30, 10}},
            {"d", {0, 50, 100, 10}},
        });
}
