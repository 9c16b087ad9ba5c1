// Custom properties and var(), as browsers have them.
#include "style/variables.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

constexpr Color kRed{255, 0, 0, 1};
constexpr Color kBlue{0, 0, 255, 1};

// `levels` custom properties of `references` references each to the one before: --a0 is `leaf`.
std::string bomb(int levels, int references, const std::string& leaf) {
    std::string css = fmt::format("--a0: {};", leaf);
    for (int level = 1; level <= levels; ++level) {
        css += fmt::format("--a{}:", level);
        for (int i = 0; i < references; ++i) {
            css += fmt::format(" var(--a{})", level - 1);
        }
        css += ";";
    }
    return css;
}

}  // namespace

TEST_CASE("a value that var() makes invalid is unset: no earlier declaration comes back") {
    // What Chromium computes.
    const Styled page(
        "<div style=\"color: red\">"
        "<p id=\"a\" style=\"width: 50px; --w: foo; width: var(--w)\">x</p>"
        "<p id=\"b\" style=\"color: blue; color: var(--none)\">x</p>"
        "<p id=\"c\" style=\"margin: 1px; --m: 2px foo; margin: var(--m)\">x</p></div>");
    CHECK(page["a"].box().width.is_auto());
    CHECK(page["b"].ink().color == kRed);
    CHECK(page["c"].box().margin.top.length->px == 0);
}

TEST_CASE("var() that names no custom property is invalid from the start") {
    const Styled page("<p id=\"a\" style=\"width: 50px; width: var(w); width: var()\">x</p>");
    CHECK(page["a"].box().width.length->px == 50);
}

TEST_CASE("neither a second ! nor a semicolon in a fallback is part of a value") {
    const Styled page(
        "<style>#a { color: blue; --a: red; color: var(--a) !important !important }"
        "#b { --a: blue; --b: red; --a: var(--b,;); color: var(--a) }"
        "#c { --b: blue; color: var(--b, f(;!)) }</style>"
        "<p id=\"a\">x</p><p id=\"b\">x</p><p id=\"c\">x</p>");
    CHECK(page["a"].ink().color == kBlue);
    CHECK(page["b"].ink().color == kBlue);
    CHECK(page["c"].ink().color == kBlue);
}

TEST_CASE("a value in which a parenthesis closes nothing is none") {
    const Styled page(
        "<style>#a { color: var(--a); --a: blue; --a: red) }</style><p id=\"a\">x</p>");
    CHECK(page["a"].ink().color == kBlue);
}

TEST_CASE("var() in a custom property is of the element that declares it") {
    // What Chromium computes: --d was red when it was inherited.
    const Styled page(
        "<div style=\"--c: red; --d: var(--c)\"><p id=\"a\" style=\"--c: blue; color: "
        "var(--d)\">x</p></div>");
    CHECK(page["a"].ink().color == kRed);
}

TEST_CASE("a custom property that is `initial` has no value, `inherit` has the parent's") {
    const Styled page(
        "<div style=\"--c: red\"><p id=\"a\" style=\"--c: initial; color: var(--c, blue)\">x</p>"
        "<p id=\"b\" style=\"--c: inherit; color: var(--c, blue)\">x</p></div>");
    CHECK(page["a"].ink().color == kBlue);
    CHECK(page["b"].ink().color == kRed);
}

TEST_CASE("custom properties in a circle have no value, whatever fallbacks are in them") {
    // CSS Custom Properties 1 §2.3, as Chromium does it.
    const Styled page(
        "<div style=\"color: red; --e: var(--f, green); --f: var(--e, green); --g: var(--e, "
        "blue)\"><p id=\"a\" style=\"color: var(--e, blue)\">x</p>"
        "<p id=\"b\" style=\"color: var(--f)\">x</p><p id=\"c\" style=\"color: "
        "var(--g)\">x</p></div>");
    CHECK(page["a"].ink().color == kBlue);
    CHECK(page["b"].ink().color == kRed);
    CHECK(page["c"].ink().color == kBlue);
}

TEST_CASE("var() grows to any size that decks need") {
    // 1000 shadows from three levels of ten.
    const Styled page("<p id=\"a\" style=\"" + bomb(3, 10, "counter 1") +
                      " counter-reset: var(--a3)\">x</p>");
    CHECK(page["a"].box().counter_reset.size() == 1000);
    CHECK(page.warnings().empty());
}

TEST_CASE("var() that grows past all bounds leaves its declaration out, and is said once") {
    // Twelve levels of ten references are 10^12 values; so are those that come to nothing.
    for (const char* leaf : {"counter 1", "", "var(--none,)"}) {
        const Styled page("<p id=\"a\" style=\"width: 10px;\n" + bomb(12, 10, leaf) +
                          "\ncounter-reset: b 2; counter-reset: var(--a12)\">x</p><p>y</p>");
        CHECK(page["a"].box().counter_reset.empty());
        CHECK(page["a"].box().width.length->px == 10);
        CHECK(page.warnings() ==
              std::vector<std::string>{
                  "deck.md:7: warning: the value of 'counter-reset' grows past all bounds by its "
                  "var(); the declaration is left out; the limit is 2097152; --limit "
                  "variable-bytes=NUMBER "
                  "sets another"});
    }
}

// The bound that docs/ gives for --limit variable-depth, for the sake of the stack.
TEST_CASE("var() may lead through sixty custom properties, and not through a hundred") {
    const auto styled = [](int levels) {
        return Styled("<p id=\"a\" style=\"" + bomb(levels, 1, "20px") + " width: var(--a" +
                      std::to_string(levels) + ")\">x</p>");
    };
    const Styled page = styled(60);
    CHECK(page["a"].box().width.length->px == 20);
    CHECK(page.warnings().empty());
    const Styled deeper = styled(100);
    CHECK(deeper["a"].box().width.is_auto());
    CHECK(deeper.warnings().size() == 1);
}

TEST_CASE("what var() may make is bounded in bytes, whatever it is made of") {
    const Limits limits{.variable_bytes = 10'000};
    const std::string css = "\"" + std::string(1000, 'x') + "\"";
    const css::Tokens leaf = css::tokenize(css);
    const css::Tokens twice = css::tokenize("var(--leaf) var(--leaf)");
    const css::Tokens often = css::tokenize("var(--twice) var(--twice) var(--twice) var(--twice)");
    style::CustomProperties properties;
    properties.own = {{"--leaf", &leaf}, {"--twice", &twice}};
    const auto small = style::substitute(twice, &properties, limits);
    REQUIRE(small.value);
    CHECK(small.value->size() == 3);
    const auto large = style::substitute(often, &properties, limits);
    CHECK_FALSE(large.value);
    CHECK(large.is_too_large);
}

TEST_CASE("custom properties are found on any element around that declares them") {
    std::string html = "<div style=\"";
    for (int i = 0; i < 1000; ++i) {
        html += fmt::format("--root{}: {}px;", i, i);
    }
    html += "\">";
    for (int i = 0; i < 2000; ++i) {
        html += fmt::format(
            "<p id=\"p{}\" style=\"--own: {}px; width: var(--own); height: "
            "var(--root999)\">x</p>",
            i, i);
    }
    const Styled page(html + "</div>");
    CHECK(page["p1999"].box().width.length->px == 1999);
    CHECK(page["p7"].box().height.length->px == 999);
}
