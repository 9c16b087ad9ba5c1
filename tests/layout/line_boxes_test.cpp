// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("a line is as high as its strut, however small its text") {
    check_rectangles(R"html(<div id="a"><span id="b" style="font-size: 10px">small</span></div>
<div id="c" style="line-height: 40px"><span id="d" style="font-size: 10px; line-height: 10px">small</span></div>
<div id="e"><span id="f" style="font-size: 40px">large</span></div>)html",
                     {
                         {"a", {0, 0, 600, 24}},
                         {"b", {0, 10, 22.75, 12}},
                         {"c", {0, 24, 600, 40}},
                         {"d", {0, 42, 22.75, 12}},
                         {"e", {0, 64, 600, 48}},
                         {"f", {0, 64, 88.05, 48}},
                     });
}

TEST_CASE("line-height by number, length, percentage and normal") {
    check_rectangles(
        R"html(<div id="a" style="line-height: 1.3">x<b id="b" style="font-size: 2em">y</b></div>
<div id="c" style="line-height: 130%">x<b id="d" style="font-size: 2em">y</b></div>
<div id="e" style="line-height: 30px">x<b id="f" style="font-size: 2em">y</b></div>
<div id="g" style="line-height: normal">x<b id="h" style="font-size: 2em">y</b></div>
<div id="i" style="line-height: 0.5">x</div>
<div id="j" style="line-height: 0">x</div>)html",
        {
            {"a", {0, 0, 600, 52}},
            {"b", {10.09, 2, 21.34, 48}},
            {"c", {0, 52, 600, 33}},
            {"d", {10.09, 41, 21.34, 48}},
            {"e", {0, 85, 600, 37}},
            {"f", {10.09, 76, 21.34, 48}},
            {"g", {0, 122, 600, 48}},
            {"h", {10.09, 122, 21.34, 48}},
            {"i", {0, 170, 600, 10}},
            {"j", {0, 180, 600, 0}},
        });
}

TEST_CASE("line height normal comes from the font") {
    check_rectangles(R"html(<div id="a" style="font-family: 'Open Sans'">x</div>
<div id="b" style="font-family: 'Source Sans Pro'">x</div>
<div id="c" style="font-family: 'League Gothic'">x</div>
<div id="d" style="font-family: 'Ubuntu'">x</div>
<div id="e" style="font-family: 'Montserrat'">x</div>
<div id="f" style="font-family: 'DejaVu Sans Mono'">x</div>
<div id="g" style="font-family: 'News Cycle'">x</div>
<div id="h" style="font-family: 'Quicksand'">x</div>
<div id="i" style="font: 37.5px 'Open Sans'">x</div>)html",
                     {
                         {"a", {0, 0, 600, 27}},
                         {"b", {0, 27, 600, 26}},
                         {"c", {0, 53, 600, 24}},
                         {"d", {0, 77, 600, 24}},
                         {"e", {0, 101, 600, 24}},
                         {"f", {0, 125, 600, 24}},
                         {"g", {0, 149, 600, 33}},
                         {"h", {0, 182, 600, 25}},
                         {"i", {0, 207, 600, 51}},
                     });
}

TEST_CASE("a fallback font's glyphs may make a line higher") {
    check_rectangles(R"html(<div id="a" style="font-family: 'League Gothic'">x → ☃</div>
<div id="b" style="font: 30px/1 'League Gothic'">x → ☃</div>
<div id="c" style="font-family: 'Ubuntu'; line-height: 1.5">x → ☃</div>)html",
                     {
                         {"a", {0, 0, 600, 24}},
                         {"b", {0, 24, 600, 30}},
                         {"c", {0, 54, 600, 30}},
                     });
}

TEST_CASE("inline boxes stand on the baseline, as high as their font") {
    check_rectangles(
        R"html(<div>one <span id="a">two</span> <b id="b" style="font-size: 30px">three</b> <i id="c" style="font: 14px 'DejaVu Sans Mono'">four</i></div>
<div><span id="d" style="line-height: 60px">x</span></div>)html",
        {
            {"a", {36.59, 10, 33.91, 24}},
            {"b", {74.38, 0, 73, 36}},
            {"c", {151.25, 17, 33.72, 16}},
            {"d", {0, 54, 10.09, 24}},
        });
}

TEST_CASE("sub and sup shift by parts of the parent's font") {
    check_rectangles(R"html(<div id="a">x<sub id="b">2</sub> y<sup id="c">3</sup></div>
<div id="d" style="line-height: 1">x<sub id="e">2</sub> y<sup id="f">3</sup></div>
<div id="g">x<sup id="h">a<sup id="i">b</sup></sup></div>
<div id="j" style="font-size: 38px">x<sub id="k">2</sub> y<sup id="l">3</sup></div>)html",
                     {
                         {"a", {0, 0, 600, 32.66}},
                         {"b", {10.09, 12.66, 9.67, 20}},
                         {"c", {33.88, 0, 9.67, 20}},
                         {"d", {0, 32.66, 600, 29.33}},
                         {"e", {10.09, 43.31, 9.67, 20}},
                         {"f", {33.88, 30.66, 9.67, 20}},
                         {"g", {0, 61.98, 600, 32.2}},
                         {"h", {10.09, 66.53, 16.22, 20}},
                         {"i", {18.55, 61.98, 7.77, 17}},
                         {"j", {0, 94.19, 600, 60.25}},
                         {"k", {19.16, 116.44, 18.38, 38}},
                         {"l", {64.33, 94.19, 18.38, 38}},
                     });
}

TEST_CASE("vertical-align middle, text-top and text-bottom go by the parent's font") {
    check_rectangles(
        R"html(<div id="a">x<span id="b" style="vertical-align: middle; font-size: 10px">m</span><span id="c" style="vertical-align: text-top; font-size: 10px">t</span><span id="d" style="vertical-align: text-bottom; font-size: 10px">b</span></div>
<div id="e">x<span id="f" style="vertical-align: middle; font-size: 40px">m</span></div>
<div id="g">x<span id="h" style="vertical-align: text-top; font-size: 40px">m</span></div>
<div id="i">x<span id="j" style="vertical-align: text-bottom; font-size: 40px">m</span></div>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {10.09, 8.94, 8.22, 12}},
            {"c", {18.31, 0, 3.73, 12}},
            {"d", {22.05, 12, 5.59, 12}},
            {"e", {0, 24, 600, 48}},
            {"f", {10.09, 24, 32.84, 48}},
            {"g", {0, 72, 600, 48}},
            {"h", {10.09, 72, 32.84, 48}},
            {"i", {0, 120, 600, 48}},
            {"j", {10.09, 120, 32.84, 48}},
        });
}

TEST_CASE("vertical-align by length and percentage raises") {
    check_rectangles(
        R"html(<div id="a">x<span id="b" style="vertical-align: 10px">m</span><span id="c" style="vertical-align: -5px">m</span></div>
<div id="d" style="line-height: 40px">x<span id="e" style="vertical-align: 50%; line-height: 20px">m</span></div>)html",
        {
            {"a", {0, 0, 600, 39}},
            {"b", {10.09, 0, 16.42, 24}},
            {"c", {26.52, 15, 16.42, 24}},
            {"d", {0, 39, 600, 40}},
            {"e", {10.09, 37, 16.42, 24}},
        });
}

TEST_CASE("vertical-align top and bottom align with the whole line") {
    check_rectangles(
        R"html(<div id="a">x<span id="b" style="font-size: 50px">m</span><span id="c" style="vertical-align: top; font-size: 10px">t</span><span id="d" style="vertical-align: bottom; font-size: 10px">b</span></div>
<div id="e">x<span id="f" style="vertical-align: top; line-height: 60px">t<i id="g" style="vertical-align: 5px">u</i></span></div>
<div id="h">x<span id="i" style="vertical-align: bottom; line-height: 60px">t</span><span id="j" style="vertical-align: top; line-height: 40px">v</span></div>)html",
        {
            {"a", {0, 0, 600, 60}},
            {"b", {10.09, 0, 41.06, 60}},
            {"c", {51.16, 0, 3.73, 12}},
            {"d", {54.89, 48, 5.59, 12}},
            {"e", {0, 60, 600, 65}},
            {"f", {10.09, 83, 17.97, 24}},
            {"g", {17.56, 78, 10.5, 24}},
            {"h", {0, 125, 600, 60}},
            {"i", {10.09, 143, 7.47, 24}},
            {"j", {17.56, 133, 10.25, 24}},
        });
}

TEST_CASE("an inline-block stands on its last line's baseline, or on its lower margin edge") {
    check_rectangles(
        R"html(<div id="a">x <span id="b" style="display: inline-block; padding: 5px; border: 1px solid">one<br>two</span> y</div>
<div id="c">x <span id="d" style="display: inline-block; width: 20px; height: 40px; margin: 5px"></span> y</div>
<div id="e">x <span id="f" style="display: inline-block; height: 40px; overflow: hidden">one</span> y</div>
<div id="g">x <span id="h" style="display: inline-block; vertical-align: middle; height: 40px">one</span> y</div>
<div id="i">x <span id="j" style="display: inline-block; vertical-align: top; height: 40px">one</span> y</div>
<div id="k">x <span id="l" style="display: inline-block; vertical-align: bottom; height: 10px; width: 10px"></span> y</div>
<div id="m">x <span id="n" style="display: inline-block; vertical-align: -10px; height: 10px; width: 10px"></span> y</div>
<div id="o">x <span id="p" style="display: inline-block; vertical-align: sub; height: 10px; width: 10px"></span> y</div>)html",
        {
            {"a", {0, 0, 600, 60}},
            {"b", {13.95, 0, 45.91, 60}},
            {"c", {0, 60, 600, 54}},
            {"d", {18.95, 65, 20, 40}},
            {"e", {0, 114, 600, 44}},
            {"f", {13.95, 114, 32.73, 40}},
            {"g", {0, 158, 600, 40}},
            {"h", {13.95, 158, 32.73, 40}},
            {"i", {0, 198, 600, 40}},
            {"j", {13.95, 198, 32.73, 40}},
            {"k", {0, 238, 600, 24}},
            {"l", {13.95, 252, 10, 10}},
            {"m", {0, 262, 600, 30}},
            {"n", {13.95, 282, 10, 10}},
            {"o", {0, 292, 600, 25}},
            {"p", {13.95, 307, 10, 10}},
        });
}

TEST_CASE("padding and borders of inline boxes take room along the line only") {
    check_rectangles(
        R"html(<div id="a">one <span id="b" style="padding: 10px; border: 3px solid; margin: 7px">two</span> <span id="c">three</span></div>
<div id="d">four</div>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {43.59, -13, 59.91, 50}},
            {"c", {114.38, 0, 47.61, 24}},
            {"d", {0, 24, 600, 24}},
        });
}

TEST_CASE("an inline box's edges are on its first and last line") {
    check_rectangles(
        R"html(<div id="a" style="width: 120px">start <span id="b" style="padding: 0 15px; border: 1px solid">some words that <i id="c">go on</i> and on</span> <b id="d">end</b></div>)html",
        {
            {"a", {0, 0, 120, 96}},
            {"b", {0, -1, 117.61, 74}},
            {"c", {0, 24, 117.61, 48}},
            {"d", {0, 72, 33.47, 24}},
        });
}

TEST_CASE("an empty inline box with edges makes a line") {
    check_rectangles(R"html(<div id="a"><span id="b" style="padding-left: 10px"></span></div>
<div id="c"><span id="d" style="border-left: 1px solid"></span></div>
<div id="e"><span id="f" style="margin-left: 10px"></span></div>
<div id="g"><span></span></div>
<div id="i"><span style="padding-left: 0"> </span></div>)html",
                     {
                         {"a", {0, 0, 600, 24}},
                         {"b", {0, 0, 10, 24}},
                         {"c", {0, 24, 600, 24}},
                         {"d", {0, 24, 1, 24}},
                         {"e", {0, 48, 600, 24}},
                         {"f", {10, 48, 0, 24}},
                         {"g", {0, 72, 600, 0}},
                         {"i", {0, 72, 600, 0}},
                     });
}

TEST_CASE("a negative inline margin pulls what follows") {
    check_rectangles(
        R"html(<div>one<span id="a" style="margin-left: -10px">two</span><span id="b" style="margin-right: -5px">three</span><span id="c">four</span></div>)html",
        {
            {"a", {22.73, 0, 33.91, 24}},
            {"b", {56.64, 0, 47.61, 24}},
            {"c", {99.25, 0, 37.05, 24}},
        });
}

TEST_CASE("small is an inline-block at the top of its line") {
    check_rectangles(
        R"html(<div id="a">text <small id="b" style="display: inline-block; font-size: 0.6em; line-height: 1.2em; vertical-align: top">small text</small> more</div>
<div id="c" style="line-height: 1.3; font-size: 36px">text <small id="d" style="display: inline-block; font-size: 0.6em; line-height: 1.2em; vertical-align: top">small text</small> <small id="e">not so</small></div>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {38.75, 0, 50.55, 14.41}},
            {"c", {0, 24, 600, 46.8}},
            {"d", {69.73, 24, 90.94, 25.92}},
            {"e", {167.63, 31, 80.05, 36}},
        });
}

TEST_CASE("nested sizes share a baseline") {
    check_rectangles(
        R"html(<div id="a" style="font-size: 12px">a<span id="b" style="font-size: 200%">b<span id="c" style="font-size: 150%">c<code id="d" style="font-size: 50%">d</code></span></span></div>)html",
        {
            {"a", {0, 0, 600, 44}},
            {"b", {6.09, 12, 41.08, 29}},
            {"c", {19.52, 0, 27.66, 44}},
            {"d", {36.33, 19, 10.84, 21}},
        });
}

TEST_CASE("text-align places a line's content") {
    check_rectangles(R"html(<div style="text-align: center"><span id="a">centre</span></div>
<div style="text-align: right"><span id="b">right</span></div>
<div style="text-align: end"><span id="c">end</span></div>
<div style="text-align: center; width: 20px"><span id="d">overflowing</span></div>
<div style="text-align: right; width: 20px"><span id="e">overflowing</span></div>
<div style="text-align: center"><span id="f">trailing space </span> </div>
<div style="text-align: center; text-indent: 40px"><span id="g">indented</span></div>)html",
                     {
                         {"a", {271.52, 0, 56.95, 24}},
                         {"b", {558.02, 24, 41.98, 24}},
                         {"c", {567.22, 48, 32.78, 24}},
                         {"d", {0, 72, 104.17, 24}},
                         {"e", {0, 96, 104.17, 24}},
                         {"f", {242.23, 120, 115.53, 24}},
                         {"g", {280.92, 144, 78.14, 24}},
                     });
}

TEST_CASE("justified lines fill the width, the last one does not") {
    check_rectangles(
        R"html(<div id="a" style="text-align: justify; width: 200px"><span id="b">one</span> <span id="c">two</span> <span id="d">three</span> <span id="e">four</span> <span id="f">five</span> <span id="g">six</span> <span id="h">seven</span></div>
<div style="text-align: justify; width: 200px"><span id="i">one</span> <span id="j">two</span><br><span id="k">three</span> <span id="l">four</span></div>)html",
        {
            {"a", {0, 0, 200, 48}},
            {"b", {0, 0, 32.73, 24}},
            {"c", {36.94, 0, 33.91, 24}},
            {"d", {75.05, 0, 47.61, 24}},
            {"e", {126.86, 0, 37.05, 24}},
            {"f", {168.11, 0, 31.88, 24}},
            {"g", {0, 24, 23.89, 24}},
            {"h", {27.77, 24, 50.48, 24}},
            {"i", {0, 48, 32.73, 24}},
            {"j", {36.61, 48, 33.91, 24}},
            {"k", {0, 72, 47.61, 24}},
            {"l", {51.48, 72, 37.05, 24}},
        });
}

TEST_CASE("letter-spacing is added after every letter, word-spacing to every space") {
    check_rectangles(
        R"html(<div><span id="a" style="letter-spacing: 3px">abc def</span><span id="b">x</span></div>
<div style="letter-spacing: -1px; text-align: center"><span id="c">centred</span></div>
<div><span id="d" style="word-spacing: 10px">a b c</span> <span id="e">x</span></div>
<div><span id="f" style="letter-spacing: 2px">office</span> <span id="g">office</span></div>)html",
        {
            {"a", {0, 0, 83.92, 24}},
            {"b", {83.92, 0, 10.09, 24}},
            {"c", {269.44, 24, 61.13, 24}},
            {"d", {0, 48, 58.39, 24}},
            {"e", {62.27, 48, 10.09, 24}},
            {"f", {0, 72, 61.55, 24}},
            {"g", {65.42, 72, 49.09, 24}},
        });
}

TEST_CASE("a block inside of an inline box parts it") {
    check_rectangles(
        R"html(<div id="a"><span style="border: 2px solid; padding: 0 5px"><b id="b">before</b><div id="c" style="height: 10px; margin: 5px 0"></div><b id="e">after</b></span></div>
<section><a><div id="f">block</div></a></section>)html",
        {
            {"a", {0, 0, 600, 68}},
            {"b", {7, 0, 59.34, 24}},
            {"c", {0, 29, 600, 10}},
            {"e", {0, 44, 44.09, 24}},
            {"f", {0, 68, 600, 24}},
        });
}

TEST_CASE("ex in font-size is of the parent's font") {
    const Page page(
        R"html(<div style="font: 40px DejaVu Sans"><span id="a" style="font: 2ex Lato; display: inline-block">x</span></div>)html");
    CHECK(page.rectangle("a").width == Approx(22.19).margin(0.02));
}

// CSS 2.1 §9.4.2: without edges such a line is none; each part of a split box has its own.
TEST_CASE("behind a block in an inline box there is a line only where the box has its end") {
    check_rectangles(
        R"html(<div id="a">x <span style="margin-left: 20px">
<span style="display: block">y</span>

</span></div>
<div id="b">x <span style="margin: 0 20px"><span style="display: block">y</span> </span></div>
<div id="c"><span style="padding-left: 5px"><span style="display: block">y</span> z</span></div>
<div id="d" dir="rtl"><span style="border-right: 5px solid"><span style="display: block">y</span></span></div>)html",
        {
            {"a", {0, 0, 600, 48}},
            {"b", {0, 48, 600, 72}},
            {"c", {0, 120, 600, 72}},
            {"d", {0, 192, 600, 48}},
        });
}
