// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("a line that does not wrap overflows beside a float") {
    check_rectangles(
        R"html(<div style="display: flow-root; width: 100px; white-space: nowrap"><b style="float: right; width: 50px">x</b><span id="a">PASS FAIL</span></div>
<div style="display: flow-root; width: 100px"><b style="float: right; width: 50px">x</b><span id="b" style="white-space: nowrap">PASS FAIL</span></div>
<div style="display: flow-root; width: 100px; white-space: nowrap"><b style="float: right; width: 50px">x</b><i id="c" style="display: inline-block; width: 80px">P</i></div>)html",
        {
            {"a", {0, 0, 89.53, 24}},
            {"b", {0, 48, 89.53, 24}},
            {"c", {0, 72, 80, 24}},
        });
}

TEST_CASE("floats stand side by side while there is room") {
    check_rectangles(R"html(<div id="a" style="float: left; width: 200px; height: 20px"></div>
<div id="b" style="float: left; width: 300px; height: 40px; margin: 5px"></div>
<div id="c" style="float: left; width: 100px; height: 20px"></div>
<div id="d" style="float: right; width: 50px; height: 20px"></div>
<div id="e" style="float: left; width: 150px; height: 5px"></div>)html",
                     {
                         {"a", {0, 0, 200, 20}},
                         {"b", {205, 5, 300, 40}},
                         {"c", {0, 50, 100, 20}},
                         {"d", {550, 50, 50, 20}},
                         {"e", {100, 50, 150, 5}},
                     });
}

TEST_CASE("lines are shorter beside floats") {
    check_rectangles(
        R"html(<div id="a" style="float: left; width: 100px; height: 30px; margin-right: 10px"></div>
<div id="b" style="float: right; width: 50px; height: 50px"></div>
<p id="c" style="margin: 0"><span id="d">Lines</span> beside floats begin at the left float's margin and end <span id="e">before</span> the other one, <span id="f">below</span> them they are as long as <span id="g">ever</span>.</p>)html",
        {
            {"a", {0, 0, 100, 30}},
            {"b", {550, 0, 50, 50}},
            {"c", {0, 0, 600, 72}},
            {"d", {110, 0, 45.69, 24}},
            {"e", {182.95, 24, 58.06, 24}},
            {"f", {370.72, 24, 53.23, 24}},
            {"g", {86.81, 48, 37.42, 24}},
        });
}

TEST_CASE("a float in a line moves what is before it") {
    check_rectangles(
        R"html(<p id="a" style="margin: 0">before <span id="b">it</span> <span id="c" style="float: left; width: 50px; height: 30px"></span> <span id="d">after</span></p>
<p style="clear: both; margin: 0; width: 100px">some text <b id="e">here</b><i id="f" style="float: right; width: 70px; height: 10px"></i> and more</p>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {111.92, 0, 12.59, 24}},
            {"c", {0, 0, 50, 30}},
            {"d", {128.39, 0, 42.89, 24}},
            {"e", {0, 54, 40.92, 24}},
            {"f", {30, 78, 70, 10}},
        });
}

TEST_CASE("a float that has no room on its line comes below it") {
    check_rectangles(
        R"html(<div style="width: 200px"><span id="a">some words that fill</span> <span id="b" style="float: left; width: 80px; height: 20px"></span><span id="c">the next line</span></div>)html",
        {
            {"a", {0, 0, 170.47, 24}},
            {"b", {0, 24, 80, 20}},
            {"c", {80, 24, 107.17, 24}},
        });
}

TEST_CASE("a line that does not fit beside a float goes below it") {
    check_rectangles(
        R"html(<div style="width: 200px"><div style="float: left; width: 150px; height: 30px"></div><span id="a">unbreakable</span> <span id="b">x</span></div>)html",
        {
            {"a", {0, 30, 109.5, 24}},
            {"b", {113.38, 30, 10.09, 24}},
        });
}

TEST_CASE("an auto height does not count floats unless the box is a formatting context") {
    check_rectangles(
        R"html(<div id="a"><div style="float: left; height: 30px; width: 10px"></div></div>
<div id="b" style="overflow: hidden"><div style="float: left; height: 30px; width: 10px"></div></div>
<div id="c" style="display: flow-root"><div style="float: left; height: 30px; width: 10px; margin-bottom: 5px"></div>x</div>
<div id="d" style="display: inline-block"><div style="float: left; height: 30px; width: 10px"></div></div>)html",
        {
            {"a", {0, 0, 600, 0}},
            {"b", {10, 0, 590, 30}},
            {"c", {0, 30, 600, 35}},
            {"d", {0, 65, 10, 30}},
        });
}

TEST_CASE("floats shrink to fit their content") {
    check_rectangles(R"html(<div id="a" style="float: left">some text</div>
<div id="b" style="float: right; padding: 5px; border: 1px solid">more <b>text</b></div>
<div style="width: 100px; clear: both"><div id="c" style="float: left">much more text than fits on a line</div></div>
<div style="width: 100px; clear: both"><div id="d" style="float: left">averyveryverylongword and more</div></div>
<div id="e" style="float: left; clear: both"><div id="f" style="float: left; width: 30px; height: 5px"></div><div id="g" style="float: left; width: 30px; height: 5px"></div></div>
<div id="h" style="float: left; max-width: 60px; clear: both">max width here</div>)html",
                     {
                         {"a", {0, 0, 85.45, 24}},
                         {"b", {501.67, 0, 98.33, 36}},
                         {"c", {0, 36, 100, 96}},
                         {"d", {0, 132, 209.38, 48}},
                         {"e", {0, 180, 60, 5}},
                         {"f", {0, 180, 30, 5}},
                         {"g", {30, 180, 30, 5}},
                         {"h", {0, 185, 60, 72}},
                     });
}

TEST_CASE("clear goes below the floats of its side") {
    check_rectangles(R"html(<div id="a" style="float: left; width: 50px; height: 50px"></div>
<div id="b" style="float: right; width: 50px; height: 80px"></div>
<div id="c" style="height: 5px"></div>
<div id="d" style="clear: left; height: 5px"></div>
<div id="e" style="clear: right; height: 5px"></div>
<div id="f" style="clear: both; height: 5px"></div>)html",
                     {
                         {"a", {0, 0, 50, 50}},
                         {"b", {550, 0, 50, 80}},
                         {"c", {0, 0, 600, 5}},
                         {"d", {0, 50, 600, 5}},
                         {"e", {0, 80, 600, 5}},
                         {"f", {0, 85, 600, 5}},
                     });
}

TEST_CASE("a float may clear another") {
    check_rectangles(R"html(<div id="a" style="float: left; width: 50px; height: 50px"></div>
<div id="b" style="float: left; clear: left; width: 50px; height: 20px"></div>
<div id="c" style="float: right; clear: left; width: 50px; height: 20px"></div>
<div id="d" style="float: left; width: 50px; height: 20px"></div>)html",
                     {
                         {"a", {0, 0, 50, 50}},
                         {"b", {0, 50, 50, 20}},
                         {"c", {550, 70, 50, 20}},
                         {"d", {0, 70, 50, 20}},
                     });
}

TEST_CASE("br clears too") {
    check_rectangles(
        R"html(<div id="a" style="float: left; width: 50px; height: 50px"></div>text<br clear="left"><span id="b">below</span>
<div style="float: right; width: 50px; height: 50px"></div>text<br style="clear: both"><span id="c">below</span>)html",
        {
            {"a", {0, 0, 50, 50}},
            {"b", {0, 50, 53.23, 24}},
            {"c", {0, 100, 53.23, 24}},
        });
}

TEST_CASE("boxes with their own formatting context keep beside floats") {
    check_rectangles(R"html(<div style="float: left; width: 200px; height: 50px"></div>
<div id="a" style="overflow: hidden; height: 10px"></div>
<div id="b" style="display: flex; height: 10px"></div>
<div id="c" style="display: flow-root; margin-left: 50px; height: 5px"></div>
<table id="d" cellpadding="0" cellspacing="0"><tr><td style="height: 5px; width: 20px"></td></tr></table>
<div id="e" style="overflow: hidden; width: 450px; height: 10px"></div>
<div id="f" style="height: 4px"></div>)html",
                     {
                         {"a", {200, 0, 400, 10}},
                         {"b", {200, 10, 400, 10}},
                         {"c", {200, 20, 400, 5}},
                         {"d", {200, 25, 20, 5}},
                         {"e", {0, 50, 450, 10}},
                         {"f", {0, 60, 600, 4}},
                     });
}

TEST_CASE("a box narrower than the room is placed in it by its margins") {
    check_rectangles(R"html(<div style="float: left; width: 200px; height: 50px"></div>
<div id="a" style="overflow: hidden; width: 100px; margin: 0 auto; height: 10px"></div>
<div id="b" style="overflow: hidden; width: 100px; margin-left: 220px; height: 10px"></div>
<div id="c" style="width: 100px; margin-left: 20px; height: 10px"></div>)html",
                     {
                         {"a", {350, 0, 100, 10}},
                         {"b", {220, 10, 100, 10}},
                         {"c", {20, 20, 100, 10}},
                     });
}

TEST_CASE("floats reach out of their parent into what follows") {
    check_rectangles(
        R"html(<div id="a" style="padding: 0 20px"><div id="b" style="float: left; width: 100px; height: 60px"></div>x</div>
<div id="c" style="margin-left: 50px"><span id="d">y</span></div>
<div id="e"><div id="f" style="float: left; width: 100px; height: 10px"></div><span id="g">z</span></div>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {20, 0, 100, 60}},
            {"c", {50, 24, 550, 24}},
            {"d", {120, 24, 10.25, 24}},
            {"e", {0, 48, 600, 24}},
            {"f", {120, 48, 100, 10}},
            {"g", {220, 48, 9.25, 24}},
        });
}

TEST_CASE("negative margins let floats overlap") {
    check_rectangles(
        R"html(<div id="a" style="float: left; width: 100px; height: 20px; margin-right: -30px"></div>
<div id="b" style="float: left; width: 100px; height: 20px; margin-top: -10px"></div>
<div id="c"><span id="d">text</span></div>
<div id="e" style="float: left; width: 100%; height: 20px; margin-left: -100px"></div>)html",
        {
            {"a", {0, 0, 100, 20}},
            {"b", {70, -10, 100, 20}},
            {"c", {0, 0, 600, 24}},
            {"d", {170, 0, 34.89, 24}},
            {"e", {-100, 24, 600, 20}},
        });
}

TEST_CASE("a float of no height shortens no line") {
    check_rectangles(
        R"html(<div style="float: left; width: 100px; height: 0"></div><span id="a">x</span>
<div style="clear: both"></div>
<div style="float: left; width: 100px; height: 10px; margin-bottom: -10px"></div><span id="b">x</span>)html",
        {
            {"a", {0, 0, 10.09, 24}},
            {"b", {0, 24, 10.09, 24}},
        });
}

TEST_CASE("a float is no higher than one before it") {
    check_rectangles(
        R"html(<div style="width: 100px"><div id="a" style="float: left; width: 60px; height: 20px"></div><div id="b" style="float: left; width: 60px; height: 20px"></div><div id="c" style="float: right; width: 30px; height: 20px"></div><span id="d">x</span></div>)html",
        {
            {"a", {0, 0, 60, 20}},
            {"b", {0, 20, 60, 20}},
            {"c", {70, 20, 30, 20}},
            {"d", {0, 40, 10.09, 24}},
        });
}

TEST_CASE("a relative float moves without a trace") {
    check_rectangles(
        R"html(<div id="a" style="float: left; width: 50px; height: 20px; position: relative; left: 10px; top: 5px"></div><span id="b">x</span>)html",
        {
            {"a", {10, 5, 50, 20}},
            {"b", {50, 0, 10.09, 24}},
        });
}

TEST_CASE("floated inline elements and pictures are blocks") {
    check_rectangles(
        R"html(<span id="a" style="float: left; margin: 3px; padding: 2px">span</span> <span id="b">x</span>
<svg id="c" width="30" height="20" style="float: right; margin-left: 10px"></svg>)html",
        {
            {"a", {3, 3, 44.98, 28}},
            {"b", {50.98, 0, 10.09, 24}},
            {"c", {570, 0, 30, 20}},
        });
}

TEST_CASE("a table goes down past as many floats as it must, and is as wide as the room there") {
    std::string floats;
    for (int i = 0; i < 70; ++i) {
        floats += "<div style='float: left; width: 8px; height: " + std::to_string(400 - 5 * i) +
                  "px'></div>";
    }
    std::string words;
    for (int i = 0; i < 30; ++i) {
        words += "word ";
    }
    check_rectangles(floats +
                         "<table id='t' cellpadding='0' cellspacing='0'><tr><td id='a'><div "
                         "style='width: 300px'>x</div></td><td id='b'>" +
                         words + "</td></tr></table>",
                     {
                         {"t", {248, 245, 352, 720}},
                         {"a", {248, 245, 300, 720}},
                         {"b", {548, 245, 52, 720}},
                     });
}

TEST_CASE("a formatting context fits beside a float when its border box does") {
    check_rectangles(
        R"html(<div id="a" style="width:400px"><div style="float:left;width:100px;height:100px;margin-right:20px"></div><div id="b" style="overflow:hidden;width:280px;height:50px;margin-right:10px">X</div></div>)html",
        {{"a", {0, 0, 400, 50}}, {"b", {120, 0, 280, 50}}});
}

TEST_CASE("floats to the start and end of lines go by the direction") {
    check_rectangles(
        R"html(<div style="direction: rtl; height: 30px"><div id="a" style="float: inline-start; width: 20px; height: 10px"></div><div id="b" style="float: inline-end; width: 20px; height: 10px"></div></div>)html",
        {{"a", {580, 0, 20, 10}}, {"b", {0, 0, 20, 10}}});
}

TEST_CASE("all of a line's height is beside floats") {
    check_rectangles(
        R"html(<div style="width: 400px"><div style="float: right; width: 250px; height: 75px"></div><div style="float: left; width: 250px; height: 75px"></div><span id="a" style="display: inline-block; vertical-align: top; width: 100px; height: 50px"></span><span id="b" style="display: inline-block; vertical-align: top; width: 100px; height: 50px"></span></div>)html",
        {
            {"a", {0, 0, 100, 50}},
            {"b", {250, 75, 100, 50}},
        });
}

TEST_CASE("a float without height shortens the lines that go across it") {
    check_rectangles(R"html(<div style="line-height: 10px; width: 500px">
<div style="float: left; width: 10px; height: 30px"></div>
<div style="float: left; clear: left; width: 100px; height: 0"></div>
<span id="a" style="display: inline-block; vertical-align: bottom; height: 20px; width: 300px"></span>
<span id="b" style="display: inline-block; vertical-align: bottom; height: 20px; width: 300px"></span>
<span id="c" style="display: inline-block; vertical-align: bottom; height: 20px; width: 300px"></span>
</div>)html",
                     {
                         {"a", {10, 0, 300, 20}},
                         {"b", {100, 20, 300, 20}},
                         {"c", {0, 40, 300, 20}},
                     });
}

TEST_CASE("what a float beside it moves down keeps its margin from its parent's") {
    check_rectangles(R"html(<div style="display: flow-root; width: 100px"><div id="a">
<div id="b" style="float: right; width: 50px; height: 30px"></div>
<div><div id="c" style="overflow: hidden; width: 100px; height: 70px; margin-top: 100px"></div></div>
</div></div>
<div style="display: flow-root; width: 200px"><div id="d">
<div><div id="e" style="float: left; width: 200px; height: 200px"></div></div><span></span>
<div id="f" style="margin-top: 200px; overflow: hidden; width: 200px; height: 1px"></div>
</div></div>)html",
                     {
                         {"a", {0, 0, 100, 100}},
                         {"b", {50, 0, 50, 30}},
                         {"c", {0, 30, 100, 70}},
                         {"d", {0, 100, 200, 201}},
                         {"e", {0, 100, 200, 200}},
                         {"f", {0, 300, 200, 1}},
                     });
}

TEST_CASE("blocks and floats move with the inline boxes that they stand in") {
    check_rectangles(R"html(<div style="height: 100px; width: 200px">
<span style="position: relative; left: 100px; top: 50%"><span style="position: relative; right: 20px">
<div id="a" style="height: 10px"></div>
<i id="b" style="float: left; width: 30px; height: 10px"></i>
<div id="c" style="height: 10px; position: relative; top: -50%"></div>
</span></span></div>)html",
                     {
                         {"a", {80, 50, 200, 10}},
                         {"b", {80, 60, 30, 10}},
                         {"c", {80, 10, 200, 10}},
                     });
}

TEST_CASE("what is as wide as its floats is as wide as those beside each other") {
    check_rectangles(R"html(<div id="a" style="float: left">
<div style="float: left; clear: both; width: 50px; height: 10px"></div>
<div style="float: left; clear: both; width: 70px; height: 10px"></div>
<div style="float: left; width: 20px; height: 10px"></div> </div>)html",
                     {{"a", {0, 0, 90, 20}}});
}
