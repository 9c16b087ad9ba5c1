// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("lines break at spaces, and the space hangs") {
    check_rectangles(
        R"html(<div id="a" style="width: 100px">aaa bbb <span id="b">ccc</span> <span id="c">ddd</span> <span id="d">eee</span></div>
<div id="e" style="width: 60px"><span id="f">unbreakable</span> <span id="g">word</span></div>)html",
        {
            {"a", {0, 0, 100, 48}},
            {"b", {71.69, 0, 28.03, 24}},
            {"c", {0, 24, 33.55, 24}},
            {"d", {37.42, 24, 31.45, 24}},
            {"e", {0, 48, 60, 48}},
            {"f", {0, 48, 109.5, 24}},
            {"g", {0, 72, 45.69, 24}},
        });
}

TEST_CASE("white space collapses across element boundaries") {
    check_rectangles(
        R"html(<div><span id="a">one </span> <span id="b"> two</span><span id="c"> </span><span id="d">three</span></div>
<div>   <span id="e">  leading</span>   
  <b id="f">  x </b>   </div>)html",
        {
            {"a", {0, 0, 36.59, 24}},
            {"b", {36.59, 0, 33.91, 24}},
            {"c", {70.5, 0, 3.88, 24}},
            {"d", {74.38, 0, 47.61, 24}},
            {"e", {0, 24, 63.39, 24}},
            {"f", {67.27, 24, 10.81, 24}},
        });
}

TEST_CASE("a box as wide as its text has room for it, white space at its end left out") {
    check_rectangles(
        R"html(<div><span id="a" style="display: inline-block">Created by <u id="b">rmarku </u></span></div>
<div><span id="c" style="display: inline-block; font: 24px 'Open Sans'">Created by <u id="d">rmarku </u></span></div>
<div><span id="e" style="display: inline-block; font: 23px 'Open Sans'">Written as <u id="f">ever </u> </span></div>
<div><span id="g" style="display: inline-block; font: 21px 'Open Sans'">of this <u id="h">matter </u> </span></div>)html",
        {
            {"a", {0, 0, 164.67, 24}},
            {"b", {100.39, 0, 64.28, 24}},
            {"c", {0, 24, 210.14, 33}},
            {"d", {127.64, 24, 82.5, 33}},
            {"e", {0, 57, 162.28, 32}},
            {"f", {115.56, 57, 46.72, 32}},
            {"g", {0, 89, 132.75, 28}},
            {"h", {66.28, 89, 66.47, 28}},
        });
}

TEST_CASE("a no-break space neither breaks nor collapses") {
    check_rectangles(
        R"html(<div id="a" style="width: 70px"><span id="b">aa&nbsp;bb&nbsp;&nbsp;cc</span> <span id="c">dd</span></div>
<div id="d">&nbsp;</div>)html",
        {
            {"a", {0, 0, 70, 48}},
            {"b", {0, 0, 72.91, 24}},
            {"c", {0, 24, 22.38, 24}},
            {"d", {0, 48, 600, 24}},
        });
}

TEST_CASE("a hyphen and a dash let a line break after them") {
    check_rectangles(
        R"html(<div id="a" style="width: 80px"><span id="b">well-</span><span id="c">known-</span><span id="d">facts</span></div>
<div id="e" style="width: 60px"><span>some–</span><span id="f">thing—</span><span id="g">else</span></div>
<div id="h" style="width: 30px">-x -5 a-1 --option</div>)html",
        {
            {"a", {0, 0, 80, 72}},
            {"b", {0, 0, 42.98, 24}},
            {"c", {0, 24, 66.11, 24}},
            {"d", {0, 48, 42.38, 24}},
            {"e", {0, 72, 60, 72}},
            {"f", {0, 96, 45.05, 48}},
            {"g", {16.42, 120, 34.77, 24}},
            {"h", {0, 144, 30, 120}},
        });
}

TEST_CASE("slashes break an address only where a letter follows") {
    check_rectangles(
        R"html(<div id="a" style="width: 100px">http://example.org/some/long/path/12/index.html</div>
<div id="b" style="width: 60px">and/or either/neither 1/2/3/4/5/6/7/8</div>)html",
        {
            {"a", {0, 0, 100, 24}},
            {"b", {0, 24, 60, 72}},
        });
}

TEST_CASE("a soft hyphen shows only where the line breaks") {
    check_rectangles(
        R"html(<div id="a" style="width: 70px"><span id="b">extra&shy;ordinary</span></div>
<div><span id="c">extra&shy;ordinary</span></div>)html",
        {
            {"a", {0, 0, 70, 48}},
            {"b", {0, 0, 75.05, 48}},
            {"c", {0, 48, 120.28, 24}},
        });
}

TEST_CASE("a zero width space and wbr allow breaks") {
    check_rectangles(
        R"html(<div id="a" style="width: 50px"><span id="b">aaaa&#8203;</span><span id="c">bbbb<wbr></span><span id="d">cccc</span></div>)html",
        {
            {"a", {0, 0, 50, 72}},
            {"b", {0, 0, 40.56, 24}},
            {"c", {0, 24, 44.73, 24}},
            {"d", {0, 48, 37.38, 24}},
        });
}

TEST_CASE("a word joiner forbids a break") {
    check_rectangles(
        R"html(<div id="a" style="width: 50px">well-&#8288;<span id="b">known</span></div>)html",
        {
            {"a", {0, 0, 50, 24}},
            {"b", {42.98, 0, 59.17, 24}},
        });
}

TEST_CASE("overflow-wrap breaks words that do not fit") {
    check_rectangles(
        R"html(<div id="a" style="width: 60px; overflow-wrap: break-word">a <span id="b">unbreakableword</span></div>
<div id="c" style="width: 60px; overflow-wrap: anywhere">a <span id="d">unbreakableword</span></div>
<div id="e" style="width: 60px; word-wrap: break-word"><span id="f">unbreakableword</span></div>
<div id="g" style="width: 60px; word-break: break-all">a <span id="h">unbreakableword</span></div>
<div id="i" style="width: 60px; word-break: break-word">a <span id="j">unbreakableword</span></div>)html",
        {
            {"a", {0, 0, 60, 96}},
            {"b", {0, 24, 57.55, 72}},
            {"c", {0, 96, 60, 96}},
            {"d", {0, 120, 57.55, 72}},
            {"e", {0, 192, 60, 72}},
            {"f", {0, 192, 57.55, 72}},
            {"g", {0, 264, 60, 72}},
            {"h", {0, 264, 57.55, 72}},
            {"i", {0, 336, 60, 96}},
            {"j", {0, 360, 57.55, 72}},
        });
}

TEST_CASE("words that may break anywhere count as narrow in min-content") {
    check_rectangles(
        R"html(<div style="width: 10px"><span id="a" style="float: left; overflow-wrap: anywhere">word</span></div>
<div style="width: 10px; clear: both"><span id="b" style="float: left; overflow-wrap: break-word">word</span></div>
<div style="width: 10px; clear: both"><span id="c" style="float: left; word-break: break-all">word</span></div>)html",
        {
            {"a", {0, 0, 15.33, 96}},
            {"b", {0, 96, 45.69, 24}},
            {"c", {0, 120, 15.33, 96}},
        });
}

TEST_CASE("nowrap keeps a line whole") {
    check_rectangles(R"html(<div id="a" style="width: 60px; white-space: nowrap">one   two
 <span id="b">three</span></div>
<div id="c" style="width: 60px">one <span id="d" style="white-space: nowrap">two three four</span> <span id="e">five</span></div>)html",
                     {
                         {"a", {0, 0, 60, 24}},
                         {"b", {74.34, 0, 47.61, 24}},
                         {"c", {0, 24, 60, 72}},
                         {"d", {0, 48, 126.27, 24}},
                         {"e", {0, 72, 31.88, 24}},
                     });
}

TEST_CASE("pre keeps spaces and line ends") {
    check_rectangles(R"html(<pre id="a" style="width: 50px">one   two
  <span id="b">three</span>

<span id="c">four</span>
</pre>
<pre id="d">
first</pre>
<div id="e" style="white-space: pre">
x
</div>)html",
                     {
                         {"a", {0, 20, 50, 96}},
                         {"b", {24.09, 44, 60.22, 24}},
                         {"c", {0, 92, 48.17, 24}},
                         {"d", {0, 136, 600, 24}},
                         {"e", {0, 180, 600, 48}},
                     });
}

TEST_CASE("pre-wrap keeps spaces and wraps, pre-line keeps line ends only") {
    check_rectangles(R"html(<div id="a" style="white-space: pre-wrap; width: 100px">one    two
three <span id="b">four</span> five   six</div>
<div id="c" style="white-space: pre-line; width: 100px">one    two  
   three <span id="d">four</span> five   six</div>
<div id="e" style="white-space: break-spaces; width: 60px">one      <span id="f">two</span></div>)html",
                     {
                         {"a", {0, 0, 100, 72}},
                         {"b", {51.47, 24, 37.05, 24}},
                         {"c", {0, 72, 100, 72}},
                         {"d", {51.47, 96, 37.05, 24}},
                         {"e", {0, 144, 60, 48}},
                         {"f", {0, 168, 33.91, 24}},
                     });
}

TEST_CASE("tabs go to every eighth column") {
    check_rectangles(
        R"html(<pre id="a" style="font-family: 'DejaVu Sans Mono'">a	<span id="b">b</span>
	<span id="c">c</span>
12345678	<span id="d">d</span>	<span id="e">e</span></pre>
<pre style="font-family: 'DejaVu Sans Mono'; tab-size: 4">a	<span id="f">b</span></pre>
<div>a	<span id="g">collapsed</span></div>
<pre style="font-family: 'DejaVu Sans Mono'; padding-left: 7px">ab	<span id="h">b</span></pre>)html",
        {
            {"a", {0, 20, 600, 72}},
            {"b", {96.33, 20, 12.05, 24}},
            {"c", {96.33, 44, 12.05, 24}},
            {"d", {192.66, 68, 12.05, 24}},
            {"e", {288.98, 68, 12.05, 24}},
            {"f", {48.17, 112, 12.05, 24}},
            {"g", {14, 156, 82.23, 24}},
            {"h", {103.33, 200, 12.05, 24}},
        });
}

TEST_CASE("br ends a line, the last one of a block makes none") {
    check_rectangles(R"html(<div id="a">one<br><span id="b">two</span><br></div>
<div id="c"><br></div>
<div id="d"><br><br></div>
<div id="e"><b>x</b> <br> <span id="f">y</span></div>)html",
                     {
                         {"a", {0, 0, 600, 48}},
                         {"b", {0, 24, 33.91, 24}},
                         {"c", {0, 48, 600, 24}},
                         {"d", {0, 72, 600, 48}},
                         {"e", {0, 120, 600, 48}},
                         {"f", {0, 144, 10.25, 24}},
                     });
}

TEST_CASE("text-indent moves the first line only") {
    check_rectangles(
        R"html(<div id="a" style="text-indent: 30px; width: 150px"><span id="b">first</span> line and <span id="c">then</span> more<br><span id="d">next</span></div>
<div id="e" style="text-indent: -20px; padding-left: 20px"><span id="f">hanging</span></div>
<div style="text-indent: 10%"><p id="g"><span id="h">inherited</span></p></div>)html",
        {
            {"a", {0, 0, 150, 72}},
            {"b", {30, 0, 35.61, 24}},
            {"c", {0, 24, 40.19, 24}},
            {"d", {0, 48, 38.55, 24}},
            {"e", {0, 72, 600, 24}},
            {"f", {0, 72, 69.06, 24}},
            {"g", {0, 116, 600, 24}},
            {"h", {60, 116, 80.14, 24}},
        });
}

TEST_CASE("text-transform changes widths") {
    check_rectangles(
        R"html(<div><span id="a" style="text-transform: uppercase">straße</span> <span id="b" style="text-transform: capitalize">some words o'neill x-y</span> <span id="c" style="text-transform: lowercase">ABC</span></div>)html",
        {
            {"a", {0, 0, 81.7, 24}},
            {"b", {85.58, 0, 206.53, 24}},
            {"c", {295.98, 0, 30.67, 24}},
        });
}

TEST_CASE("an inline-block can break from its neighbours") {
    check_rectangles(
        R"html(<div id="a" style="width: 100px"><span id="b" style="display: inline-block; width: 60px; height: 10px"></span><span id="c" style="display: inline-block; width: 60px; height: 10px"></span></div>
<div id="d" style="width: 100px">word<span id="e" style="display: inline-block; width: 80px; height: 10px"></span></div>
<div id="f" style="width: 100px">word&nbsp;<span id="g" style="display: inline-block; width: 80px; height: 10px"></span></div>
<div id="h" style="width: 100px"><span style="display: inline-block; width: 90px; height: 10px"></span><span id="i">,</span></div>)html",
        {
            {"a", {0, 0, 100, 48}},
            {"b", {0, 10, 60, 10}},
            {"c", {0, 34, 60, 10}},
            {"d", {0, 48, 100, 48}},
            {"e", {0, 82, 80, 10}},
            {"f", {0, 96, 100, 48}},
            {"g", {0, 130, 80, 10}},
            {"h", {0, 144, 100, 24}},
            {"i", {90, 144, 4.25, 24}},
        });
}

TEST_CASE("punctuation does not begin a line") {
    check_rectangles(
        R"html(<div id="a" style="width: 45px"><b>word</b><span id="b">,</span> <span id="c">x</span></div>
<div id="d" style="width: 50px">(<span id="e">long</span>) <span id="f">«bcd»</span> <span id="g">e!</span></div>)html",
        {
            {"a", {0, 0, 45, 48}},
            {"b", {46.77, 0, 4.25, 24}},
            {"c", {0, 24, 10.09, 24}},
            {"d", {0, 48, 50, 72}},
            {"e", {6, 48, 37.59, 24}},
            {"f", {0, 72, 50.23, 24}},
            {"g", {0, 96, 17.34, 24}},
        });
}

TEST_CASE("no break comes between an element's edge and its text") {
    check_rectangles(
        R"html(<div id="a" style="width: 80px">aaaa <span id="b" style="padding: 0 20px">bbb</span> <span id="c">ccc</span></div>
<div id="d" style="width: 95px">aaaa <span id="e" style="padding: 0 20px">bbb</span></div>)html",
        {
            {"a", {0, 0, 80, 72}},
            {"b", {0, 24, 73.55, 24}},
            {"c", {0, 48, 28.03, 24}},
            {"d", {0, 72, 95, 48}},
            {"e", {0, 96, 73.55, 24}},
        });
}

TEST_CASE("a long paragraph breaks where the browser breaks it") {
    check_rectangles(
        R"html(<div id="a" style="width: 300px">Lorem ipsum dolor sit amet, <i id="b">consectetur</i> adipiscing elit, sed do eiusmod <b id="c">tempor incididunt</b> ut labore et dolore magna aliqua. Ut enim ad minim veniam, <code id="d">quis.nostrud()</code> exercitation ullamco laboris <u id="e">nisi</u> ut aliquip ex ea commodo consequat.</div>
<div id="f" style="width: 300px; font: 23px 'Open Sans'">Lorem ipsum dolor sit amet, <i id="g">consectetur</i> adipiscing elit, sed do eiusmod <b id="h">tempor incididunt</b> ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation.</div>)html",
        {
            {"a", {0, 0, 300, 193}},
            {"b", {0, 24, 95.34, 24}},
            {"c", {77.98, 48, 160.44, 24}},
            {"d", {0, 121, 168.58, 24}},
            {"e", {135.53, 145, 30.05, 24}},
            {"f", {0, 193, 300, 256}},
            {"g", {67.13, 225, 117.38, 32}},
            {"h", {0, 289, 208.7, 32}},
        });
}

TEST_CASE("a space that vanishes after one that does not wrap lets the line break") {
    check_rectangles(
        R"html(<div id="a" style="width: 0"><span style="white-space: nowrap">AA </span> <span id="b">BB</span></div>)html",
        {
            {"a", {0, 0, 0, 48}},
            {"b", {0, 24, 25.89, 24}},
        });
}

TEST_CASE("a line that is too long ends in the first word that may be cut") {
    check_rectangles(
        R"html(<div id="a" style="width: 50px">unbreakable<span id="b" style="overflow-wrap: anywhere">yz</span></div>)html",
        {
            {"a", {0, 0, 50, 48}},
            {"b", {0, 0, 119.5, 48}},
        });
}

TEST_CASE("white-space takes what it is made of, in any order") {
    check_rectangles(
        R"html(<div id="a" style="width: 50px; white-space: nowrap preserve-breaks">a  b
c</div><div id="b" style="width: 50px; white-space: preserve">a  b
c d e f g h</div>)html",
        {
            {"a", {0, 0, 50, 48}},
            {"b", {0, 48, 50, 72}},
        });
}
