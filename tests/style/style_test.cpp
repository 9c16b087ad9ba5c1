#include <catch2/catch.hpp>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "style/sheets/themes.h"
#include "styled.h"

using namespace ghreveal;
using style::ComputedStyle;
using style::Display;

namespace {

constexpr Color kRed{255, 0, 0, 1};
constexpr Color kBlue{0, 0, 255, 1};

}  // namespace

TEST_CASE("::marker styles the marker of a list item and nothing else") {
    const Styled page(
        "<style>#a::marker, #p::marker { color: red }</style><ul><li id=\"a\">x</li>"
        "</ul><p id=\"p\">y</p>");
    const style::ElementStyles& item = page.styles.entry(page.node("a"));
    REQUIRE(item.marker);
    CHECK(item.marker->ink().color == kRed);
    CHECK_FALSE(item.element->ink().color == kRed);
    CHECK_FALSE(page.styles.entry(page.node("p")).marker);
}

TEST_CASE("the more specific rule wins, then the later one, then !important") {
    const Styled page(
        "<style>#a { color: red } p { color: blue } p.x { color: red } p.x { color: blue } #c { "
        "color: red !important }</style>"
        "<p id=\"a\">a</p><p id=\"b\" class=\"x\">b</p><p id=\"c\" style=\"color: blue\">c</p>");
    CHECK(page["a"].ink().color == kRed);
    CHECK(page["b"].ink().color == kBlue);
    CHECK(page["c"].ink().color == kRed);
}

TEST_CASE("an inline style beats the sheets and a presentational attribute loses to them") {
    const Styled page(
        "<style>td { width: 10px }</style><table><tr><td id=\"a\" width=\"50\">x</td>"
        "<td id=\"b\" style=\"width: 20px\">y</td></tr></table><img id=\"c\" width=\"30\" "
        "height=\"40%\">");
    CHECK(page["a"].box().width.length->px == 10);
    CHECK(page["b"].box().width.length->px == 20);
    CHECK(page["c"].box().width.length->px == 30);
    CHECK(page["c"].box().height.length->percent == 40);
}

TEST_CASE("em is of the element's font, rem of the root's, % of the parent's") {
    const Styled page(
        "<p id=\"a\" style=\"font-size: 50%; margin: 2em; padding: 1rem; line-height: "
        "150%\">x</p>");
    CHECK(page["a"].text().font.size == 20);
    CHECK(page["a"].box().margin.top.length->px == 40);
    CHECK(page["a"].box().padding.left.px == 16);
    CHECK(page["a"].text().line_height.value == 30);
}

TEST_CASE("viewport units are of the page, calc() adds and multiplies") {
    const Styled page(
        "<p id=\"a\" style=\"width: 10vw; height: 10vh; margin-left: calc(50% - 2 * (10px + "
        "1em))\">x</p>");
    CHECK(page["a"].box().width.length->px == Approx(99.8));
    CHECK(page["a"].box().height.length->px == Approx(72.8));
    CHECK(page["a"].box().margin.left.length->percent == 50);
    CHECK(page["a"].box().margin.left.length->px == Approx(-100));
}

TEST_CASE("custom properties inherit, have fallbacks, and do not loop") {
    const Styled page(
        "<style>section { --c: red; --d: var(--c); --e: var(--f); --f: var(--e) }</style>"
        "<p id=\"a\" style=\"color: var(--d)\">x</p><p id=\"b\" style=\"color: var(--none, "
        "blue)\">y</p>"
        "<p id=\"c\" style=\"color: var(--e)\">z</p>");
    CHECK(page["a"].ink().color == kRed);
    CHECK(page["b"].ink().color == kBlue);
    CHECK(page["c"].ink().color == (Color{0xee, 0xee, 0xee, 1}));
}

TEST_CASE("inherit, initial and unset work for every property") {
    const Styled page(
        "<div style=\"color: red; border: 2px solid blue\"><p id=\"a\" style=\"color: initial; "
        "border: inherit\">x</p>"
        "<p id=\"b\" style=\"display: unset; color: unset\">y</p></div>");
    CHECK(page["a"].ink().color == kBlack);
    CHECK(page["a"].box().border_width.top == 2);
    CHECK(page["a"].paint().border_color.top == kBlue);
    CHECK(page["b"].box().display == Display::kInline);
    CHECK(page["b"].ink().color == kRed);
}

TEST_CASE("colours are read in all notations") {
    const auto color = [](const std::string& value) {
        return Styled("<p id=\"a\" style=\"color: " + value + "\">x</p>")["a"].ink().color;
    };
    CHECK(color("#f00") == kRed);
    CHECK(color("#ff000080").alpha == Approx(0.5).margin(0.01));
    CHECK(color("rgb(255, 0, 0)") == kRed);
    CHECK(color("rgb(100% 0% 0% / 0.5)") == (Color{255, 0, 0, 0.5f}));
    CHECK(color("hsl(240, 100%, 50%)") == kBlue);
    CHECK(color("tomato") == (Color{255, 99, 71, 1}));
    CHECK(color("transparent").alpha == 0);
}

TEST_CASE("the background shorthand takes layers, position, size, repeat and colour") {
    const Styled page(
        "<p id=\"a\" style=\"background: url(a.png) right 10px top / cover no-repeat, "
        "linear-gradient(to right, red, blue 50%) #fff\">x</p>");
    const auto& paint = page["a"].paint();
    REQUIRE(paint.background_layers.size() == 2);
    CHECK(paint.background_layers[0].image_url == "a.png");
    CHECK(paint.background_layers[0].position_x == css::LengthPercentage{-10, 100});
    CHECK(paint.background_layers[0].size.keyword == css::BackgroundSize::Keyword::kCover);
    CHECK(paint.background_layers[0].repeat_x == css::Repeat::kNoRepeat);
    REQUIRE(paint.background_layers[1].gradient);
    CHECK(paint.background_layers[1].gradient->stops.size() == 2);
    CHECK(paint.background_color == kWhite);
}

TEST_CASE("an outline is a line and its parts, and an offset that the line does not reset") {
    const Styled page(
        "<p id=\"a\" style=\"outline-offset: -2px; outline: 3px solid blue; outline-color: "
        "red\">x</p>"
        "<p id=\"b\" style=\"outline-style: dotted; outline-width: 4.5px\">x</p>");
    CHECK(page["a"].paint().outline_offset == -2);
    CHECK(page["a"].paint().outline_width == 3);
    CHECK(page["a"].paint().outline_color == kRed);
    CHECK(page["b"].paint().outline_style == style::BorderStyle::kDotted);
    CHECK(page["b"].paint().outline_width == 4);
}

TEST_CASE("flex: 1 has a basis of zero; two numbers are grow and shrink") {
    const Styled page(
        "<p id=\"a\" style=\"flex: 1\">x</p><p id=\"b\" style=\"flex: 2 3 10px\">y</p><p id=\"c\" "
        "style=\"flex: none\">z</p>");
    CHECK(page["a"].box().flex_grow == 1);
    CHECK(page["a"].box().flex_basis.length->percent == 0);
    CHECK(page["b"].box().flex_shrink == 3);
    CHECK(page["b"].box().flex_basis.length->px == 10);
    CHECK(page["c"].box().flex_shrink == 0);
}

TEST_CASE("properties that had -webkit- before their names still go by those") {
    const Styled page(
        "<p id=\"a\" style=\"-webkit-transform: scale(2); -webkit-column-count: 3; "
        "-webkit-flex-grow: 4; -moz-column-count: 5\">x</p>");
    CHECK(page["a"].paint().transform.size() == 1);
    CHECK(page["a"].box().column_count == 3);
    CHECK(page["a"].box().flex_grow == 4);
    CHECK(page.diagnostics.warnings().empty());
}

TEST_CASE("object-position is the middle unless it says otherwise") {
    const Styled page(
        "<img id=\"a\" src=\"a.png\"><img id=\"b\" src=\"a.png\" "
        "style=\"object-position: right 10px\">");
    CHECK(page["a"].box().object_position_x.percent == 50);
    CHECK(page["b"].box().object_position_x.percent == 100);
    CHECK(page["b"].box().object_position_x.px == 0);
    CHECK(page["b"].box().object_position_y.px == 10);
}

TEST_CASE("grid shorthands set tracks, areas and lines") {
    const Styled page(
        "<div id=\"a\" style=\"display: grid; grid: 'x y' 10px 'x z' auto / 1fr repeat(2, 5px)\">"
        "<p id=\"b\" style=\"grid-area: 2 / 1 / span 3 / -1\">x</p></div>"
        "<div id=\"c\" style=\"grid-template-columns: 1fr; grid-template-columns: 1fr "
        "wrong\"></div>");
    const auto& grid = *page["a"].box().grid.value;
    CHECK(grid.rows.tracks.size() == 2);
    CHECK(grid.columns.tracks.size() == 3);
    CHECK(grid.areas.at("x").row_end == 2);
    CHECK(grid.areas.at("z").column_start == 1);
    const auto& placement = *page["b"].box().grid_placement.value;
    CHECK(placement.row_start.number == 2);
    CHECK(placement.row_end.is_span);
    CHECK(placement.column_end.number == -1);
    CHECK(page["c"].box().grid.value->columns.tracks.size() == 1);
}

TEST_CASE("integers are clamped, not wrapped around") {
    const Styled page(
        "<style>p:nth-child(99999999999) { color: red } p:nth-child(-99999999999n + 1) { z-index: "
        "3 "
        "}</style><p id=\"a\" style=\"z-index: 99999999999; order: 99999999999; columns: "
        "99999999999\">a</p><p id=\"b\" style=\"z-index: -99999999999; order: "
        "-99999999999\">b</p>");
    constexpr int kLargest = 2147483647;
    CHECK(page["a"].paint().z_index == kLargest);
    CHECK(page["a"].box().order == kLargest);
    CHECK(page["a"].box().column_count == 100);
    CHECK(page["b"].paint().z_index == -kLargest - 1);
    CHECK(page["b"].box().order == -kLargest - 1);
    CHECK_FALSE(page["a"].ink().color == kRed);
}

TEST_CASE("floats and positioned boxes are blocks") {
    const Styled page(
        "<i id=\"a\" style=\"float: left\">x</i><i id=\"b\" style=\"position: absolute\">y</i>");
    CHECK(page["a"].box().display == Display::kBlock);
    CHECK(page["b"].box().display == Display::kBlock);
}

TEST_CASE("generated content makes a pseudo-element, no content makes none") {
    const Styled page(
        "<style>#a::before { content: \"x\" counter(n) } #a::after { color: red }</style><p "
        "id=\"a\">x</p>");
    const auto& entry = page.styles.entry(page.node("a"));
    REQUIRE(entry.before);
    CHECK(entry.before->box().content.size() == 2);
    CHECK_FALSE(entry.after);
}

TEST_CASE("a fragment is hidden until its step, current at it, visible from then on") {
    const std::string deck =
        "- <span id=\"a\" class=\"fragment\">one</span>\n- <span id=\"b\" class=\"fragment "
        "highlight-current-red\">two</span>";
    CHECK(Styled(deck, 0)["a"].ink().visibility == style::Visibility::kHidden);
    CHECK(Styled(deck, 1)["a"].ink().visibility == style::Visibility::kVisible);
    CHECK(Styled(deck, 1)["b"].ink().color == (Color{0xee, 0xee, 0xee, 1}));
    CHECK(Styled(deck, 2)["b"].ink().color == (Color{0xff, 0x2c, 0x2d, 1}));
}

TEST_CASE(
    "a step that changes only what is drawn keeps the layout, one that moves boxes does not") {
    Styled page(
        "<style>#b.visible { padding: 5px }</style><p><span id=\"a\" class=\"fragment\">one</span> "
        "<span id=\"b\" class=\"fragment\">two</span></p>");
    const auto at = [&](int step) { return page.engine.style_slide(page.deck.slides[1], step); };
    CHECK(at(0).same_layout(at(1)));
    CHECK_FALSE(at(1).same_layout(at(2)));
}

TEST_CASE("elements whose values agree share their groups") {
    const Styled page("<p id=\"a\">x</p><p id=\"b\">y</p>");
    CHECK(&page["a"] == &page["b"]);
}

TEST_CASE("an override comes after everything") {
    Styled page("<p id=\"a\" style=\"font-size: 30px\">x</p>");
    const auto styles =
        page.engine.style_slide(page.deck.slides[1], 0, {{&page.node("a"), "font-size: 12px"}});
    CHECK(styles.of(page.node("a")).text().font.size == 12);
}

TEST_CASE("what a deck's own sheet has wrong is reported with its line and a guess") {
    const Styled page("<style>\np { colour: red;\n margin: wide }\n</style>\n\n<p id=\"a\">x</p>");
    REQUIRE(page.diagnostics.warnings().size() == 2);
    CHECK(to_string(page.diagnostics.warnings()[0]) ==
          "deck.md:6: warning: unknown property 'colour'; did you mean 'color'?");
    CHECK(page.diagnostics.warnings()[1].where.line == 7);
}

TEST_CASE("a declaration without a colon and a comment without an end are reported") {
    const Styled page(
        "<style>\np { color }\n/* and so on\nh1 { color: red }\n</style>\n\n"
        "<p id=\"a\" style=\"color=red\">x</p>");
    std::vector<std::string> said;
    for (const Diagnostic& one : page.diagnostics.warnings()) {
        said.push_back(one.what);
    }
    CHECK(said == std::vector<std::string>{"a comment is never closed", "'color' has no value",
                                           "there is no colon in 'color=red'"});
}

TEST_CASE("the program's own sheets have nothing in them that is not understood") {
    Diagnostics diagnostics;
    const deck::Deck deck = deck::parse_deck("---\ntitle: T\n---\n<i class=\"fa fa-github\"></i>\n",
                                             "deck.md", {}, diagnostics);
    text::FontBook fonts;
    const auto themes = data_directory() / "themes";
    style::StyleEngine engine(
        deck, themes / "night.css",
        {themes / "base" / "browser.css", themes / "base" / "reveal.css",
         themes / "base" / "reveal-3.8.css", themes / "base" / "reset.css",
         themes / "base" / "reveal-4.css", themes / "4" / "dracula.css",
         themes / "base" / "code" / "monokai.css", themes / "base" / "code" / "lines.css",
         themes / "base" / "code" / "zenburn.css", themes / "base" / "font-awesome.css",
         themes / "night.css"},
        {}, fonts, diagnostics);
    for (const auto& warning : diagnostics.warnings()) {
        UNSCOPED_INFO(to_string(warning));
    }
    CHECK(diagnostics.empty());
}

TEST_CASE("a theme that is not there is an error that names those that are") {
    try {
        style::find_theme("nigth", {}, {"deck.md", 3});
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.message().find(
                  "deck.md:3: error: no such theme 'nigth'; did you mean 'night'?") == 0);
    }
    CHECK_THROWS_AS(style::find_theme("none.css", {}, {}), Error);
}

// Selectors 4 §14.4.
TEST_CASE("a checked box is filled and has a mark, an open one is white") {
    const Styled page(
        "<input id=\"a\" type=\"checkbox\"><input id=\"b\" type=\"checkbox\" checked>"
        "<input id=\"c\" type=\"checkbox\" checked disabled>");
    CHECK(page["a"].paint().background_color == kWhite);
    CHECK(page["b"].paint().background_color == Color{0, 0x75, 255, 1});
    CHECK(page["b"].paint().background_layers.size() == 1);
    CHECK(page["c"].paint().opacity < 1);
}

TEST_CASE("a slide's data-state is a class around its own elements") {
    const Styled page(
        "§slide:data-state=a-state-of-many-letters§;\n\n"
        "<style>.a-state-of-many-letters h2 { color: red }</style>\n\n<h2 id=\"a\">x</h2>\n");
    CHECK(page["a"].ink().color == Color{255, 0, 0, 1});
}

TEST_CASE("Chromium's old names stand for the properties of today") {
    const Styled page(
        "<p id=\"a\" style=\"-webkit-column-rule-width: 7px; -webkit-column-rule-style: solid; "
        "-webkit-column-rule-color: red; -webkit-border-image: url(a.png) 1\">a</p>");
    CHECK(page["a"].paint().column_rule_width == 7);
    CHECK(page["a"].paint().column_rule_color == kRed);
    CHECK(page["a"].paint().border_image.value != nullptr);
}

TEST_CASE("corners and borders are named by where text begins") {
    const Styled page(
        "<p id=\"a\" dir=\"rtl\" style=\"border-start-start-radius: 5px; border-inline-style: "
        "solid; border-inline-width: 1px 2px\">a</p>");
    CHECK(page["a"].paint().radius_top_right.horizontal.px == 5);
    CHECK(page["a"].paint().radius_top_left.horizontal.px == 0);
    CHECK(page["a"].box().border_width.right == 1);
    CHECK(page["a"].box().border_width.left == 2);
}

TEST_CASE("of what is important, the first layer wins, and the element's own over all") {
    const Styled page(
        "<style>@layer first, second; @layer second { p { color: blue !important } } "
        "@layer first { p { color: red !important } } p { color: lime !important }</style>"
        "<p id=\"a\">a</p><p id=\"b\" style=\"color: blue !important\">b</p>");
    CHECK(page["a"].ink().color == kRed);
    CHECK(page["b"].ink().color == kBlue);
}
