// How text is set: balance, tabs, hyphens, first letters, features. Expected rectangles:
// Chromium's.
#include "../support/temporary_folder.h"
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("balanced text has lines of like width") {
    check_rectangles(
        R"html(<p style="margin:0;width:300px;text-wrap:balance" id="a">one two three four five <span id="a1">six</span> <span id="a2">seven</span> eight nine ten <span id="a3">eleven</span></p>)html",
        {
            {"a", {0, 0, 300, 48}},
            {"a1", {202.42, 0, 23.89, 24}},
            {"a2", {0, 24, 50.48, 24}},
            {"a3", {177.23, 24, 57.41, 24}},
        });
}

TEST_CASE("text with a forced break is not balanced") {
    check_rectangles(
        R"html(<p style="margin:0;width:300px;text-wrap:balance" id="j">one two three four five six <br><span id="j1">seven</span> eight nine ten eleven twelve thirteen <span id="j2">fourteen</span></p>)html",
        {
            {"j", {0, 0, 300, 72}},
            {"j1", {0, 24, 50.48, 24}},
            {"j2", {75.17, 48, 76.59, 24}},
        });
}

TEST_CASE("a tab may be a length wide") {
    check_rectangles(
        R"html(<div style="white-space:pre;tab-size:50px">a&#9;<span id="b1">b</span></div>)html",
        {{"b1", {50, 0, 11.19, 24}}});
}

TEST_CASE("the parts of white-space have properties of their own") {
    check_rectangles(
        R"html(<div style="white-space-collapse:preserve">a  <span id="f1">b</span></div>
<div id="g" style="width:50px;text-wrap-mode:nowrap"><span id="g1">one two three</span></div>)html",
        {
            {"f1", {17.88, 0, 11.19, 24}},
            {"g", {0, 24, 50, 24}},
            {"g1", {0, 24, 121.95, 24}},
        });
}

TEST_CASE("lines break at soft hyphens, unless hyphens is none") {
    check_rectangles(
        R"html(<div id="h" style="width:30px">a&shy;<span id="h1">bbbbb</span></div>
<div id="i" style="width:30px;hyphens:none">a&shy;<span id="i1">bbbbb</span></div>)html",
        {
            {"h", {0, 0, 30, 48}},
            {"h1", {0, 24, 55.91, 24}},
            {"i", {0, 48, 30, 24}},
            {"i1", {10.14, 48, 55.91, 24}},
        });
}

TEST_CASE("a line ends at a soft hyphen only where the hyphen has room") {
    check_rectangles(
        R"html(<div id="b" style="width:50px">aa bb&shy;<span id="b1">cc</span></div>
<div style="width:56px">aa bb&shy;<span id="c1">cc</span></div>)html",
        {
            {"b", {0, 0, 50, 48}},
            {"b1", {22.38, 24, 18.69, 24}},
            {"c1", {0, 72, 18.69, 24}},
        });
}

TEST_CASE("a language without patterns is said once") {
    const Page page(
        R"html(<p style="hyphens:auto" lang="xx">everlasting</p><p style="hyphens:auto" lang="xx">everlasting</p>)html");
    REQUIRE(page.diagnostics().warnings().size() == 1);
    CHECK(page.diagnostics().warnings()[0].what ==
          "hyphens: auto has no effect: there are no patterns for 'xx'");
}

TEST_CASE("small capitals that Lato lacks are made of its capitals") {
    check_rectangles(
        R"html(<div style="font-variant:small-caps"><span id="c">abC</span></div>
<div style="font-variant-caps:all-small-caps"><span id="k">AbC1</span></div>
<div style="font-kerning:none"><span id="l">AVAVA</span></div>)html",
        {
            {"c", {0, 0, 32.28, 24}},
            {"k", {0, 24, 36.3, 24}},
            {"l", {0, 48, 68, 24}},
        });
}

TEST_CASE("a first letter has its own size, with the quotation mark before it") {
    check_rectangles(
        R"html(<style>#d::first-letter{font-size:40px}</style><p style="margin:0" id="d">“Quoted” <span id="d1">words</span></p>)html",
        {
            {"d", {0, 0, 600, 48}},
            {"d1", {108.06, 19, 54.38, 24}},
        });
}

TEST_CASE("text goes around a first letter that floats") {
    check_rectangles(
        R"html(<style>#e::first-letter{float:left;font-size:60px;line-height:50px;margin-right:5px}</style>
<p style="margin:0;width:200px" id="e">Drop cap and <span id="e1">some</span> more words for <span id="e2">lines</span></p>)html",
        {
            {"e", {0, 0, 200, 72}},
            {"e1", {50.19, 24, 46.7, 24}},
            {"e2", {138.19, 48, 40.53, 24}},
        });
}

TEST_CASE("quotes are those of the language around them") {
    check_rectangles(
        R"html(<div><q lang="de" id="m">x</q></div><div lang="de"><q id="n">x</q></div>)html",
        {
            {"m", {0, 0, 24.66, 24}},
            {"n", {0, 24, 24.66, 24}},
        });
}

TEST_CASE("a ruby annotation stands above its base, in the leading where there is enough") {
    check_rectangles(
        R"html(<p style="margin:0" id="a"><ruby>kanji<rp>(</rp><rt id="t">anno</rt><rp>)</rp></ruby> <span id="b">y</span></p>
<p style="margin:0;line-height:2" id="d"><ruby>kan<rt>an</rt>ji<rt>i</rt></ruby> <span id="f">y</span></p>)html",
        {
            {"a", {0, 0, 600, 32}},
            {"b", {45.83, 8, 10.25, 24}},
            {"d", {0, 32, 600, 40}},
            {"f", {45.83, 40, 10.25, 24}},
        });
}

TEST_CASE("spacing of letters and words may be parts of the font size") {
    check_rectangles(
        R"html(<div id="c" style="letter-spacing: 50%; display: inline-block">xx</div><div id="d" style="word-spacing: 100%; display: inline-block">x x</div>)html",
        {{"c", {0, 0, 40.17, 24}}, {"d", {40.17, 0, 44.03, 24}}});
}
