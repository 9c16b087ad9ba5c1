// Expected rectangles: Chromium's.
#include "page.h"

using namespace ghreveal::layout;

TEST_CASE("a picture in a row of known height goes by its ratio") {
    check_rectangles(
        R"html(<div style="display: flex; height: 100px"><img id="a" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg=="></div><div style="display: flex; height: 100px; align-items: flex-start"><img id="b" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="height: 50%"></div>)html",
        {
            {"a", {0, 0, 100, 100}},
            {"b", {0, 100, 50, 50}},
        });
}

TEST_CASE("a picture that shrinks in a column keeps its ratio unless it is stretched") {
    check_rectangles(
        R"html(<div style="display: flex; flex-direction: column; height: 150px; align-items: center"><p style="margin: 0; height: 50px; flex: none"></p><img id="a" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="min-height: 0"></div><div style="display: flex; flex-direction: column; height: 150px"><p style="margin: 0; height: 50px; flex: none"></p><img id="b" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="min-height: 0"></div>)html",
        {
            {"a", {250, 50, 100, 100}},
            {"b", {0, 200, 600, 100}},
        });
}

TEST_CASE("percentage heights look through anonymous blocks") {
    check_rectangles(
        R"html(<div style="height: 150px"><p style="margin: 0; height: 20px"></p><img id="a" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="max-height: 100%; vertical-align: top"></div>)html",
        {
            {"a", {0, 20, 150, 150}},
        });
}

TEST_CASE("a picture's percentages are of its grid area") {
    check_rectangles(
        R"html(<div style="display: grid; grid-template-rows: 50px 100px; height: 150px"><div></div><img id="a" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="max-height: 100%"></div><div style="display: grid; grid-template-rows: 24px 1fr; height: 150px"><div></div><div style="min-height: 0"><img id="b" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="height: 100%"></div></div>)html",
        {
            {"a", {0, 50, 100, 100}},
            {"b", {0, 174, 126, 126}},
        });
}

TEST_CASE("aspect-ratio makes flex and grid containers as high as they are wide") {
    check_rectangles(
        R"html(<div id="a" style="display: flex; width: 90px; aspect-ratio: 3"></div><div id="b" style="display: grid; width: 90px; aspect-ratio: 3"></div><div id="c" style="display: flex; width: 90px; aspect-ratio: 3"><p style="margin: 0; height: 70px; width: 10px"></p></div>)html",
        {
            {"a", {0, 0, 90, 30}},
            {"b", {0, 30, 90, 30}},
            {"c", {0, 60, 90, 70}},
        });
}

TEST_CASE("aspect-ratio of a flex item goes by its stretched height") {
    check_rectangles(
        R"html(<div style="display: flex; width: 300px; height: 60px"><div id="a" style="aspect-ratio: 2"></div><div id="b" style="aspect-ratio: 2; height: 20px"></div></div>)html",
        {
            {"a", {0, 0, 120, 60}},
            {"b", {120, 0, 40, 20}},
        });
}

TEST_CASE("aspect-ratio of an absolutely positioned box goes by the size that its offsets give") {
    check_rectangles(
        R"html(<div style="position: relative; width: 400px; height: 300px"><div id="a" style="position: absolute; top: 10px; bottom: 40px; left: 0; aspect-ratio: 2"></div><div id="b" style="position: absolute; inset: 0 100px 0 0; aspect-ratio: 3"></div><div id="c" style="position: absolute; width: 50px; inset: 0; aspect-ratio: 0.5"></div></div>)html",
        {
            {"a", {0, 10, 500, 250}},
            {"b", {0, 0, 300, 100}},
            {"c", {0, 0, 50, 100}},
        });
}

TEST_CASE("aspect-ratio of a grid item leaves one axis to the ratio") {
    check_rectangles(
        R"html(<div style="display: grid; width: 200px; height: 80px"><div id="a" style="aspect-ratio: 4"></div></div><div style="display: grid; width: 200px; height: 80px"><div id="b" style="aspect-ratio: 4; height: 20px"></div></div>)html",
        {
            {"a", {0, 0, 320, 80}},
            {"b", {0, 80, 80, 20}},
        });
}

TEST_CASE("a width made of the height is at least what the content needs, unless that scrolls") {
    check_rectangles(
        R"html(<div id="a" style="height: 100px; aspect-ratio: 1/2; position: absolute; top: 0; left: 0"><div style="width: 100px;"></div></div>
<div id="b" style="height: 100px; aspect-ratio: 1/2"><div style="width: 70px;"></div></div>
<div id="c" style="height: 100px; aspect-ratio: 1/2; overflow: hidden"><div style="width: 70px;"></div></div>)html",
        {
            {"a", {0, 0, 100, 100}},
            {"b", {0, 0, 70, 100}},
            {"c", {0, 100, 50, 100}},
        });
}

TEST_CASE("a ratio makes an item's height definite, and leaves the width to what stretches it") {
    check_rectangles(
        R"html(<div style="display: flex; flex-direction: column; width: 100px"><div style="aspect-ratio: 1/1"><div id="a" style="height: 50%"></div></div></div>
<div style="display: grid; grid-template-columns: 100px; grid-template-rows: 50px"><i id="b" style="height: 50px; aspect-ratio: 1/2; justify-self: stretch"></i></div>
<div style="display: grid; grid-template-columns: 100px; grid-template-rows: 50px"><i id="c" style="height: 50px; aspect-ratio: 1/2"></i></div>)html",
        {
            {"a", {0, 0, 100, 50}},
            {"b", {0, 100, 100, 50}},
            {"c", {0, 150, 25, 50}},
        });
}

TEST_CASE("percentages of a known height count in the width that content makes") {
    check_rectangles(
        R"html(<div style="overflow: hidden"><div id="a" style="float: left; height: 100px"><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="vertical-align: top; height: 50%"></div></div><div style="display: flex; height: 120px"><div id="b"><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="vertical-align: top; max-height: 50%"></div><p style="margin: 0; flex: 1">a</p></div><div style="display: flex; height: 120px"><div id="c" style="display: flex"><div><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="vertical-align: top; max-height: 25%"></div></div></div><div style="display: flex; height: 120px; align-items: center"><div id="d"><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="vertical-align: top; max-height: 50%"></div></div><div style="display: grid; grid-template: 100px / auto 1fr"><div id="e"><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyMDAiIGhlaWdodD0iMjAwIj48cmVjdCB3aWR0aD0iMjAwIiBoZWlnaHQ9IjIwMCIvPjwvc3ZnPg==" style="vertical-align: top; height: 80%"></div></div><div id="f" style="width: min-content; height: 100px"><div style="height: 100%"><div style="height: 100%; aspect-ratio: 2"></div></div></div>)html",
        {
            {"a", {0, 0, 50, 100}},
            {"b", {0, 100, 60, 120}},
            {"c", {0, 220, 30, 120}},
            {"d", {0, 300, 200, 200}},
            {"e", {0, 460, 80, 100}},
            {"f", {0, 560, 200, 100}},
        });
}

TEST_CASE("a height that the content makes goes by the ratio, as an automatic one does") {
    check_rectangles(
        R"html(<div id="b" style="height: min-content; width: 100px; aspect-ratio: 2/1"></div><div id="c" style="height: fit-content; width: 60px; aspect-ratio: 1/1"><div style="height:80px"></div></div>)html",
        {
            {"b", {0, 0, 100, 50}},
            {"c", {0, 50, 60, 80}},
        });
}

TEST_CASE("a width that the content makes goes by the ratio of a height that is given") {
    check_rectangles(
        R"html(<div id="a" style="height: 50px; width: min-content; aspect-ratio: 2/1"></div><div id="d" style="width: fit-content; height: 40px; aspect-ratio: 3/1"></div>)html",
        {
            {"a", {0, 0, 100, 50}},
            {"d", {0, 50, 120, 40}},
        });
}
