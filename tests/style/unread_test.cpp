// What CSS drops by its own rules is told of.
#include "style/properties/ink_style.h"
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
