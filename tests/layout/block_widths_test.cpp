// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("an auto width fills the containing block") {
    check_rectangles(
        R"html(<div id="a" style="margin: 0 20px 0 10px; padding: 0 5px; border-left: 3px solid; height: 10px"><div id="b" style="height: 5px"></div></div>)html",
        {
            {"a", {10, 0, 570, 10}},
            {"b", {18, 0, 557, 5}},
        });
}

TEST_CASE("box-sizing decides what width and height mean") {
    check_rectangles(
        R"html(<div id="a" style="width: 100px; height: 50px; padding: 10px; border: 5px solid"></div>
<div id="b" style="box-sizing: border-box; width: 100px; height: 50px; padding: 10px; border: 5px solid"><div id="c" style="height: 100%"></div></div>
<div id="d" style="box-sizing: border-box; width: 20px; height: 10px; padding: 10px; border: 5px solid"></div>)html",
        {
            {"a", {0, 0, 130, 80}},
            {"b", {0, 80, 100, 50}},
            {"c", {15, 95, 70, 20}},
            {"d", {0, 130, 30, 30}},
        });
}

TEST_CASE("auto margins centre a block or push it to a side") {
    check_rectangles(R"html(<div id="a" style="width: 100px; margin: 0 auto; height: 10px"></div>
<div id="b" style="width: 100px; margin-left: auto; height: 10px"></div>
<div id="c" style="width: 100px; margin: 0 auto 0 50px; height: 10px"></div>
<div id="d" style="width: 700px; margin: 0 auto; height: 10px"></div>
<div id="e" style="margin: 0 auto; height: 10px"></div>
<div id="f" style="max-width: 150px; margin: 0 auto; height: 10px"></div>)html",
                     {
                         {"a", {250, 0, 100, 10}},
                         {"b", {500, 10, 100, 10}},
                         {"c", {50, 20, 100, 10}},
                         {"d", {0, 30, 700, 10}},
                         {"e", {0, 40, 600, 10}},
                         {"f", {225, 50, 150, 10}},
                     });
}

TEST_CASE("too wide a block sticks out at the end") {
    check_rectangles(R"html(<div id="a" style="width: 590px; margin: 0 30px; height: 10px"></div>
<div id="b" style="width: 120%; height: 10px"></div>
<div id="c" style="margin: 0 -20px; height: 10px"></div>
<div id="d" style="direction: rtl"><div id="e" style="width: 590px; margin: 0 30px; height: 10px"></div></div>)html",
                     {
                         {"a", {30, 0, 590, 10}},
                         {"b", {0, 10, 720, 10}},
                         {"c", {-20, 20, 640, 10}},
                         {"d", {0, 30, 600, 10}},
                         {"e", {-20, 30, 590, 10}},
                     });
}

TEST_CASE("minimum wins over maximum, and both over width") {
    check_rectangles(
        R"html(<div id="a" style="width: 100px; min-width: 150px; max-width: 120px; height: 10px"></div>
<div id="b" style="width: 50%; max-width: 200px; height: 10px"></div>
<div id="c" style="max-width: 25%; height: 10px"></div>
<div id="d" style="min-width: 110%; height: 10px"></div>
<div id="e" style="box-sizing: border-box; max-width: 100px; padding: 0 20px; height: 10px"></div>
<div id="f" style="max-width: 100px; padding: 0 20px; height: 10px"></div>)html",
        {
            {"a", {0, 0, 150, 10}},
            {"b", {0, 10, 200, 10}},
            {"c", {0, 20, 150, 10}},
            {"d", {0, 30, 660, 10}},
            {"e", {0, 40, 100, 10}},
            {"f", {0, 50, 140, 10}},
        });
}

TEST_CASE("heights have minimum and maximum too") {
    check_rectangles(
        R"html(<div id="a" style="height: 10px; min-height: 30px; max-height: 20px"></div>
<div id="b" style="max-height: 30px"><div id="c" style="height: 50px"></div></div>
<div id="d" style="min-height: 30px">x</div>
<div id="e" style="height: 10px"><div id="f" style="height: 50px"></div></div>
<div id="g" style="height: 10px"></div>)html",
        {
            {"a", {0, 0, 600, 30}},
            {"b", {0, 30, 600, 30}},
            {"c", {0, 30, 600, 50}},
            {"d", {0, 60, 600, 30}},
            {"e", {0, 90, 600, 10}},
            {"f", {0, 90, 600, 50}},
            {"g", {0, 100, 600, 10}},
        });
}

TEST_CASE("a percentage height needs a containing block of known height") {
    check_rectangles(R"html(<div id="a"><div id="b" style="height: 50%">x</div></div>
<div id="c" style="height: 80px"><div id="d" style="height: 50%">x</div><div id="e"><div id="f" style="height: 50%">y</div></div></div>
<div id="g" style="height: 80px; padding: 10px; box-sizing: border-box"><div id="h" style="min-height: 50%; max-height: 40%"></div><div id="i" style="max-height: 25%"><div style="height: 100px"></div></div></div>
<div id="j"><div id="k" style="min-height: 50%; max-height: 10%">x</div></div>)html",
                     {
                         {"a", {0, 0, 600, 24}},
                         {"b", {0, 0, 600, 24}},
                         {"c", {0, 24, 600, 80}},
                         {"d", {0, 24, 600, 40}},
                         {"e", {0, 64, 600, 24}},
                         {"f", {0, 64, 600, 24}},
                         {"g", {0, 104, 600, 80}},
                         {"h", {10, 114, 580, 30}},
                         {"i", {10, 144, 580, 15}},
                         {"j", {0, 184, 600, 24}},
                         {"k", {0, 184, 600, 24}},
                     });
}

TEST_CASE("calc mixes percentages and lengths") {
    check_rectangles(
        R"html(<div id="a" style="width: calc(100% - 50px); height: calc(2 * 10px + 1em)"></div>
<div id="b" style="margin-left: calc(10% + 5px); padding-left: calc((1em + 4px) / 2); height: 10px"></div>)html",
        {
            {"a", {0, 0, 550, 40}},
            {"b", {65, 40, 535, 10}},
        });
}

TEST_CASE("lengths relative to fonts and to the page") {
    check_rectangles(R"html(<div id="a" style="width: 10em; height: 1rem"></div>
<div id="b" style="width: 10vw; height: 10vh"></div>
<div id="c" style="font-size: 30px; width: 2em; height: 2ex"></div>
<div id="d" style="width: 1in; height: 12pt"></div>
<div id="e" style="width: 10ch; height: 1cm"></div>
<div id="f" style="width: 10vmin; height: 10vmax"></div>)html",
                     {
                         {"a", {0, 0, 200, 16}},
                         {"b", {0, 16, 99.8, 72.8}},
                         {"c", {0, 88.8, 60, 30.38}},
                         {"d", {0, 119.17, 96, 16}},
                         {"e", {0, 135.17, 115.98, 37.78}},
                         {"f", {0, 172.95, 72.8, 99.8}},
                     });
}

TEST_CASE("a relative box moves, and nothing else does") {
    check_rectangles(
        R"html(<div id="a" style="position: relative; top: 10px; left: 20px; height: 10px"></div>
<div id="b" style="position: relative; bottom: 5px; right: 5px; height: 10px"></div>
<div id="c" style="position: relative; top: 5px; bottom: 20px; left: 10%; right: 50px; height: 10px">
<div id="d" style="height: 4px"></div></div>
<div id="e" style="height: 10px"></div>
<span id="f" style="position: relative; left: 3px; top: -4px">text</span>
<div style="height: 40px"><div id="g" style="position: relative; top: 50%; height: 10px"></div></div>
<div><div id="h" style="position: relative; top: 50%; height: 10px"></div></div>)html",
        {
            {"a", {20, 10, 600, 10}},
            {"b", {-5, 5, 600, 10}},
            {"c", {60, 25, 600, 10}},
            {"d", {60, 25, 600, 4}},
            {"e", {0, 30, 600, 10}},
            {"f", {3, 36, 34.89, 24}},
            {"g", {0, 84, 600, 10}},
            {"h", {0, 104, 600, 10}},
        });
}

TEST_CASE("transforms move no box and take no room") {
    check_rectangles(R"html(<div id="a" style="height: 10px; transform: none"></div>
<div style="width: 100px; height: 100px; transform: scale(1)"><div id="b" style="height: 5px"></div></div>
<div id="c" style="height: 10px"></div>)html",
                     {
                         {"a", {0, 0, 600, 10}},
                         {"b", {0, 10, 100, 5}},
                         {"c", {0, 110, 600, 10}},
                     });
}

TEST_CASE("display none and contents make no boxes of their own") {
    check_rectangles(R"html(<div id="a" style="display: none">x<p id="b">y</p></div>
<div style="display: contents; padding: 50px"><div id="c" style="height: 10px"></div></div>
<span style="display: contents">text <b id="d">bold</b></span>
<div id="e" style="visibility: hidden; height: 10px"></div>
<div id="f" style="height: 10px"></div>)html",
                     {
                         {"a", {0, 0, 0, 0}},
                         {"b", {0, 0, 0, 0}},
                         {"c", {0, 0, 600, 10}},
                         {"d", {38.75, 10, 39.59, 24}},
                         {"e", {0, 34, 600, 10}},
                         {"f", {0, 44, 600, 10}},
                     });
}

TEST_CASE("width keywords size by content") {
    check_rectangles(R"html(<div id="a" style="width: min-content">some words here</div>
<div id="b" style="width: max-content">some words here</div>
<div id="c" style="width: fit-content">some words here</div>
<div style="width: 100px"><div id="d" style="width: fit-content">some words here</div><div id="e" style="width: max-content">some words here</div></div>
<div id="f" style="min-width: max-content; width: 10px">some words</div>
<div id="g" style="max-width: min-content">some words</div>)html",
                     {
                         {"a", {0, 0, 54.36, 72}},
                         {"b", {0, 72, 148.92, 24}},
                         {"c", {0, 96, 148.92, 24}},
                         {"d", {0, 120, 100, 48}},
                         {"e", {0, 168, 148.92, 24}},
                         {"f", {0, 192, 104.92, 24}},
                         {"g", {0, 216, 54.36, 48}},
                     });
}

TEST_CASE("the height of the letter x is rounded where a font's file does not tell it") {
    check_rectangles(
        R"html(<div id="a" style="font: 16px 'DejaVu Sans Mono'; width: 14ex">a</div>
<div id="b" style="font: 15px 'DejaVu Sans Mono'; width: 10ex">b</div>
<div id="c" style="font: 11px 'DejaVu Sans Mono'; width: 10ex">c</div>)html",
        {
            {"a", {0, 0, 126, 19}},
            {"b", {0, 19, 90, 18}},
            {"c", {0, 37, 60, 13}},
        });
}

TEST_CASE("min(), max(), clamp() and round() are sizes, of percentages too") {
    check_rectangles(
        R"html(<div id="a" style="width:min(300px,50%);height:10px"></div>
<div id="b" style="width:max(40px,50%);height:10px"></div>
<div id="c" style="width:clamp(9px,30%,99px);height:max(4px,1em)"></div>
<div id="d" style="width:calc(min(300px,50%) + 10px);height:10px"></div>
<div id="e" style="width:calc(2 * max(10%, 100px) - 5px);height:round(17px,5px)"></div>
<div id="f" style="width:min(100% - 20px, 400px);height:10px"></div>)html",
        {
            {"a", {0, 0, 300, 10}},
            {"b", {0, 10, 300, 10}},
            {"c", {0, 20, 99, 20}},
            {"d", {0, 40, 310, 10}},
            {"e", {0, 50, 195, 15}},
            {"f", {0, 65, 400, 10}},
        });
}

TEST_CASE("aspect-ratio gives the size that is auto, and content may be higher") {
    check_rectangles(
        R"html(<div id="g" style="width:200px;aspect-ratio:2"></div>
<div id="h" style="height:30px;aspect-ratio:2 / 1"></div>
<div id="i" style="width:100px;padding:10px;aspect-ratio:2"></div>
<div id="j" style="width:100px;padding:10px;aspect-ratio:2;box-sizing:border-box"></div>
<div id="k" style="width:100px;aspect-ratio:2"><div style="height:80px"></div></div>
<div id="l" style="width:100px;aspect-ratio:2;overflow:hidden"><div style="height:80px"></div></div>
<div id="m" style="float:left;height:40px;aspect-ratio:3"></div>)html",
        {
            {"g", {0, 0, 200, 100}},
            {"h", {0, 100, 60, 30}},
            {"i", {0, 130, 120, 70}},
            {"j", {0, 200, 100, 50}},
            {"k", {0, 250, 100, 80}},
            {"l", {0, 330, 100, 50}},
            {"m", {0, 380, 120, 40}},
        });
}

TEST_CASE("no percent of an unknown height is automatic as any other part is") {
    check_rectangles(
        R"html(<div><div id="c" style="height: 0%"><div style="height: 7px"></div></div></div>
<div><div id="d" style="height: calc(40px + 10% - 20% / 2)"><div style="height: 7px"></div></div></div>)html",
        {{"c", {0, 0, 600, 7}}, {"d", {0, 7, 600, 7}}});
}

TEST_CASE("a box whose size is contained is as large as if it were empty") {
    check_rectangles(
        R"html(<div id="a" style="contain: size; border: 1px solid"><div style="height: 50px; width: 50px"></div></div>
<div id="b" style="contain: size; float: left; padding: 3px"><div style="height: 50px; width: 50px"></div></div>)html",
        {{"a", {0, 0, 600, 2}}, {"b", {0, 2, 6, 6}}});
}

TEST_CASE("heights of min-content and the like are bounds by the content") {
    check_rectangles(
        R"html(<div id="a" style="height: 200px; max-height: max-content"><div style="height: 30px"></div></div>
<div id="b" style="height: 20px; min-height: fit-content"><div style="height: 30px"></div></div>
<div style="position: relative; height: 100px"><div id="c" style="position: absolute; top: 0; bottom: 0; left: 0; right: 0; max-height: fit-content"><div style="height: 40px"></div></div></div>)html",
        {
            {"a", {0, 0, 600, 30}},
            {"b", {0, 30, 600, 30}},
            {"c", {0, 60, 600, 40}},
        });
}

TEST_CASE("what is as wide as its content has percentages of padding besides") {
    check_rectangles(
        R"html(<div style="text-align: center"><div id="a" style="display: inline-block; padding-left: 5%"><div id="b">one two</div></div></div>
<div style="height: 24px"><div id="c" style="float: left; padding: 0 10%"><div id="d">one two</div></div></div>
<div style="position: relative; height: 24px"><div id="e" style="position: absolute; padding-left: 10%"><div id="f">one two</div></div></div>
<div id="g" style="width: min-content; padding-left: 10%"><div id="h">one two</div></div>
<div style="display: flex; flex-direction: column; align-items: flex-start"><div id="i" style="padding-left: 10%"><div id="j">one two</div></div></div>
<div style="display: grid"><div id="k" style="justify-self: start; padding-left: 10%"><div id="l">one two</div></div></div>
<div id="m" style="display: inline-block"><div id="n" style="padding-left: 10%">one two</div></div>)html",
        {
            {"a", {249.75, 0, 100.48, 24}},
            {"b", {279.75, 0, 70.48, 24}},
            {"c", {0, 24, 190.48, 24}},
            {"d", {60, 24, 70.48, 24}},
            {"e", {0, 48, 130.48, 24}},
            {"f", {60, 48, 70.48, 24}},
            {"g", {0, 72, 93.89, 48}},
            {"h", {60, 72, 33.89, 48}},
            {"i", {0, 120, 130.48, 24}},
            {"j", {60, 120, 70.48, 24}},
            {"k", {0, 144, 130.48, 24}},
            {"l", {60, 144, 70.48, 24}},
            {"m", {0, 168, 70.48, 48}},
            {"n", {0, 168, 70.48, 48}},
        });
}

// CSS 2.1 §10.7.
TEST_CASE("of a least height, percentages of a height that is not known are nothing") {
    check_rectangles(
        R"html(<div style="float: left; height: 100px"><div id="a" style="min-height: calc(25px + 50%)"></div></div><div style="float: left"><div id="b" style="min-height: calc(25px + 50%); width: 10px"></div></div><div style="float: left"><div id="c" style="min-height: calc(40px - 10%); width: 10px"></div></div><div style="float: left"><div id="d" style="min-height: 50%; width: 10px"></div></div>)html",
        {
            {"a", {0, 0, 0, 75}},
            {"b", {0, 0, 10, 25}},
            {"c", {10, 0, 10, 40}},
            {"d", {20, 0, 10, 0}},
        });
}
