// Which lines are shown, where they may end and what is trimmed of them. Expected rectangles:
// Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("text-box trims what is above the first line's measure and below the last one's") {
    check_rectangles(
        R"html(<div id="a" style="text-box: trim-both cap alphabetic; line-height: 40px">Title</div>
<div id="b" style="text-box-trim: trim-start">One<br>two</div>
<div id="c" style="text-box-trim: trim-end; line-height: 40px"><p id="d" style="margin: 0">Para</p><p id="e" style="margin: 0">graph</p></div>
<div id="f" style="text-box: trim-both ex text; padding: 5px">x</div>)html",
        {
            {"a", {0, 0, 600, 14.33}},
            {"b", {0, 14.33, 600, 48}},
            {"c", {0, 62.33, 600, 72}},
            {"d", {0, 62.33, 600, 40}},
            {"e", {0, 102.33, 600, 32}},
            {"f", {0, 134.33, 600, 24.13}},
        });
}

TEST_CASE("lengths are told in line heights, capitals and ideographs") {
    check_rectangles(
        R"html(<div id="a" style="line-height: 30px; height: 2lh; width: 2cap"></div>
<div id="c" style="height: 2lh; line-height: 1.5; width: 3ic"></div>
<div style="line-height: 10px"><div id="d" style="line-height: 2lh; height: 1lh">x</div></div>)html",
        {
            {"a", {0, 0, 28.66, 60}},
            {"c", {0, 60, 60, 60}},
            {"d", {0, 120, 600, 20}},
        });
}

TEST_CASE("line-break: anywhere breaks in words") {
    check_rectangles(
        R"html(<div style="width: 100px; line-break: anywhere"><span id="a">incomprehensibilities</span></div>)html",
        {{"a", {0, 0, 93.83, 48}}});
}

TEST_CASE("a legacy box of lines shows so many and ends the last one in an ellipsis") {
    const Page page(
        R"html(<div id="a" style="display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; width: 100px">A text that takes more lines than the two that are shown of it</div>)html");
    CHECK(page.rectangle("a").height == 48);
    const std::vector<std::string> lines = page.lines("a");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "A text that");
    CHECK(lines[1].ends_with("\u2026"));
}

TEST_CASE("a legacy box without a number of lines is a flex container") {
    check_rectangles(
        R"html(<div id="e" style="display: -webkit-box"><div id="f">one</div><div id="g">two</div></div>
<div style="display: -webkit-box; -webkit-box-orient: vertical"><div id="h">one</div><div id="i">two</div></div>)html",
        {
            {"e", {0, 0, 600, 24}},
            {"f", {0, 0, 32.73, 24}},
            {"g", {32.73, 0, 33.91, 24}},
            {"h", {0, 24, 600, 24}},
            {"i", {0, 48, 600, 24}},
        });
}

TEST_CASE("display is told as what is outside and what is inside") {
    check_rectangles(
        R"html(<div id="h" style="display: block flex"><div id="i">x</div></div><span id="j" style="display: inline flow-root; width: 50px; height: 10px"></span>)html",
        {
            {"h", {0, 0, 600, 24}},
            {"i", {0, 0, 10.09, 24}},
            {"j", {0, 34, 50, 10}},
        });
}

TEST_CASE("font-size-adjust makes fonts as large as one of their measures shall be") {
    check_rectangles(
        R"html(<div id="g" style="font-size-adjust: 0.6; display: inline-block">xxxx</div><div id="h" style="font-size-adjust: cap-height 1; display: inline-block">xxxx</div><div id="i" style="font-size-adjust: from-font; display: inline-block">xxxx</div>)html",
        {
            {"g", {0, 5, 47.77, 28}},
            {"h", {47.77, 0, 56.27, 34}},
            {"i", {104.03, 8, 40.33, 24}},
        });
}

TEST_CASE("::first-line sets what is on the line, in nested blocks and inline boxes as well") {
    check_rectangles(
        R"html(<style>#a::first-line { font-size: 30px } #d::first-line { font-size: 40px; line-height: 60px } #f::first-line {letter-spacing: 5px}</style>
<div id="a" style="width: 120px">One two <b id="b">three four</b> five six <i id="c">seven</i></div>
<div id="d"><p style="margin: 0" id="e">Nested<br>lines</p></div>
<div id="f" style="width: 100px">aaa bbb ccc <span id="g">ddd</span></div>)html",
        {
            {"a", {0, 0, 120, 84}},
            {"b", {0, 36, 90.45, 24}},
            {"c", {63.47, 60, 46, 24}},
            {"d", {0, 84, 600, 84}},
            {"e", {0, 84, 600, 84}},
            {"f", {0, 168, 100, 72}},
            {"g", {0, 216, 33.55, 24}},
        });
}

TEST_CASE("what stands on the first line is not on the second") {
    const Page page(
        R"html(<style>#a::first-line { font-size: 30px }</style><div id="a" style="width: 120px">One two three <b>four</b> five</div>)html");
    std::string all;
    for (const std::string& line : page.lines("a")) {
        all += (all.empty() ? "" : " ") + line;
    }
    CHECK(all == "One two three four five");
}
