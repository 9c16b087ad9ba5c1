// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("automatic columns share the table's width by their content") {
    check_rectangles(
        R"html(<table id="t" cellpadding="0" cellspacing="0"><tr><td id="a">short</td><td id="b">a longer text in a cell</td></tr><tr><td id="c">x</td><td id="d">y</td></tr></table>
<table cellpadding="0" cellspacing="0" style="width: 400px"><tr><td id="e">short</td><td id="f">a longer text in a cell</td></tr></table>
<table cellpadding="0" cellspacing="0" style="width: 100px"><tr><td id="g">some words</td><td id="h">more words here</td></tr></table>)html",
        {
            {"t", {0, 0, 223.34, 48}},
            {"a", {0, 0, 46.45, 24}},
            {"b", {46.45, 0, 176.89, 24}},
            {"c", {0, 24, 46.45, 24}},
            {"d", {46.45, 24, 176.89, 24}},
            {"e", {0, 48, 83.19, 24}},
            {"f", {83.19, 48, 316.81, 24}},
            {"g", {0, 72, 54.36, 72}},
            {"h", {54.36, 72, 54.36, 72}},
        });
}

TEST_CASE("fixed layout goes by the first row") {
    check_rectangles(
        R"html(<table style="table-layout: fixed; width: 400px; border-spacing: 0"><tr><td id="a" style="width: 100px; padding: 0">x</td><td id="b" style="padding: 0">averyveryverylongwordthatoverflowsthecell</td><td id="c" style="padding: 0">y</td></tr><tr><td id="d" style="width: 300px; padding: 0">z</td></tr></table>)html",
        {
            {"a", {0, 0, 100, 24}},
            {"b", {100, 0, 150, 24}},
            {"c", {250, 0, 150, 24}},
            {"d", {0, 24, 100, 24}},
        });
}

TEST_CASE("columns and cells may have widths") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0" width="500"><colgroup><col width="100"><col style="width: 30%"></colgroup><tr><td id="a">x</td><td id="b">y</td><td id="c">z</td></tr></table>
<table cellpadding="0" cellspacing="0" style="width: 100%"><tr><td id="d" width="25%">x</td><td id="e" style="width: 50px">y</td><td id="f">z</td></tr></table>
<table cellpadding="0" cellspacing="0"><tr><td id="g" style="width: 50%">x</td><td id="h">some text</td></tr></table>)html",
        {
            {"a", {0, 0, 100, 24}},
            {"b", {100, 0, 150, 24}},
            {"c", {250, 0, 250, 24}},
            {"d", {0, 24, 150, 24}},
            {"e", {150, 24, 50, 24}},
            {"f", {200, 24, 400, 24}},
            {"g", {0, 48, 85.45, 24}},
            {"h", {85.45, 48, 85.45, 24}},
        });
}

TEST_CASE("percentages of columns past 100 in all are cut off, in fixed layout scaled down") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0" style="width: 300px"><tr><td id="a" style="width: 60%">x</td><td id="b" style="width: 80%">y</td><td id="c" style="width: 10%">z</td></tr></table>
<table cellpadding="0" cellspacing="0" style="width: 300px"><tr><td id="d" style="width: 70%">x</td><td id="e" style="width: 50%">y</td></tr></table>
<table cellpadding="0" cellspacing="0" style="width: 300px; table-layout: fixed"><tr><td id="f" style="width: 120%">x</td><td id="g" style="width: 80%">y</td></tr></table>
<table cellpadding="0" cellspacing="0"><tr><td id="h" style="width: 80%">x</td><td id="i" style="width: 40%">word</td></tr></table>)html",
        {
            {"a", {0, 0, 174.38, 24}},
            {"b", {174.38, 0, 116.36, 24}},
            {"c", {290.73, 0, 9.27, 24}},
            {"d", {0, 24, 210, 24}},
            {"e", {210, 24, 90, 24}},
            {"f", {0, 48, 180, 24}},
            {"g", {180, 48, 120, 24}},
            {"h", {0, 72, 182.75, 24}},
            {"i", {182.75, 72, 45.69, 24}},
        });
}

TEST_CASE("spacing and padding are between and in the cells") {
    check_rectangles(
        R"html(<table id="t" style="border-spacing: 10px 5px; border: 2px solid"><tr><td id="a" style="padding: 3px; border: 1px solid">x</td><td id="b">y</td></tr><tr><td id="c">z</td><td id="d">w</td></tr></table>)html",
        {
            {"t", {0, 0, 69.42, 77}},
            {"a", {12, 7, 18.09, 32}},
            {"b", {40.09, 7, 17.33, 32}},
            {"c", {12, 44, 18.09, 26}},
            {"d", {40.09, 44, 17.33, 26}},
        });
}

TEST_CASE("collapsed borders are shared") {
    check_rectangles(
        R"html(<table id="t" style="border-collapse: collapse; border: 4px solid"><tr><td id="a" style="padding: 3px; border: 2px solid">x</td><td id="b" style="padding: 3px; border: 6px solid">y</td></tr><tr><td id="c" style="padding: 3px">z</td><td id="d" style="padding: 3px">w</td></tr></table>)html",
        {
            {"t", {0, 0, 49.42, 76}},
            {"a", {2, 3, 21.09, 36}},
            {"b", {23.09, 3, 23.33, 36}},
            {"c", {2, 39, 21.09, 35}},
            {"d", {23.09, 39, 23.33, 35}},
        });
}

TEST_CASE("cells span columns") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0"><tr><td id="a" colspan="2">a text over two columns</td><td id="b">x</td></tr><tr><td id="c">one</td><td id="d">one</td><td id="e">three</td></tr></table>
<table cellpadding="0" cellspacing="0"><tr><td id="f" colspan="3" style="width: 300px">x</td></tr><tr><td id="g">1</td><td id="h" style="width: 200px">2</td><td id="i">3</td></tr></table>)html",
        {
            {"a", {0, 0, 206.67, 24}},
            {"b", {206.67, 0, 47.61, 24}},
            {"c", {0, 24, 103.33, 24}},
            {"d", {103.33, 24, 103.34, 24}},
            {"e", {206.67, 24, 47.61, 24}},
            {"f", {0, 48, 300, 24}},
            {"g", {0, 72, 50, 24}},
            {"h", {50, 72, 200, 24}},
            {"i", {250, 72, 50, 24}},
        });
}

TEST_CASE("a span that is too large is the largest, a negative one is none") {
    check_rectangles(
        R"html(<table cellspacing="0" cellpadding="0"><tr><td id="a">one<td id="b">two</tr><tr><td id="c" colspan="99999999999">x</tr><tr><td id="d" rowspan="-1">y</td><td id="e">z</td></tr><tr><td id="f">v</td><td id="g">w</td></table>)html",
        {
            {"a", {0, 0, 32.73, 24}},
            {"b", {32.73, 0, 33.91, 24}},
            {"c", {0, 24, 66.64, 24}},
            {"d", {0, 48, 32.73, 24}},
            {"e", {32.73, 48, 33.91, 24}},
            {"f", {0, 72, 32.73, 24}},
            {"g", {32.73, 72, 33.91, 24}},
        });
}

TEST_CASE("cells span rows") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0"><tr><td id="a" rowspan="2">two<br>rows<br>three lines</td><td id="b">x</td></tr><tr><td id="c">y</td></tr><tr><td id="d">z</td><td id="e">w</td></tr></table>
<table cellpadding="0" cellspacing="0"><tr><td id="f" rowspan="2" colspan="2">x</td><td id="g">1</td></tr><tr><td id="h">2</td></tr><tr><td id="i">3</td><td id="j">4</td><td id="k">5</td></tr></table>)html",
        {
            {"a", {0, 0, 91.98, 72}},
            {"b", {91.98, 0, 15.33, 36}},
            {"c", {91.98, 36, 15.33, 36}},
            {"d", {0, 72, 91.98, 24}},
            {"e", {91.98, 72, 15.33, 24}},
            {"f", {0, 96, 23.22, 48}},
            {"g", {23.22, 96, 11.61, 24}},
            {"h", {23.22, 120, 11.61, 24}},
            {"i", {0, 144, 11.61, 24}},
            {"j", {11.61, 144, 11.61, 24}},
            {"k", {23.22, 144, 11.61, 24}},
        });
}

TEST_CASE("rows are as high as their highest cell, and cells are aligned in them") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0"><tr><td id="a" style="height: 100px"><span id="b">middle</span></td><td valign="top"><span id="c">top</span></td><td style="vertical-align: bottom"><span id="d">bottom</span></td><td style="vertical-align: baseline"><span id="e">base</span></td><td style="vertical-align: baseline; font-size: 40px"><span id="f">line</span></td></tr></table>
<table cellpadding="0" cellspacing="0" style="height: 200px"><tr id="g"><td>x</td></tr><tr id="h" style="height: 50px"><td>y</td></tr></table>)html",
        {
            {"a", {0, 0, 59.5, 100}},
            {"b", {0, 38, 59.5, 24}},
            {"c", {59.5, 0, 29.63, 24}},
            {"d", {89.13, 76, 64.77, 24}},
            {"e", {153.89, 19, 40.48, 24}},
            {"f", {194.38, 0, 63.69, 48}},
            {"g", {0, 100, 10.25, 150}},
            {"h", {0, 250, 10.25, 50}},
        });
}

TEST_CASE("captions stand above or below") {
    check_rectangles(
        R"html(<table id="t" cellpadding="0" cellspacing="0"><caption id="a">a caption longer than the table</caption><tr><td id="b">x</td></tr></table>
<table id="u" cellpadding="0" cellspacing="0" style="width: 300px"><caption id="c" style="caption-side: bottom">below</caption><tr><td id="d">x</td></tr></table>)html",
        {
            {"t", {0, 0, 65.34, 168}},
            {"a", {0, 0, 65.34, 144}},
            {"b", {0, 144, 65.34, 24}},
            {"u", {0, 168, 300, 48}},
            {"c", {0, 192, 300, 24}},
            {"d", {0, 168, 300, 24}},
        });
}

TEST_CASE("header and footer rows are first and last wherever they are written") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0"><tfoot><tr><td id="a">foot</td></tr></tfoot><tbody><tr><td id="b">body</td></tr></tbody><thead><tr><th id="c">head</th></tr></thead></table>)html",
        {
            {"a", {0, 48, 43.94, 24}},
            {"b", {0, 24, 43.94, 24}},
            {"c", {0, 0, 43.94, 24}},
        });
}

TEST_CASE("nested tables") {
    check_rectangles(
        R"html(<table cellpadding="5" cellspacing="0" border="1"><tr><td id="a">outer <table id="b" cellpadding="2"><tr><td id="c">inner</td><td id="d">cell</td></tr></table></td><td id="e">x</td></tr></table>)html",
        {
            {"a", {1, 1, 101.97, 68}},
            {"b", {7, 31, 89.97, 32}},
            {"c", {9, 33, 49.91, 28}},
            {"d", {60.91, 33, 34.06, 28}},
            {"e", {102.97, 1, 22.09, 68}},
        });
}

TEST_CASE("a table's parts may be missing") {
    check_rectangles(
        R"html(<div id="a" style="display: table"><div id="b" style="display: table-cell">one</div><div id="c" style="display: table-cell">two</div></div>
<div id="d" style="display: table-row"><span id="e" style="display: table-cell">three</span></div>
<span id="f" style="display: table-cell">four</span>)html",
        {
            {"a", {0, 0, 66.64, 24}},
            {"b", {0, 0, 32.73, 24}},
            {"c", {32.73, 0, 33.91, 24}},
            {"d", {0, 24, 47.61, 24}},
            {"e", {0, 24, 47.61, 24}},
            {"f", {0, 48, 47.61, 24}},
        });
}

TEST_CASE("a table shrinks to fit and is centred by its margins") {
    check_rectangles(
        R"html(<div style="width: 300px"><table id="a" style="margin: 10px auto; border-spacing: 0"><tr><td style="padding: 0">x</td></tr></table></div>
<table id="b" align="center" cellspacing="0" cellpadding="0"><tr><td>centred</td></tr></table>
<table id="c" align="right" cellspacing="0" cellpadding="0"><tr><td>right</td></tr></table>)html",
        {
            {"a", {144.95, 10, 10.09, 24}},
            {"b", {265.94, 44, 68.13, 24}},
            {"c", {558.02, 68, 41.98, 24}},
        });
}

TEST_CASE("a table in a line stands on its first row's baseline") {
    check_rectangles(
        R"html(<p style="margin: 0"><span id="a">text</span> <table style="display: inline-table; border-spacing: 0"><tr><td id="b" style="padding: 0">x</td></tr><tr><td style="padding: 0">y</td></tr></table></p>
<div><span id="c">text</span> <span style="display: inline-table; border-spacing: 0"><span style="display: table-row"><span id="d" style="display: table-cell">x</span></span><span style="display: table-row"><span style="display: table-cell">y</span></span></span></div>)html",
        {
            {"a", {0, 0, 34.89, 24}},
            {"b", {0, 24, 10.25, 24}},
            {"c", {0, 92, 34.89, 24}},
            {"d", {38.77, 92, 10.25, 24}},
        });
}

TEST_CASE("percentages in cells, and empty cells") {
    check_rectangles(
        R"html(<table cellpadding="0" cellspacing="0" style="width: 300px"><tr><td id="a"><div id="b" style="width: 50%; height: 10px"></div></td><td id="c"></td></tr><tr><td></td><td id="d" style="padding: 4px"></td></tr></table>)html",
        {
            {"a", {0, 0, 0, 10}},
            {"b", {0, 0, 0, 10}},
            {"c", {0, 0, 300, 10}},
            {"d", {0, 10, 300, 8}},
        });
}

TEST_CASE("without cells on a baseline the row's bottom is it") {
    check_rectangles(
        R"html(<div id=d><span id="a">text</span> <table id="t" style="display: inline-table; border-spacing: 0"><tr><td id="b" style="padding: 0; height: 60px">x</td></tr><tr><td style="padding: 0">y</td></tr></table></div>)html",
        {
            {"d", {0, 0, 600, 84}},
            {"a", {0, 40, 34.89, 24}},
            {"t", {38.77, 0, 10.25, 84}},
            {"b", {38.77, 0, 10.25, 60}},
        });
}

TEST_CASE("a table without lines gives the inline block around it no baseline") {
    check_rectangles(
        R"html(<div id="a"><div id="b" style="display: inline-block; height: 100px; width: 80px"><table id="t" style="border-collapse: collapse"><tr><td style="padding: 0"><div style="width: 50px; height: 50px"></div></td></tr></table></div>x</div>)html",
        {{"a", {0, 0, 600, 104}}, {"b", {0, 0, 80, 100}}, {"t", {0, 0, 50, 50}}});
}

TEST_CASE(
    "columns are merged where no cell begins, and percentages in a cell's table do not widen it") {
    check_rectangles(
        R"html(<table style="border-spacing: 0"><tr><td id="a" style="padding: 0" colspan="2"><div style="width: 50px; height: 20px"></div></td><td id="b" style="padding: 0" colspan="2"><div style="width: 50px"></div></td></tr><tr><td style="padding: 0"><div style="width: 50px"></div></td><td id="c" colspan="2" style="padding: 0"><div style="width: 50px; height: 20px"></div></td><td style="padding: 0"><div style="width: 50px"></div></td></tr></table>
<table style="border-spacing: 0; width: 300px"><tr><td id="d" style="padding: 0"><table style="border-spacing: 0"><tr><td style="width: 1%; padding: 0"><div style="width: 20px; height: 10px"></div></td></tr></table></td><td id="e" style="padding: 0"><div style="width: 40px"></div></td></tr></table>)html",
        {
            {"a", {0, 0, 75, 20}},
            {"b", {75, 0, 75, 20}},
            {"c", {50, 20, 50, 20}},
            {"d", {0, 40, 100, 10}},
            {"e", {100, 40, 200, 10}},
        });
}

TEST_CASE("tables take the alignment of the text around them") {
    check_rectangles(
        R"html(<div style="text-align: center"><table style="width: 300px"><tr><td style="padding: 0"><span id="a">x</span></td></tr></table></div>)html",
        {{"a", {144.95, 2, 10.09, 24}}});
}

TEST_CASE("white space between a table's parts vanishes, preserved or not") {
    check_rectangles(R"html(<div id="a" style="display: table; white-space: pre">
  <div style="display: table-row">
    <div id="b" style="display: table-cell">x  y</div>
  </div>
</div>)html",
                     {
                         {"a", {0, 0, 28.05, 24}},
                         {"b", {0, 0, 28.05, 24}},
                     });
}

TEST_CASE("a cell does not reach over the spacing before a collapsed row") {
    check_rectangles(
        R"html(<table id="t" style="border-spacing: 50px 100px"><tr><td id="a" rowspan="2" style="width: 100px; padding: 0"></td></tr><tr style="visibility: collapse"></tr></table>)html",
        {{"t", {0, 0, 200, 200}}, {"a", {50, 100, 100, 0}}});
}
