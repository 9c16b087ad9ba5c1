// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("frames and films have sizes of their own") {
    check_rectangles(
        R"html(<iframe id="a" style="border: 0"></iframe><video id="b"></video><br><canvas id="c"></canvas><iframe id="d" width="100" height="50" style="border: 0"></iframe><video id="e" width="200"></video>)html",
        {
            {"a", {0, 0, 300, 150}},
            {"b", {300, 0, 300, 150}},
            {"c", {0, 154, 300, 150}},
            {"d", {300, 254, 100, 50}},
            {"e", {400, 154, 200, 150}},
        });
}

TEST_CASE("a drawing keeps its ratio") {
    check_rectangles(
        R"html(<svg id="a" width="200" height="100" viewBox="0 0 20 10"></svg>
<svg id="b" viewBox="0 0 20 10" style="width: 100px"></svg>
<svg id="c" viewBox="0 0 20 10" style="height: 100px"></svg>
<svg id="d" width="2em" height="3em"></svg>
<div style="width: 300px"><svg id="e" viewBox="0 0 20 10" width="50%"></svg></div>)html",
        {
            {"a", {0, 0, 200, 100}},
            {"b", {203.88, 50, 100, 50}},
            {"c", {307.75, 0, 200, 100}},
            {"d", {511.63, 40, 40, 60}},
            {"e", {0, 104, 150, 75}},
        });
}

TEST_CASE("a drawing with nothing but a ratio takes the room there is, and asks for none") {
    check_rectangles(
        R"html(<div style="display: flex; width: 400px"><svg id="a" viewBox="0 0 100 50"></svg><svg id="b" viewBox="0 0 100 50"></svg></div>
<div style="display: flex; flex-direction: column; align-items: center; width: 400px"><svg id="c" viewBox="0 0 100 50"></svg></div>
<div style="display: flex; width: 300px"><svg id="d" viewBox="0 0 100 50" style="padding: 10px; margin: 5px; border: 1px solid"></svg></div>
<div style="display: flex; width: 300px"><svg id="e" viewBox="0 0 100 50" style="max-height: 50px"></svg></div>
<div style="float: left"><svg id="f" viewBox="0 0 100 50"></svg></div>
<div style="float: left"><svg id="g" viewBox="0 0 100 50" style="min-width: 100px"></svg></div>)html",
        {
            {"a", {0, 0, 200, 100}},
            {"b", {200, 0, 200, 100}},
            {"c", {0, 100, 400, 200}},
            {"d", {5, 305, 290, 156}},
            {"e", {0, 466, 100, 50}},
            {"f", {0, 536, 0, 0}},
            {"g", {0, 516, 100, 50}},
        });
}

TEST_CASE("sizes keep within their bounds with the ratio") {
    check_rectangles(
        R"html(<svg id="a" width="400" height="200" viewBox="0 0 2 1" style="max-width: 100px; height: auto"></svg>
<svg id="b" width="400" height="200" viewBox="0 0 2 1" style="max-height: 50px; width: auto"></svg>
<svg id="c" viewBox="0 0 2 1" style="width: auto; min-width: 500px; max-height: 100px"></svg>
<div style="width: 200px"><svg id="d" width="400" height="200" viewBox="0 0 2 1" style="max-width: 95%; height: auto"></svg></div>)html",
        {
            {"a", {0, 0, 100, 50}},
            {"b", {103.88, 0, 100, 50}},
            {"c", {0, 54, 500, 100}},
            {"d", {0, 158, 190, 95}},
        });
}

TEST_CASE("pictures stand in lines") {
    check_rectangles(
        R"html(<p id="a" style="margin: 0">text <svg id="b" width="10" height="50"></svg> <span id="c">more</span></p>
<p id="d" style="margin: 0">text <svg id="e" width="10" height="50" style="vertical-align: middle"></svg> <svg id="f" width="10" height="10" style="vertical-align: top"></svg><span id="g">more</span></p>
<p id="h" style="margin: 0"><svg id="i" width="10" height="50" style="display: block; margin: 5px auto; padding: 3px; border: 2px solid"></svg></p>
<p id="j" style="margin: 0">text <svg id="k" width="10" height="50" style="margin: 10px; vertical-align: bottom"></svg></p>)html",
        {
            {"a", {0, 0, 600, 54}},
            {"b", {38.75, 0, 10, 50}},
            {"c", {52.63, 30, 46.09, 24}},
            {"d", {0, 54, 600, 50}},
            {"e", {38.75, 54, 10, 50}},
            {"f", {52.63, 54, 10, 10}},
            {"g", {62.63, 64.06, 46.09, 24}},
            {"h", {0, 109, 600, 60}},
            {"i", {290, 109, 20, 60}},
            {"j", {0, 174, 600, 70}},
            {"k", {48.75, 184, 10, 50}},
        });
}

TEST_CASE(
    "a picture in a line that is not there has its text's size, whatever its width and height") {
    check_rectangles(
        Page(
            R"html(<p id="a" style="margin: 0">x <img id="b" src="none.png" alt="two words" width="180" height="90"> <span id="c">y</span></p>
<p style="margin: 0"><img id="e" src="none.png" alt="two words" width="180" height="90" style="display: inline-block"></p>
<p style="margin: 0"><img id="g" src="none.png" alt="two words" width="180" style="max-width: 60px"></p>
<div style="display: flex"><img id="h" src="none.png" alt="two words" width="180" height="40"></div>)html"),
        {
            {"a", {0, 0, 600, 24}},
            {"b", {13.95, 0, 108.13, 24}},
            {"c", {125.95, 0, 10.25, 24}},
            {"e", {0, 24, 180, 90}},
            {"g", {0, 114, 60, 48}},
            {"h", {0, 162, 180, 40}},
        });
}

TEST_CASE("a picture that is not there has a mark's size, none where its alternative is empty") {
    check_rectangles(
        Page(
            R"html(<p id="p1"><img id="a1" src="no.png"> <img id="a2" src="no.png" width="200"> <img id="a3" src="no.png" width="60" height="30"></p>
<p id="p2"><img id="b1" src="no.png" alt=""> <img id="b2" src="no.png" alt="" style="height: 80px"> <img id="b3" src="no.png" alt="" width="60" height="30"></p>
<p id="p3"><img id="c1" src="no.png" style="margin: 20px 0"></p>)html"),
        {
            {"p1", {0, 20, 600, 34}},
            {"a1", {0, 34, 16, 16}},
            {"a2", {19.88, 34, 16, 16}},
            {"a3", {39.75, 20, 60, 30}},
            {"p2", {0, 74, 600, 34}},
            {"b1", {0, 104, 0, 0}},
            {"b2", {3.88, 104, 0, 0}},
            {"b3", {7.75, 74, 60, 30}},
            {"p3", {0, 128, 600, 60}},
            {"c1", {0, 148, 16, 16}},
        });
}

TEST_CASE("a picture that is not there is as wide as its container where it is a block") {
    check_rectangles(
        Page(
            R"html(<div id="d" style="width: 300px"><img id="d1" src="no.png" style="display: block; margin: 0 auto"><img id="d2" src="no.png" alt="" style="display: block; width: 100px"><img id="d3" src="no.png" alt="one" style="display: block"></div>
<div id="f" style="display: flex; height: 40px"><img id="f1" src="no.png"><img id="f2" src="no.png" alt=""></div>)html"),
        {
            {"d", {0, 0, 300, 40}},
            {"d1", {0, 0, 300, 16}},
            {"d2", {0, 16, 100, 0}},
            {"d3", {0, 16, 300, 24}},
            {"f", {0, 40, 600, 40}},
            {"f1", {0, 40, 16, 40}},
            {"f2", {16, 40, 0, 40}},
        });
}
