// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("lines are shared between the columns") {
    check_rectangles(
        R"html(<div id="a" style="columns: 2"><p id="b" style="margin: 0">One <span id="c">paragraph</span> of text that is long enough to fill more than two lines of each of the two columns it is in, so that we see where it is <span id="d">cut</span>.</p></div>
<div id="e" style="column-count: 3; column-gap: 30px">one<br>two<br>three<br>four<br><span id="f">five</span><br><span id="g">six</span><br>seven</div>)html",
        {
            {"a", {0, 0, 600, 72}},
            {"b", {0, 0, 600, 72}},
            {"c", {41.42, 0, 89.2, 24}},
            {"d", {310, 24, 27.92, 24}},
            {"e", {0, 72, 600, 72}},
            {"f", {210, 96, 31.88, 24}},
            {"g", {420, 72, 23.89, 24}},
        });
}

TEST_CASE("list items go to columns") {
    check_rectangles(
        R"html(<ul id="a" style="column-count: 2; margin: 0"><li id="b">one</li><li id="c">two</li><li id="d">three</li><li id="e">four</li><li id="f">five</li></ul>)html",
        {
            {"a", {0, 0, 600, 72}},
            {"b", {40, 0, 270, 24}},
            {"c", {40, 24, 270, 24}},
            {"d", {40, 48, 270, 24}},
            {"e", {330, 0, 270, 24}},
            {"f", {330, 24, 270, 24}},
        });
}

TEST_CASE("the width of columns decides how many there are") {
    check_rectangles(
        R"html(<div style="column-width: 150px"><div id="a">one</div><div id="b">two</div><div id="c">three</div></div>
<div style="columns: 150px 2"><div id="d">one</div><div id="e">two</div><div id="f">three</div></div>
<div style="columns: 800px"><div id="g">one</div><div id="h">two</div></div>)html",
        {
            {"a", {0, 0, 186.66, 24}},
            {"b", {206.67, 0, 186.66, 24}},
            {"c", {413.33, 0, 186.66, 24}},
            {"d", {0, 24, 290, 24}},
            {"e", {0, 48, 290, 24}},
            {"f", {310, 24, 290, 24}},
            {"g", {0, 72, 600, 24}},
            {"h", {0, 96, 600, 24}},
        });
}

TEST_CASE("margins vanish at the break, and stay at both ends") {
    check_rectangles(
        R"html(<div id="z" style="columns: 2; padding: 5px; border: 1px solid"><p id="a">one</p><p id="b">two</p><p id="c">three</p><p id="d">four</p></div>
<div id="y" style="columns: 2"><h3 id="e">head</h3><p id="f">two</p><p id="g">three</p></div>)html",
        {
            {"z", {0, 0, 600, 110}},
            {"a", {6, 26, 284, 24}},
            {"b", {6, 70, 284, 24}},
            {"c", {310, 6, 284, 24}},
            {"d", {310, 50, 284, 24}},
            {"y", {0, 110, 600, 81.39}},
            {"e", {0, 133.39, 290, 28}},
            {"f", {310, 110, 290, 24}},
            {"g", {310, 154, 290, 24}},
        });
}

TEST_CASE("break-inside keeps boxes whole") {
    check_rectangles(
        R"html(<div style="columns: 2"><div id="a" style="break-inside: avoid">one<br>two<br>three</div><div id="b">four<br>five</div></div>
<div style="columns: 2"><div id="c">one<br>two<br>three<br>four<br>five<br>six</div><div id="d">seven</div></div>)html",
        {
            {"a", {0, 0, 290, 72}},
            {"b", {310, 0, 290, 48}},
            {"c", {0, 72, 600, 96}},
            {"d", {310, 120, 290, 24}},
        });
}

TEST_CASE("a given height holds the columns back") {
    check_rectangles(
        R"html(<div id="z" style="columns: 2; height: 50px"><div id="a">1</div><div id="b">2</div><div id="c">3</div><div id="d">4</div><div id="e">5</div></div>
<div id="y" style="columns: 2; height: 200px"><div id="f">1</div><div id="g">2</div><div id="h">3</div></div>)html",
        {
            {"z", {0, 0, 600, 50}},
            {"a", {0, 0, 290, 24}},
            {"b", {0, 24, 290, 24}},
            {"c", {310, 0, 290, 24}},
            {"d", {310, 24, 290, 24}},
            {"e", {620, 0, 290, 24}},
            {"y", {0, 50, 600, 200}},
            {"f", {0, 50, 290, 24}},
            {"g", {0, 74, 290, 24}},
            {"h", {310, 50, 290, 24}},
        });
}

TEST_CASE("pictures, tables and inline-blocks stay whole") {
    check_rectangles(
        R"html(<div style="columns: 2"><div id="a"><div id="b" style="display: inline-block; height: 60px; width: 10px"></div></div><table id="c" style="border-spacing: 0"><tr><td>x</td></tr><tr><td>y</td></tr></table><div id="d">z</div></div>)html",
        {
            {"a", {0, 0, 290, 64}},
            {"b", {0, 0, 10, 60}},
            {"c", {310, 0, 12.25, 52}},
            {"d", {310, 52, 290, 24}},
        });
}

TEST_CASE("lines of no height are shared out with those around them") {
    check_rectangles(
        R"html(<div id="a" style="columns: 2; line-height: 0">a<br>b<br>c<br>d</div>
<div id="d" style="columns: 2; column-gap: 0; line-height: 0"><span id="e" style="line-height: 24px">a</span><br><span id="f" style="line-height: 24px">b</span><br><span id="g" style="line-height: 24px">c</span><br><span id="h" style="line-height: 24px">d</span><br>y<br>y</div>
<div id="i" style="columns: 2; column-gap: 0; line-height: 0"><p style="margin: 0"><span id="j" style="line-height: 24px">a</span><br><span id="k" style="line-height: 24px">b</span><br>y<br>y</p><p style="margin: 0; line-height: 24px" id="l">x</p></div>)html",
        {
            {"a", {0, 0, 600, 0}},
            {"d", {0, 0, 600, 48}},
            {"e", {0, 0, 10.14, 24}},
            {"f", {0, 24, 11.19, 24}},
            {"g", {300, 0, 9.34, 24}},
            {"h", {300, 24, 11.19, 24}},
            {"i", {0, 48, 600, 48}},
            {"j", {0, 48, 10.14, 24}},
            {"k", {0, 72, 11.19, 24}},
            {"l", {300, 48, 300, 24}},
        });
}

TEST_CASE("what is taller than its box goes on in the next columns") {
    check_rectangles(
        R"html(<div style="columns: 2; column-fill: auto; height: 60px; column-gap: 20px"><div style="height: 30px; border-bottom: 2px solid"><div style="height: 48px"></div><div id="a">text</div></div></div>)html",
        {
            {"a", {310, 0, 290, 24}},
        });
}

TEST_CASE("column-fill auto fills each column of a given height before the next") {
    check_rectangles(
        R"html(<div id="a" style="columns: 2; column-gap: 20px; column-fill: auto; height: 60px"><div id="b" style="height: 40px"></div><div id="c" style="height: 20px"></div><div id="d" style="height: 30px"></div></div>)html",
        {
            {"a", {0, 0, 600, 60}},
            {"b", {0, 0, 290, 40}},
            {"c", {0, 40, 290, 20}},
            {"d", {310, 0, 290, 30}},
        });
}

TEST_CASE("a box that spans all columns parts what is before it from what is behind") {
    check_rectangles(
        R"html(<div id="e" style="columns: 2; column-gap: 20px"><div id="f" style="height: 20px"></div><div id="g" style="height: 20px"></div><div id="h" style="column-span: all; height: 10px; margin: 5px 0"></div><div id="i" style="height: 30px"></div><div id="j" style="height: 30px"></div></div>)html",
        {
            {"e", {0, 0, 600, 70}},
            {"f", {0, 0, 290, 20}},
            {"g", {310, 0, 290, 20}},
            {"h", {0, 25, 600, 10}},
            {"i", {0, 40, 290, 30}},
            {"j", {310, 40, 290, 30}},
        });
}

TEST_CASE("orphans and widows are as many lines as are asked for") {
    check_rectangles(
        R"html(<div style="columns: 2; orphans: 1; widows: 1"><div>one</div><p id="b" style="margin: 0">two<br>three<br>four<br>five</p></div>)html",
        {{"b", {0, 0, 600, 72}}});
}

TEST_CASE("break-before and break-after begin a column") {
    check_rectangles(
        R"html(<div id="d" style="columns: 3"><p style="margin: 0">one</p><p id="e" style="margin: 0; break-before: column">two</p><p id="f" style="margin: 0; break-after: column">three</p><p id="g" style="margin: 0">four</p></div>)html",
        {
            {"d", {0, 0, 600, 48}},
            {"e", {206.67, 0, 186.66, 24}},
            {"f", {206.67, 24, 186.66, 24}},
            {"g", {413.33, 0, 186.66, 24}},
        });
}

TEST_CASE("borders and padding are not cut where nothing is in them") {
    check_rectangles(
        R"html(<div id="a" style="columns: 2; column-gap: 0; width: 100px"><div id="b" style="padding-top: 50px; border-top: 50px solid"></div></div>)html",
        {{"a", {0, 0, 100, 100}}, {"b", {0, 0, 50, 100}}});
}

// CSS Fragmentation 3 §4.1: what a height gives below the last line is cut where it does not fit.
TEST_CASE("a box that is higher than its content is divided") {
    check_rectangles(
        R"html(<div id="a" style="columns: 2"><div id="b" style="height: 100px">one<br>two</div><p id="c" style="margin: 0">three</p></div>
<div style="columns: 2; column-fill: auto; height: 60px"><div id="d" style="min-height: 90px">one</div><div id="e">two</div></div>)html",
        {
            {"a", {0, 0, 600, 62}},
            {"b", {0, 0, 600, 62}},
            {"c", {310, 38, 290, 24}},
            {"d", {0, 62, 600, 60}},
            {"e", {310, 92, 290, 24}},
        });
}

TEST_CASE("what columns do not do with their content is said") {
    const auto said = [](const std::string& inside) {
        std::vector<std::string> sentences;
        const Page page("<div style=\"columns: 2\">" + inside + "</div>");
        for (const ghreveal::Diagnostic& one : page.diagnostics().warnings()) {
            sentences.push_back(one.what);
        }
        return sentences;
    };
    using Said = std::vector<std::string>;
    CHECK(said("a<div><h3 style=\"column-span: all\">b</h3></div>c") ==
          Said{"'column-span: all' has no effect here"});
    CHECK(said("a<h3 style=\"column-span: all\">b</h3>c").empty());
    CHECK(said("<table><tr><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr></table>d") ==
          Said{"this <table> is not divided over columns"});
    CHECK(said("<div style=\"display: flex\">a</div><div style=\"display: flex\">b</div>").empty());
}
