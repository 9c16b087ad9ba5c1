// What CSS drops by its own rules is told of.
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

// The sentences about a page with this sheet.
std::vector<std::string> said_of(const std::string& css, const std::string& style = "") {
    const Styled page("<style>\n" + css + "\n</style>\n\n<p class=\"x\" style=\"" + style +
                      "\">a</p>");
    std::vector<std::string> said;
    for (const Diagnostic& one : page.diagnostics.warnings()) {
        said.push_back(one.what);
    }
    return said;
}

using Said = std::vector<std::string>;

}  // namespace

// Chromium: `.y` and what is in `@media` are not applied, the rules behind them are.
TEST_CASE("a brace too many takes the rule behind it, and is said") {
    const Styled page(
        "<style>\n.x { color: red } } .y { color: #00f }\n.z { color: #00e }\n"
        "} @media screen { .w { color: #00d } }\n.v { color: #00c }\n}\n</style>\n\n"
        "<p id=\"y\" class=\"y\">a</p>\n\n<p id=\"z\" class=\"z\">a</p>\n\n"
        "<p id=\"w\" class=\"w\">a</p>\n\n<p id=\"v\" class=\"v\">a</p>");
    CHECK(page["y"].ink().color == page.styles.of(*page.deck.slides[1].section).ink().color);
    CHECK(page["w"].ink().color == page["y"].ink().color);
    CHECK(page["z"].ink().color.blue == 0xee);
    CHECK(page["v"].ink().color.blue == 0xcc);
    REQUIRE(page.diagnostics.warnings().size() == 2);
    CHECK(page.diagnostics.warnings()[0].what == "'} .y' begins with a brace that closes nothing");
}

TEST_CASE("comments of C++ and what is no declaration are said") {
    CHECK(said_of("p { // big\n color: red }") == Said{"'// big color: red' is no declaration"});
    CHECK(said_of("p { *zoom: 1; color: red }").empty());  // Internet Explorer's
}

TEST_CASE("a custom property that nothing declares is said, once") {
    CHECK(said_of("p { color: var(--nix); background: var(--nix) }") ==
          Said{"'var(--nix)' has no value"});
    CHECK(said_of("p { color: var(--nix, red) } a { color: var(--nix) }").empty());
    CHECK(said_of("b { --nix: red } p { color: var(--nix) }").empty());
    CHECK(said_of("p { color: var(--nix) }", "--nix: red").empty());
}

// Media Queries 4 §2.3.
TEST_CASE("types of media that CSS has not are said") {
    CHECK(said_of("@media prnt { p { color: red } }") == Said{"unknown media type 'prnt'"});
    CHECK(said_of("@media print, not tv and (width: 3px) { p { color: red } }").empty());
    CHECK(said_of("@media only screen and (min-width: 3px) { p { color: red } }").empty());
}

TEST_CASE("a font of which nothing in the list is there is said, once") {
    CHECK(said_of("p { font-family: 'No Such Font', cursive } a { font: 9px no such font }") ==
          Said{"the font 'No Such Font' is not at hand; another is in its place"});
    CHECK(said_of("p { font-family: 'No Such Font', 'Open Sans' }").empty());
    CHECK(said_of("p { font-family: -apple-system, 'No Such Font', sans-serif }").empty());
}

// Chromium takes none of these; the values before them, or nothing, is what their authors want.
TEST_CASE("what was written for Internet Explorer and for drafts of 2009 is not said") {
    CHECK(said_of("p { filter: alpha(opacity=50); margin-top: 1px \\9; color: red\\9 }").empty());
    CHECK(said_of("p { -webkit-box-orient: vertical; box-orient: vertical; box-flex: 1 }").empty());
    CHECK(said_of("p { background: #fff; background: linear-gradient(top, #fff 0%, #000 100%) }")
              .empty());
    CHECK(said_of("p { background: linear-gradient(top, #fff 0%, #000 100%) }").size() == 1);
    CHECK(said_of("p { margin-top: 1px 9 9 9 9 }").size() == 1);
    CHECK(said_of("@starting-style { p { opacity: 0 } }").empty());  // where transitions begin
}

TEST_CASE("selectors of a sheet that are not understood are of one group") {
    const Styled page(
        "<style>\np:before.x { color: red }\np:before.y { color: red }\n</style>\n\na");
    REQUIRE(page.diagnostics.warnings().size() == 2);
    CHECK_FALSE(page.diagnostics.warnings()[0].group.empty());
    CHECK(page.diagnostics.warnings()[0].group == page.diagnostics.warnings()[1].group);
}

// Chromium's values.
TEST_CASE("`font` may begin with a size of nothing, and the colour of focus is known") {
    const Styled page("<p id=\"a\" style=\"font: 0/0 a; color: -webkit-focus-ring-color\">a</p>");
    CHECK(page.diagnostics.empty());
    CHECK(page["a"].text().font.size == 0);
    CHECK(page["a"].ink().color == Color{16, 16, 16, 1});
}

// SVG 1.1 §14: an element of a drawing names its filter and its clip in its own style.
TEST_CASE("parts that an element of a drawing names in its style are not said") {
    const std::string style = "style=\"filter: url(#f); clip-path: url(#c)\"";
    CHECK(Styled("<svg><g " + style + "></g></svg>").diagnostics.empty());
    CHECK(Styled("<p " + style + ">a</p>").diagnostics.warnings().size() == 2);
}

TEST_CASE("values of CSS that are not supported are said to be so") {
    CHECK(said_of("p { clip-path: url(#c) }") == Said{"'clip-path: url(#c)' is not supported"});
    CHECK(said_of("p { filter: blur(2px) url(\"a.svg#f\") }") ==
          Said{"'filter: blur(2px) url(\"a.svg#f\")' is not supported"});
    CHECK(said_of("p { text-orientation: upright }") ==
          Said{"'text-orientation: upright' is not supported"});
    CHECK(said_of("p { text-orientation: uprigth }") ==
          Said{"the value 'uprigth' of 'text-orientation' is not understood"});
}

// CSS Pseudo-Elements 4 §4: the rule is not one of the element's own marker.
TEST_CASE("a part of a part is not understood, and said") {
    CHECK(said_of("li::before::marker { color: red }") ==
          Said{"the selector 'li::before::marker' is not understood"});
}
