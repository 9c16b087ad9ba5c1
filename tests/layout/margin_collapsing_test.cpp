// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("adjoining margins of siblings collapse to the larger one") {
    check_rectangles(R"html(<div id="a" style="margin: 10px 0 30px; height: 20px"></div>
<div id="b" style="margin: 20px 0; height: 20px"></div>
<div id="c" style="height: 20px"></div>)html",
                     {
                         {"a", {0, 10, 600, 20}},
                         {"b", {0, 60, 600, 20}},
                         {"c", {0, 100, 600, 20}},
                     });
}

TEST_CASE("a negative margin is taken from the largest positive one") {
    check_rectangles(R"html(<div style="margin-bottom: 30px; height: 20px"></div>
<div id="a" style="margin-top: -12px; height: 20px; margin-bottom: -5px"></div>
<div id="b" style="margin-top: -8px; height: 20px"></div>)html",
                     {
                         {"a", {0, 38, 600, 20}},
                         {"b", {0, 50, 600, 20}},
                     });
}

TEST_CASE("the first and last child's margins go through their parent's edges") {
    check_rectangles(
        R"html(<div id="a"><div id="b" style="margin: 25px 0; height: 10px"></div></div>
<div id="c" style="margin-top: 10px; height: 10px"></div>
<div id="d" style="margin-top: 40px"><p id="e" style="margin: 15px 0">x</p></div>
<div id="f">y</div>)html",
        {
            {"a", {0, 25, 600, 10}},
            {"b", {0, 25, 600, 10}},
            {"c", {0, 60, 600, 10}},
            {"d", {0, 110, 600, 24}},
            {"e", {0, 110, 600, 24}},
            {"f", {0, 149, 600, 24}},
        });
}

TEST_CASE("padding or a border keeps a child's margin inside its parent") {
    check_rectangles(
        R"html(<div id="a" style="padding-top: 1px"><div id="b" style="margin: 25px 0; height: 10px"></div></div>
<div id="c" style="border-bottom: 2px solid"><div id="d" style="margin: 25px 0; height: 10px"></div></div>
<div id="e" style="height: 5px"></div>)html",
        {
            {"a", {0, 0, 600, 36}},
            {"b", {0, 26, 600, 10}},
            {"c", {0, 61, 600, 37}},
            {"d", {0, 61, 600, 10}},
            {"e", {0, 98, 600, 5}},
        });
}

TEST_CASE("a parent's given height keeps the last child's margin from its own") {
    check_rectangles(
        R"html(<div id="a" style="height: 50px"><div style="margin-bottom: 30px; height: 10px"></div></div>
<div id="b" style="min-height: 50px; margin-bottom: 5px"><div style="margin-bottom: 30px; height: 10px"></div></div>
<div id="c" style="min-height: 5px; margin-bottom: 5px"><div style="margin-bottom: 30px; height: 10px"></div></div>
<div id="d" style="height: 10px"></div>)html",
        {
            {"a", {0, 0, 600, 50}},
            {"b", {0, 50, 600, 50}},
            {"c", {0, 105, 600, 10}},
            {"d", {0, 145, 600, 10}},
        });
}

TEST_CASE("the margins of an empty block collapse through it") {
    check_rectangles(R"html(<div id="a" style="height: 10px; margin-bottom: 20px"></div>
<p id="e" style="margin: 30px 0 40px"></p>
<p id="f" style="margin: 5px 0"><span></span> </p>
<div id="b" style="height: 10px; margin-top: 10px"></div>)html",
                     {
                         {"a", {0, 0, 600, 10}},
                         {"e", {0, 40, 600, 0}},
                         {"f", {0, 50, 600, 0}},
                         {"b", {0, 50, 600, 10}},
                     });
}

TEST_CASE("a block without height but with a line or a minimum height is not empty") {
    check_rectangles(R"html(<div style="height: 10px"></div>
<p id="a" style="margin: 30px 0; height: 0">x</p>
<p id="b" style="margin: 30px 0; min-height: 1px"></p>
<p id="c" style="margin: 30px 0"><br></p>
<p id="d" style="margin: 30px 0; height: 0"></p>
<p id="e" style="margin: 30px 0"><span style="padding: 1px"></span></p>
<div id="f" style="height: 10px"></div>)html",
                     {
                         {"a", {0, 40, 600, 0}},
                         {"b", {0, 70, 600, 1}},
                         {"c", {0, 101, 600, 24}},
                         {"d", {0, 155, 600, 0}},
                         {"e", {0, 155, 600, 24}},
                         {"f", {0, 209, 600, 10}},
                     });
}

TEST_CASE("nested empty blocks give one margin") {
    check_rectangles(R"html(<div id="a" style="height: 10px"></div>
<div id="b" style="margin: 10px 0"><div id="c" style="margin: 20px 0"><p id="d" style="margin: 35px 0"></p></div></div>
<div id="e" style="height: 10px"></div>)html",
                     {
                         {"a", {0, 0, 600, 10}},
                         {"b", {0, 45, 600, 0}},
                         {"c", {0, 45, 600, 0}},
                         {"d", {0, 45, 600, 0}},
                         {"e", {0, 45, 600, 10}},
                     });
}

TEST_CASE("both margins of an empty first child go on to its parent's top") {
    check_rectangles(R"html(<div id="a" style="height: 10px"></div>
<div id="b"><p id="c" style="margin: 5px 0 40px"></p><p id="d" style="margin: 10px 0 0">x</p></div>
<div id="e"><div id="f" style="margin: 0 0 50px"><p id="g" style="margin: 12px 0 60px"></p></div></div>
<div id="h" style="height: 10px"></div>
<div id="i"><p id="j" style="margin: 0 0 -7px"></p><p id="k" style="margin: 30px 0 0; height: 10px"></p></div>)html",
                     {
                         {"a", {0, 0, 600, 10}},
                         {"b", {0, 50, 600, 24}},
                         {"c", {0, 50, 600, 0}},
                         {"d", {0, 50, 600, 24}},
                         {"e", {0, 134, 600, 0}},
                         {"f", {0, 134, 600, 0}},
                         {"g", {0, 134, 600, 0}},
                         {"h", {0, 134, 600, 10}},
                         {"i", {0, 167, 600, 10}},
                         {"j", {0, 167, 600, 0}},
                         {"k", {0, 167, 600, 10}},
                     });
}

TEST_CASE("margins stay inside of boxes with a formatting context of their own") {
    check_rectangles(
        R"html(<div id="a" style="overflow: hidden"><p id="b" style="margin: 20px 0">x</p></div>
<div id="c" style="display: flow-root"><p id="d" style="margin: 20px 0">x</p></div>
<div id="e" style="display: flex"><p id="f" style="margin: 20px 0">x</p></div>
<div id="g" style="display: inline-block"><p id="h" style="margin: 20px 0">x</p></div>)html",
        {
            {"a", {0, 0, 600, 64}},
            {"b", {0, 20, 600, 24}},
            {"c", {0, 64, 600, 64}},
            {"d", {0, 84, 600, 24}},
            {"e", {0, 128, 600, 64}},
            {"f", {0, 148, 10.09, 24}},
            {"g", {0, 192, 10.09, 64}},
            {"h", {0, 212, 10.09, 24}},
        });
}

TEST_CASE("a formatting context's own margins collapse with its siblings'") {
    check_rectangles(R"html(<div style="height: 10px; margin-bottom: 30px"></div>
<div id="a" style="overflow: hidden; margin: 20px 0 40px; height: 10px"></div>
<div id="b" style="display: flex; margin: 20px 0; height: 10px"></div>
<table id="c" style="margin: 25px 0" cellspacing="0" cellpadding="0"><tr><td style="height: 10px"></td></tr></table>
<div id="d" style="display: flow-root; margin: 10px 0"></div>
<div id="e" style="height: 10px; margin-top: 15px"></div>)html",
                     {
                         {"a", {0, 40, 600, 10}},
                         {"b", {0, 90, 600, 10}},
                         {"c", {0, 125, 0, 10}},
                         {"d", {0, 160, 600, 0}},
                         {"e", {0, 175, 600, 10}},
                     });
}

TEST_CASE("an empty formatting context does not let margins through it") {
    check_rectangles(R"html(<div style="height: 10px; margin-bottom: 30px"></div>
<div id="a" style="overflow: hidden; margin: 20px 0 40px"></div>
<div id="b" style="height: 10px; margin-top: 10px"></div>)html",
                     {
                         {"a", {0, 40, 600, 0}},
                         {"b", {0, 80, 600, 10}},
                     });
}

TEST_CASE("floats and positioned boxes between blocks do not part their margins") {
    check_rectangles(R"html(<div id="a" style="height: 10px; margin-bottom: 30px"></div>
<div id="b" style="float: left; width: 20px; height: 5px; margin: 3px"></div>
<div id="c" style="position: absolute; width: 20px; height: 5px"></div>
<div id="d" style="height: 10px; margin-top: 20px"></div>
<div style="margin-top: 20px"><div id="e" style="float: right; width: 20px; height: 5px"></div><p id="f" style="margin: 50px 0 0">x</p></div>)html",
                     {
                         {"a", {0, 0, 600, 10}},
                         {"b", {3, 43, 20, 5}},
                         {"c", {0, 40, 20, 5}},
                         {"d", {0, 40, 600, 10}},
                         {"e", {580, 100, 20, 5}},
                         {"f", {0, 100, 600, 24}},
                     });
}

TEST_CASE("clearance parts a block from the margins above it") {
    check_rectangles(R"html(<div id="f" style="float: left; width: 50px; height: 40px"></div>
<div id="a" style="height: 10px; margin-bottom: 20px"></div>
<div id="b" style="clear: both; margin-top: 15px; height: 10px"></div>
<div id="c" style="height: 10px"></div>)html",
                     {
                         {"f", {0, 0, 50, 40}},
                         {"a", {0, 0, 600, 10}},
                         {"b", {0, 40, 600, 10}},
                         {"c", {0, 50, 600, 10}},
                     });
}

TEST_CASE("a margin that reaches below the floats needs no clearance") {
    check_rectangles(R"html(<div id="f" style="float: left; width: 50px; height: 20px"></div>
<div id="a" style="height: 10px; margin-bottom: 20px"></div>
<div id="b" style="clear: both; margin-top: 45px; height: 10px"></div>)html",
                     {
                         {"f", {0, 0, 50, 20}},
                         {"a", {0, 0, 600, 10}},
                         {"b", {0, 55, 600, 10}},
                     });
}

TEST_CASE("clearance on the first child keeps its margin inside the parent") {
    check_rectangles(R"html(<div style="float: left; width: 50px; height: 40px"></div>
<div id="a" style="margin-top: 12px"><div id="b" style="clear: left; margin-top: 70px; height: 10px"></div></div>
<div id="c" style="height: 10px"></div>)html",
                     {
                         {"a", {0, 70, 600, 10}},
                         {"b", {0, 70, 600, 10}},
                         {"c", {0, 80, 600, 10}},
                     });
}

TEST_CASE("an empty block with clearance keeps its lower margin from its parent's") {
    check_rectangles(
        R"html(<div id="a"><div style="float: left; width: 50px; height: 40px"></div><div id="b" style="clear: both; margin-bottom: 30px"></div></div>
<div id="c" style="height: 10px"></div>)html",
        {
            {"a", {0, 0, 600, 70}},
            {"b", {0, 40, 600, 0}},
            {"c", {0, 70, 600, 10}},
        });
}

TEST_CASE("paragraphs in a quotation collapse with it and with what is beside it") {
    check_rectangles(R"html(<p id="a">one</p>
<blockquote id="b"><p id="c">two</p><p id="d">three</p></blockquote>
<ul id="e"><li id="f">four<ul id="g"><li id="h">five</ul></ul>
<p id="i">six</p>)html",
                     {
                         {"a", {0, 20, 600, 24}},
                         {"b", {40, 64, 520, 68}},
                         {"c", {40, 64, 520, 24}},
                         {"d", {40, 108, 520, 24}},
                         {"e", {0, 152, 600, 48}},
                         {"f", {40, 152, 560, 48}},
                         {"g", {40, 176, 560, 24}},
                         {"h", {80, 176, 520, 24}},
                         {"i", {0, 220, 600, 24}},
                     });
}

TEST_CASE("percentages of margins and padding go by the containing block's width") {
    check_rectangles(
        R"html(<div style="width: 200px"><div id="a" style="margin: 10% 5%; padding: 5% 10%; height: 10px"></div></div>
<div id="b" style="height: 1px"></div>)html",
        {
            {"a", {10, 20, 180, 30}},
            {"b", {0, 70, 600, 1}},
        });
}

TEST_CASE("white space between blocks makes no line") {
    check_rectangles(R"html(<div id="a" style="margin: 10px 0">x</div>   
  <span></span>  
<div id="b" style="margin: 10px 0">y</div>)html",
                     {
                         {"a", {0, 10, 600, 24}},
                         {"b", {0, 44, 600, 24}},
                     });
}

TEST_CASE("text beside blocks keeps its margins apart from theirs") {
    check_rectangles(
        R"html(<div id="a">one<p id="b" style="margin: 10px 0">two</p>three<p id="c" style="margin: 20px 0"></p>four</div>)html",
        {
            {"a", {0, 0, 600, 136}},
            {"b", {0, 34, 600, 24}},
            {"c", {0, 112, 600, 0}},
        });
}

TEST_CASE("overflow clip makes no formatting context: margins collapse through it") {
    check_rectangles(
        R"html(<div id="a" style="overflow: clip; width: 100px"><div id="b" style="margin-top: 20px; height: 10px"></div></div>)html",
        {{"a", {0, 20, 100, 10}}, {"b", {0, 20, 100, 10}}});
}

TEST_CASE("margin-trim leaves out the margins of the first and the last child") {
    check_rectangles(
        R"html(<div style="margin-trim: block"><p id="j">one</p><p id="k">two</p></div><div id="l" style="height: 5px"></div>
<div id="m" style="margin-trim: block-end; border: 1px solid"><div style="margin-bottom: 30px"><p id="n">one</p></div></div>)html",
        {
            {"j", {0, 0, 600, 24}},
            {"k", {0, 44, 600, 24}},
            {"l", {0, 68, 600, 5}},
            {"m", {0, 73, 600, 46}},
            {"n", {1, 94, 598, 24}},
        });
}

TEST_CASE("a box with clearance parts its margins from its parent's") {
    check_rectangles(
        R"html(<div style="float: left; margin-top: 20px; width: 50px; height: 50px"></div>
<div style="padding-top: 1px"><div id="a" style="margin-top: 19px; width: 100px"><div id="b" style="clear: left; margin-top: 25px; height: 50px"></div></div></div>)html",
        {
            {"a", {0, 20, 100, 100}},
            {"b", {0, 70, 100, 50}},
        });
    check_rectangles(
        R"html(<div style="float: right; width: 100px; height: 100px"></div><div id="a" style="padding-top: 10px; width: 100px"><div id="b" style="margin-top: 80px"><div id="c" style="clear: right"></div></div></div>)html",
        {
            {"a", {0, 0, 100, 100}},
            {"b", {0, 90, 100, 10}},
            {"c", {0, 100, 100, 0}},
        });
}

TEST_CASE("the margins of an empty box with clearance collapse with those that follow") {
    check_rectangles(
        R"html(<div id="a" style="overflow: hidden"><div style="float: left; width: 40px; height: 40px"></div><div id="b" style="clear: left; margin: 20px 0"></div><div id="c" style="margin-top: 10px; height: 20px"></div></div>
<div id="d" style="overflow: hidden"><div style="float: left; width: 40px; height: 40px"></div><div id="e" style="clear: left; margin: 20px 0 30px"></div></div>)html",
        {
            {"a", {0, 0, 600, 60}},
            {"b", {0, 40, 600, 0}},
            {"c", {0, 40, 600, 20}},
            {"d", {0, 60, 600, 50}},
            {"e", {0, 100, 600, 0}},
        });
}
