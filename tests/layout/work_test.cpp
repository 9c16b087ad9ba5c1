// The work of layout grows with what is on a slide, however deep that is nested. Counted in boxes
// laid out and measured, never in time.
#include "page.h"

using namespace ghreveal::layout;

namespace {

// What is nested in itself, around a line of text.
struct Nest {
    std::string open;
    std::string close;
};

std::uint64_t work_of(const Nest& nest, int depth) {
    std::string html = "some text";
    for (int i = 0; i < depth; ++i) {
        html = nest.open + html + nest.close;
    }
    return Page(html).work();
}

// Four times the depth is four times the work.
void check_grows_linearly(const Nest& nest) {
    INFO(nest.open);
    CHECK(10 * work_of(nest, 64) <= 44 * work_of(nest, 16));
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

// A paragraph four times as long is four times the work.
void check_grows_with_length(const std::string& begin, const std::string& part) {
    INFO(begin << part);
    const auto work = [&](int times) { return Page(begin + repeated(part, times)).work(); };
    CHECK(10 * work(2000) <= 44 * work(500));
}

// A box inside of n others may come out in n sizes.
void check_grows_by_the_square(const Nest& nest) {
    INFO(nest.open);
    CHECK(10 * work_of(nest, 64) <= 176 * work_of(nest, 16));
}

}  // namespace

TEST_CASE("the margins of nested blocks are found in one walk") {
    for (const Nest& nest : {
             Nest{"<div>", "</div>"},
             Nest{"<div style='margin: 1%'>", "</div>"},
             Nest{"<ul>", "</ul>"},
             Nest{"<ul><li>", "</li></ul>"},
             Nest{"<div style='float: left'></div><div>", "</div>"},
             Nest{"<blockquote><p></p>", "</blockquote>"},
         }) {
        check_grows_linearly(nest);
    }
}

TEST_CASE("a float is laid out once, wherever it finds its place") {
    for (const Nest& nest : {
             Nest{"<div style='float: left'>", "</div>"},
             Nest{"a <span style='float: left'>b", "</span>"},
             Nest{"<div style='width: 30px'>a <span style='float: left; width: 40px'>b",
                  "</span></div>"},
         }) {
        check_grows_linearly(nest);
    }
}

TEST_CASE("nested boxes that look for room beside floats are not laid out again at every level") {
    const std::string floating = "<p style='float: left; width: 40%; height: 5px'></p>";
    for (const Nest& nest : {
             Nest{floating + "<div style='overflow: hidden'>", "</div>"},
             Nest{floating + "<div style='overflow: hidden; width: 90%'>", "</div>"},
             Nest{floating + "<table style='width: 90%'><tr><td>", "</table>"},
             Nest{floating + "<div style='display: flex; width: 90%'>", "</div>"},
         }) {
        check_grows_linearly(nest);
    }
}

TEST_CASE("nested flex containers measure each item once for each size") {
    for (const Nest& nest : {
             Nest{"<div style='display: flex'><p>a<br>b</p>", "</div>"},
             Nest{"<div style='display: flex; height: 90%'><p>a<br>b</p>", "</div>"},
             Nest{"<div style='display: inline-flex; align-items: center'>a", "</div>"},
             Nest{"<div style='display: flex; flex-direction: column; flex: 1'>a", "</div>"},
             Nest{"<div style='display: flex; flex-direction: column; height: 90%'>a", "</div>"},
         }) {
        check_grows_linearly(nest);
    }
    check_grows_by_the_square({"<div style='display: flex; flex-flow: column wrap'>a", "</div>"});
}

TEST_CASE("nested grids and tables measure each item and cell once for each size") {
    for (const Nest& nest : {
             Nest{"<div style='display: grid; height: 100px'><p>a</p>", "</div>"},
             Nest{"<div style='display: grid; grid: auto / 1fr 1fr'><p>a<br>b</p>", "</div>"},
             Nest{"<table><caption>", "</caption><tr><td>x</table>"},
             Nest{"<table><tr><td>", "</table>"},
         }) {
        check_grows_linearly(nest);
    }
    check_grows_by_the_square({"<div style='display: grid; height: 90%'><p>a</p>", "</div>"});
    check_grows_by_the_square(
        {"<table style='height: 100px'><tr><td style='height: 100px'><div style='height: 100%'>",
         "</div></table>"});
}

TEST_CASE("an absolutely positioned box in a flex container is measured once for its place") {
    check_grows_linearly(
        {"<div style='display: flex; align-items: center'><div style='position: absolute'>a",
         "</div></div>"});
}

TEST_CASE("other boxes that are nested are laid out once") {
    for (const Nest& nest : {
             Nest{"a <div style='display: inline-block'>", "</div>"},
             Nest{"<div style='width: min-content'>", "</div>"},
             Nest{"<div style='columns: 2'>a<br>b<br>", "</div>"},
             Nest{"<div style='position: absolute'>a", "</div>"},
             Nest{"<table style='display: inline-table'><tr><td>", "</table>"},
             Nest{"<span>a<div>", "</div></span>"},
         }) {
        check_grows_linearly(nest);
    }
}

TEST_CASE("sizes are right however deep boxes that are laid out twice are nested") {
    std::string grids;
    for (const char name : std::string("abcdefghijkl")) {
        grids += std::string("<div id='") + name +
                 "' style='display: grid; height: 100%; padding: 2px; box-sizing: border-box'>";
    }
    check_rectangles("<div style='height: 300px'>" + grids + "<div id='m' style='height: 100%'>x",
                     {
                         {"a", {0, 0, 600, 300}},
                         {"i", {16, 16, 568, 268}},
                         {"j", {18, 18, 564, 264}},
                         {"k", {20, 20, 560, 260}},
                         {"l", {22, 22, 556, 256}},
                         {"m", {24, 24, 552, 252}},
                     });
}

TEST_CASE("a text without spaces is measured and broken in one pass") {
    check_grows_with_length("<p style='overflow-wrap: anywhere'>", "x");
    check_grows_with_length("<p style='overflow-wrap: anywhere'>", "x\u0301y");
    check_grows_with_length("<p style='overflow-wrap: anywhere; font-size: 0.1px'>", "x");
    check_grows_with_length("<p style='word-break: break-all'>", "x");
    check_grows_with_length("<p style='overflow-wrap: anywhere' dir='rtl'>", "\u05d0");
    check_grows_with_length("<p>", "\u6f22\u5b57");
    check_grows_with_length("<p style='overflow-wrap: anywhere; width: min-content'>", "\u6f22x");
    check_grows_with_length("<p>", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35");
    check_grows_with_length("<p style='overflow-wrap: anywhere; width: 50px'>", "abcdefghijk ");
}

TEST_CASE("many inline boxes, breaks and floats are laid out in one pass") {
    check_grows_with_length("<p>", "<span>a</span>");
    check_grows_with_length("<p>", "<b>f</b><i>i</i>");
    check_grows_with_length("<p>", "<span>f</span><span>i</span>");
    check_grows_with_length("<p>", "<span></span>");
    check_grows_with_length("<p>", "a<br>");
    check_grows_with_length("<p dir='rtl'>", "\u05d0<br>");
    check_grows_with_length("<p>", "<b style='float: left'>a</b>");
    check_grows_with_length("<p>", "a <b style='float: right; height: 300px'>a</b>");
    check_grows_with_length("<p>",
                            "a<br><b style='float: left; width: 0.1px; height: 100000px'></b>");
    check_grows_with_length("<p>", "a <b style='position: absolute'>a</b>");
    check_grows_with_length("<p>", "<b style='display: inline-block'>a</b> ");
    check_grows_with_length(
        "", "<p style='float: left; width: 30%'>a</p><p style='overflow: hidden'>b</p>");
}

TEST_CASE(
    "formatting contexts whose boxes floats move are laid out twice each, not at every level") {
    check_grows_by_the_square(
        {"<div style='display: flow-root'><div><div style='float: left; width: 100%; height: "
         "5px'></div><div style='overflow: hidden; margin-top: 9px; width: 90%'>",
         "</div></div></div>"});
}
