// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("a legend stands in its fieldset's frame, and the content below it") {
    check_rectangles(
        R"html(<fieldset id="a"><legend id="b">Name</legend><div id="c" style="height: 30px"></div></fieldset>
<fieldset id="d" style="border: 10px solid; padding: 5px; margin: 0"><legend id="e" style="height: 4px; padding: 0">N</legend><div id="f">x</div></fieldset>
<fieldset id="g" style="border: 2px solid; padding: 5px; margin: 0; width: 200px; text-align: center"><legend id="h" style="margin-left: auto; margin-right: 0; margin-bottom: 10px">Name</legend>x<span id="i">y</span></fieldset>)html",
        {
            {"a", {2, 0, 596, 75.5}},
            {"b", {19, 0, 56.17, 24}},
            {"c", {19, 31, 562, 30}},
            {"d", {0, 75.5, 600, 54}},
            {"e", {15, 78.5, 15.13, 4}},
            {"f", {15, 90.5, 570, 24}},
            {"g", {0, 129.5, 214, 70}},
            {"h", {150.83, 129.5, 56.17, 24}},
            {"i", {106.92, 168.5, 10.25, 24}},
        });
}

TEST_CASE("a legend takes of the height that its fieldset has") {
    check_rectangles(
        R"html(<fieldset id="a" style="margin: 0; height: 100px"><legend id="b" style="margin-left: 20px; width: 50%">N</legend><div id="c" style="height: 100%"></div></fieldset>)html",
        {
            {"a", {0, 0, 600, 123.5}},
            {"b", {37, 0, 287, 24}},
            {"c", {17, 31, 566, 78}},
        });
}

TEST_CASE("only a fieldset's own legend is in its frame, and its margins stay in it") {
    check_rectangles(
        R"html(<fieldset id="a" style="margin: 0"><p style="margin: 0"><legend id="b">N</legend></p></fieldset>
<fieldset id="c" style="margin: 0; border: 0; padding: 0"><legend id="d">N</legend><p id="e">x</p></fieldset>)html",
        {
            {"a", {0, 0, 600, 47.5}},
            {"b", {17, 9, 566, 24}},
            {"c", {0, 47.5, 600, 88}},
            {"d", {0, 47.5, 19.13, 24}},
            {"e", {0, 91.5, 600, 24}},
        });
}
