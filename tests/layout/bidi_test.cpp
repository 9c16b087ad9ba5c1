// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("words of a right-to-left script stand from right to left") {
    check_rectangles(
        R"html(<div style="font-family: DejaVu Sans"><span id="a">שלום</span> <span id="b">עולם</span> <span id="c">abc</span></div>
<div style="font-family: DejaVu Sans" dir="rtl"><span id="d">שלום</span> <span id="e">עולם</span> <span id="f">abc def</span> <span id="g">ספר</span></div>)html",
        {
            {"a", {48.97, 0, 44.27, 24}},
            {"b", {0, 0, 42.61, 24}},
            {"c", {99.59, 0, 35.95, 24}},
            {"d", {555.73, 24, 44.27, 24}},
            {"e", {506.77, 24, 42.61, 24}},
            {"f", {426.05, 24, 74.36, 24}},
            {"g", {382.92, 24, 36.77, 24}},
        });
}

TEST_CASE("numbers and Latin words in right-to-left text keep their own order") {
    check_rectangles(
        R"html(<p id="a" dir="rtl" style="margin: 0; font-family: DejaVu Sans">יש <span id="b">12</span> <span id="c">34</span> ספרים <span id="d">one</span> <span id="e">two</span>, <span id="f">three</span>.</p>
<p id="g" style="margin: 0; font-family: DejaVu Sans">x <span id="h">אבג</span> <span id="i">12</span> <span id="j">דהו</span> y</p>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {549.55, 0, 25.45, 24}},
            {"c", {517.73, 0, 25.45, 24}},
            {"d", {304.86, 0, 37.22, 24}},
            {"e", {348.44, 0, 36.44, 24}},
            {"f", {397.59, 0, 52.92, 24}},
            {"g", {0, 24, 600, 24}},
            {"h", {85.81, 24, 33.19, 24}},
            {"i", {54, 24, 25.45, 24}},
            {"j", {18.2, 24, 29.44, 24}},
        });
}

TEST_CASE("a paragraph's direction decides where its lines begin") {
    check_rectangles(
        R"html(<div style="font-family: DejaVu Sans; width: 200px" dir="rtl"><span id="a">Latin words only, with a full stop.</span></div>
<div style="font-family: DejaVu Sans; width: 200px" dir="rtl"><span id="b">אבג</span><br><span id="c">דה</span> וז חט יא כל מנס עפ <span id="d">צק</span> רש</div>
<div style="font-family: DejaVu Sans" dir="rtl"><div style="text-align: end"><span id="e">אב</span></div><div style="text-align: left"><span id="f">אב</span></div><div style="text-align: center"><span id="g">אב</span></div></div>
<div style="font-family: DejaVu Sans; width: 200px; text-align: justify" dir="rtl"><span id="h">אבג</span> <span id="i">דהו</span> זחט <span id="j">יכל</span> מנס עפצ קרש</div>)html",
        {
            {"a", {29.56, 0, 170.44, 48}},
            {"b", {166.81, 48, 33.19, 24}},
            {"c", {176.02, 72, 23.98, 24}},
            {"d", {173.94, 96, 26.06, 24}},
            {"e", {0, 120, 24.94, 24}},
            {"f", {0, 144, 24.94, 24}},
            {"g", {287.53, 168, 24.94, 24}},
            {"h", {166.81, 192, 33.19, 24}},
            {"i", {126.52, 192, 29.44, 24}},
            {"j", {45.42, 192, 26.42, 24}},
        });
}

TEST_CASE("lines too wide go out on the left in right-to-left text") {
    check_rectangles(
        R"html(<div style="font-family: DejaVu Sans; width: 50px; margin-left: 100px" dir="rtl"><span id="a">אבגדהוזחט</span></div>
<div style="font-family: DejaVu Sans; width: 50px; margin-left: 100px; text-align: center" dir="rtl"><span id="b">אבגדהוזחט</span></div>
<div style="font-family: DejaVu Sans; width: 50px; margin-left: 100px; text-align: left" dir="rtl"><span id="c">אבגדהוזחט</span></div>)html",
        {
            {"a", {54.42, 0, 95.58, 24}},
            {"b", {54.42, 24, 95.58, 24}},
            {"c", {54.42, 48, 95.58, 24}},
        });
}

TEST_CASE("an indent is on the right of right-to-left text") {
    check_rectangles(
        R"html(<div dir="rtl" style="font-family: DejaVu Sans; text-indent: 30px"><span id="a">אבג</span><br><span id="b">דהו</span></div>
<div dir="rtl" style="font-family: DejaVu Sans; text-indent: 30px; text-align: center"><span id="c">אבג</span></div>)html",
        {
            {"a", {536.81, 0, 33.19, 24}},
            {"b", {570.56, 24, 29.44, 24}},
            {"c", {268.41, 48, 33.19, 24}},
        });
}

TEST_CASE("edges of inline boxes are where their own direction puts them") {
    check_rectangles(
        R"html(<div dir="rtl" style="font-family: DejaVu Sans">אב <span id="a" style="padding-inline: 10px 20px; border-inline-start: 3px solid">גד <b id="b">הו</b></span> <i id="c">זח</i></div>
<div style="font-family: DejaVu Sans">ab <span id="d" dir="rtl" style="padding-left: 5px; margin-left: 7px; padding-right: 11px">אב</span> <span id="e">cd</span></div>
<div dir="rtl" style="font-family: DejaVu Sans; width: 150px">אב <span id="f" style="padding: 0 10px 0 20px; border: 3px solid">גד הו <span id="g">זח</span> טי כל <span id="h">מנ</span></span> <span id="i">עפ</span></div>)html",
        {
            {"a", {489.56, 0, 79.14, 24}},
            {"b", {509.56, 0, 20.61, 24}},
            {"c", {463.2, 0, 20, 24}},
            {"d", {38.31, 24, 40.94, 24}},
            {"e", {85.61, 24, 23.7, 24}},
            {"f", {11.5, 45, 138.5, 54}},
            {"g", {35.31, 48, 20, 24}},
            {"h", {100.09, 72, 21.59, 24}},
            {"i", {45.72, 72, 25.02, 24}},
        });
}

TEST_CASE("a box whose text is torn apart by reordering is around both parts") {
    check_rectangles(
        R"html(<div style="font-family: DejaVu Sans">x <span id="a">אב <b id="b">one</b></span><span id="c"> two</span> <span id="d">גד</span> y</div>
<div style="font-family: DejaVu Sans">x <span id="e" style="border: 2px solid; padding: 3px">one אב</span><span id="f">גד two</span></div>)html",
        {
            {"a", {18.2, 0, 72.84, 24}},
            {"b", {49.5, 0, 41.55, 24}},
            {"c", {91.05, 0, 42.8, 24}},
            {"d", {140.2, 0, 19.17, 24}},
            {"e", {18.2, 19, 97.69, 34}},
            {"f", {66.78, 24, 91.91, 24}},
        });
}

TEST_CASE("unicode-bidi embeds, isolates and overrides") {
    check_rectangles(
        R"html(<div style="font-family: DejaVu Sans">a <span id="a" style="direction: rtl; unicode-bidi: embed"><span id="b">one</span> <span id="c">two</span> !</span> <span id="d">b</span></div>
<div style="font-family: DejaVu Sans">a <span id="e" style="direction: rtl; unicode-bidi: isolate"><span id="f">one</span> <span id="g">אב</span></span> 12 <span id="h">b</span></div>
<div style="font-family: DejaVu Sans">a <span id="i" style="direction: rtl; unicode-bidi: bidi-override"><span id="j">Wi</span><span id="k">MM</span></span> <span id="l">b</span></div>
<div style="font-family: DejaVu Sans">אב: <bdi id="m">גד</bdi> <span id="n">12</span> <bdo dir="rtl"><span id="o">il</span><span id="p">W</span></bdo> <bdo dir="ltr"><span id="q">א</span><span id="r">ש</span></bdo></div>)html",
        {
            {"a", {18.63, 0, 94.39, 24}},
            {"b", {33, 0, 37.22, 24}},
            {"c", {76.58, 0, 36.44, 24}},
            {"d", {119.38, 0, 12.7, 24}},
            {"e", {18.63, 24, 68.52, 24}},
            {"f", {49.92, 24, 37.22, 24}},
            {"g", {18.63, 24, 24.94, 24}},
            {"h", {125.31, 24, 12.7, 24}},
            {"i", {18.63, 48, 59.86, 24}},
            {"j", {53.14, 48, 25.34, 24}},
            {"k", {18.63, 48, 34.52, 24}},
            {"l", {84.84, 48, 12.7, 24}},
            {"m", {31.81, 72, 19.17, 24}},
            {"n", {0, 72, 25.45, 24}},
            {"o", {115.16, 72, 11.13, 24}},
            {"p", {95.38, 72, 19.78, 24}},
            {"q", {132.64, 72, 13.38, 24}},
            {"r", {146.02, 72, 14.17, 24}},
        });
}

TEST_CASE("dir=auto goes by the first strong character") {
    check_rectangles(
        R"html(<p id="a" dir="auto" style="margin: 0; font-family: DejaVu Sans">12 - <span id="b">אב</span> cd</p>
<p dir="auto" style="margin: 0; font-family: DejaVu Sans">12 - <span id="c">ab</span> אב</p>
<p dir="auto" style="margin: 0; font-family: DejaVu Sans"><bdi>אב</bdi> <span id="d">ab</span></p>
<p dir="auto" style="margin: 0; font-family: DejaVu Sans"><span dir="rtl">אב</span> <span id="e">cd</span> <b>אב</b></p>
<ul dir="auto" style="margin: 0; font-family: DejaVu Sans"><li id="f">אב</li></ul>)html",
        {
            {"a", {0, 0, 600, 24}},
            {"b", {529.67, 0, 24.94, 24}},
            {"c", {45.39, 24, 24.95, 24}},
            {"d", {31.3, 48, 24.95, 24}},
            {"e", {31.3, 72, 23.7, 24}},
            {"f", {0, 96, 560, 24}},
        });
}

TEST_CASE("plaintext takes each paragraph's direction from its text") {
    check_rectangles(
        R"html(<pre style="margin: 0; font: 20px DejaVu Sans; unicode-bidi: plaintext"><span id="a">אב</span> cd
<span id="b">cd</span> אב
<span id="c">12</span> גד</pre>
<p style="margin: 0; unicode-bidi: plaintext; font-family: DejaVu Sans"><span id="d">אב</span> cd<br><span id="e">cd</span> אב</p>)html",
        {
            {"a", {575.06, 0, 24.94, 24}},
            {"b", {0, 24, 23.7, 24}},
            {"c", {574.55, 48, 25.45, 24}},
            {"d", {575.06, 72, 24.94, 24}},
            {"e", {0, 96, 23.7, 24}},
        });
}

TEST_CASE("Arabic letters join, across the edges of inline boxes too") {
    check_rectangles(
        R"html(<div style="font-family: DejaVu Sans"><span id="a">مرحبا</span> <span id="b">بالعالم</span> <span id="c">السلام</span></div>
<div dir="rtl" style="font-family: DejaVu Sans"><span id="d">مر<span id="e" style="color: red">حبا</span></span> <span id="f">لا</span> <span id="g">١٢٣</span></div>)html",
        {
            {"a", {119.44, 0, 46.25, 24}},
            {"b", {60.17, 0, 52.91, 24}},
            {"c", {0, 0, 53.81, 24}},
            {"d", {553.75, 24, 46.25, 24}},
            {"e", {553.75, 24, 24.5, 24}},
            {"f", {535.98, 24, 11.41, 24}},
            {"g", {497.39, 24, 32.23, 24}},
        });
}

TEST_CASE("brackets and other marks are mirrored and stay with their text") {
    check_rectangles(
        R"html(<div dir="rtl" style="font-family: DejaVu Sans"><span id="a">(אב)</span> <span id="c">«</span>ef<span id="d">»</span> <span id="e">-</span> <span id="f">1.5%</span></div>)html",
        {
            {"a", {559.45, 0, 40.55, 24}},
            {"c", {540.84, 0, 12.25, 24}},
            {"d", {457.84, 0, 12.25, 24}},
            {"e", {476.45, 0, 7.22, 24}},
            {"f", {490.03, 0, 50.81, 24}},
        });
}

TEST_CASE("atomic boxes and pictures take part in the order") {
    check_rectangles(
        R"html(<div dir="rtl" style="font-family: DejaVu Sans">אב <span id="a" style="display: inline-block; width: 30px; height: 10px"></span> <span id="b">גד</span> <span id="c" style="display: inline-block; width: 20px; margin: 0 5px 0 9px; height: 10px"></span></div>
<div style="font-family: DejaVu Sans">ab אב<span id="d" style="display: inline-block; width: 30px; height: 10px"></span>גד <span id="e">cd</span></div>)html",
        {
            {"a", {538.7, 9, 30, 10}},
            {"b", {513.17, 0, 19.17, 24}},
            {"c", {481.81, 9, 20, 10}},
            {"d", {50.48, 33, 30, 10}},
            {"e", {111.78, 24, 23.7, 24}},
        });
}

TEST_CASE("blocks narrower than their container are on the right") {
    check_rectangles(
        R"html(<div dir="rtl"><div id="a" style="width: 200px">x</div><div id="b" style="width: 200px; margin-right: 20px">x</div><div id="c" style="width: 200px; margin-left: auto">x</div><div id="d" style="width: 200px; margin: 0 auto">x</div><div id="e" style="width: 700px">x</div></div>)html",
        {
            {"a", {400, 0, 200, 24}},
            {"b", {380, 24, 200, 24}},
            {"c", {400, 48, 200, 24}},
            {"d", {200, 72, 200, 24}},
            {"e", {-100, 96, 700, 24}},
        });
}

TEST_CASE("lists have their room on the right, and markers in it") {
    check_rectangles(
        R"html(<div dir="rtl" style="font-family: DejaVu Sans"><ul id="a" style="margin: 0"><li id="b"><span id="c">אב</span><ul id="d"><li id="e"><span id="f">גד</span></li></ul></li></ul>
<ol style="margin: 0; list-style-position: inside"><li><span id="g">אב</span></li><li value="12"><span id="h">גד</span></li></ol>
<ul style="margin: 0; list-style-position: inside"><li><span id="i">אב</span></li></ul>
<dl style="margin: 0"><dt id="j">אב</dt><dd id="k">גד</dd></dl></div>)html",
        {
            {"a", {0, 0, 600, 48}},
            {"b", {0, 0, 560, 48}},
            {"c", {535.06, 0, 24.94, 24}},
            {"d", {0, 24, 560, 24}},
            {"e", {0, 24, 520, 24}},
            {"f", {500.83, 24, 19.17, 24}},
            {"g", {509.61, 48, 24.94, 24}},
            {"h", {502.66, 72, 19.17, 24}},
            {"i", {508.06, 96, 24.94, 24}},
            {"j", {0, 120, 600, 24}},
            {"k", {0, 144, 560, 24}},
        });
}

TEST_CASE("a table's columns are from right to left") {
    check_rectangles(
        R"html(<table dir="rtl" style="font-family: DejaVu Sans"><tr><td id="a">אב</td><td id="b">one two</td><td id="c">x</td></tr><tr><td id="d" colspan="2">גד</td><td id="e">ה</td></tr></table>
<table dir="rtl" id="f" style="border-collapse: collapse; width: 300px"><tr><td id="g" style="border: 3px solid; width: 50px">1</td><td id="h" style="border-left: 7px solid">2</td></tr></table>)html",
        {
            {"a", {103.09, 2, 26.94, 26}},
            {"b", {19.08, 2, 82.02, 26}},
            {"c", {2, 2, 15.08, 26}},
            {"d", {19.08, 30, 110.95, 26}},
            {"e", {2, 30, 15.08, 26}},
            {"f", {0, 58, 300, 32}},
            {"g", {243.5, 59.5, 55, 29}},
            {"h", {3.5, 59.5, 240, 29}},
        });
}

TEST_CASE("positioned boxes begin at the right where nothing says otherwise") {
    check_rectangles(
        R"html(<div dir="rtl" style="position: relative; height: 50px; font-family: DejaVu Sans"><div id="a" style="position: absolute">אב</div></div>
<div dir="rtl" style="position: relative; height: 50px"><div id="b" style="position: absolute; left: 10px; right: 20px; width: 100px">x</div></div>
<div dir="rtl" style="position: relative; font-family: DejaVu Sans">אב <span id="c" style="position: absolute">גד</span></div>
<div dir="rtl" style="position: relative; font-family: DejaVu Sans">אב <div id="d" style="position: absolute">גד</div></div>
<div dir="rtl" style="position: relative; height: 50px"><div id="e" style="position: absolute; left: 10px">x</div></div>)html",
        {
            {"a", {575.06, 0, 24.94, 24}},
            {"b", {480, 50, 100, 24}},
            {"c", {555.89, 100, 19.17, 24}},
            {"d", {580.83, 148, 19.17, 24}},
            {"e", {10, 148, 10.09, 24}},
        });
}

TEST_CASE("logical sides follow the direction") {
    check_rectangles(
        R"html(<div dir="rtl"><div id="a" style="margin-inline-start: 10px; margin-inline-end: 20px; padding-inline: 1px 2px; border-inline-start: 4px solid">x</div>
<div id="b" style="inline-size: 100px; block-size: 30px; margin-block: 5px 6px; margin-inline: auto 12px">x</div>
<div style="position: relative; height: 40px"><div id="c" style="position: absolute; inset-inline-start: 15px; inset-block-start: 3px">x</div></div></div>
<div id="d" style="margin-inline: 10px; padding-inline-end: 5px; border-inline: 2px solid">x</div>)html",
        {
            {"a", {20, 0, 570, 24}},
            {"b", {12, 29, 100, 30}},
            {"c", {574.91, 68, 10.09, 24}},
            {"d", {10, 105, 580, 24}},
        });
}

TEST_CASE("flex rows begin on the right") {
    check_rectangles(
        R"html(<div dir="rtl" style="display: flex; width: 300px"><div id="a" style="width: 50px">1</div><div id="b" style="width: 60px">2</div></div>
<div dir="rtl" style="display: inline-block"><span id="c">abc</span></div><span id="d">x</span>)html",
        {
            {"a", {250, 0, 50, 24}},
            {"b", {190, 0, 60, 24}},
            {"c", {0, 24, 30.67, 24}},
            {"d", {30.67, 24, 10.09, 24}},
        });
}

TEST_CASE("white space at the end of a line hangs on the paragraph's end side") {
    check_rectangles(
        R"html(<div dir="rtl" style="font-family: DejaVu Sans; white-space: pre-wrap; width: 120px"><span id="a">אבג</span>   <span id="b">דהו</span> <span id="f">זחט</span>  </div>
<div dir="rtl" style="font-family: DejaVu Sans; width: 120px">  <span id="c">abc</span>   <span id="d">def</span> <span id="e">ghi</span>  jkl  </div>)html",
        {
            {"a", {86.81, 0, 33.19, 24}},
            {"b", {38.3, 0, 29.44, 24}},
            {"f", {87.03, 24, 32.97, 24}},
            {"c", {8.34, 48, 35.95, 24}},
            {"d", {50.66, 48, 32.05, 24}},
            {"e", {89.06, 48, 30.94, 24}},
        });
}

TEST_CASE("positioned boxes at one place lie on each other in tree order from right to left too") {
    const Page page(
        R"html(<div id="a" dir="rtl" style="position: relative">
<b style="position: absolute">x</b>
<i style="position: absolute">y</i></div>)html");
    const Fragment& line = page.fragment("a").children.front();
    REQUIRE(line.children.size() == 2);
    CHECK(line.children[0].source.node->is_element("b"));
    CHECK(line.children[1].source.node->is_element("i"));
}
