// Which elements a selector matches (Selectors 4).
#include <catch2/catch.hpp>

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

constexpr Color kRed{255, 0, 0, 1};
constexpr Color kBlue{0, 0, 255, 1};

}  // namespace

TEST_CASE("combinators, attributes and structural classes select") {
    const Styled page(
        "<style>#a > i { color: red } #a b + i { color: blue } i ~ u { color: red } [title^=x] { "
        "color: blue }"
        " s:nth-child(2) { color: red } s:not(.n):last-child { color: blue }</style>"
        "<p id=\"a\"><i id=\"i1\">1</i><b>2</b><i id=\"i2\">3</i><u id=\"u\">4</u></p>"
        "<p id=\"t\" title=\"xyz\">t</p><p><s>1</s><s id=\"s2\">2</s><s id=\"s3\">3</s></p>");
    CHECK(page["i1"].ink().color == kRed);
    CHECK(page["i2"].ink().color == kBlue);
    CHECK(page["u"].ink().color == kRed);
    CHECK(page["t"].ink().color == kBlue);
    CHECK(page["s2"].ink().color == kRed);
    CHECK(page["s3"].ink().color == kBlue);
}

TEST_CASE("the only one of its type is both the first and the last") {
    const Styled page(
        "<style>b:only-of-type, i:only-of-type { color: red }</style>"
        "<p><b id=\"first\">x</b><i id=\"only\">x</i><b id=\"last\">x</b></p>");
    CHECK(page["only"].ink().color == kRed);
    CHECK_FALSE(page["first"].ink().color == kRed);
    CHECK_FALSE(page["last"].ink().color == kRed);
}

TEST_CASE("siblings are counted and tried once: a list of 30,000 items is styled as it is long") {
    // Each item asked for all before it would be 10^9 steps.
    std::string html =
        "<style>li:nth-child(3n) { color: red } li:nth-last-of-type(1) { color: blue }"
        "i.none ~ li, li.none ~ b ~ li { color: green } li.x ~ li { opacity: 0.5 }</style><ul>";
    for (int i = 1; i <= 30'000; ++i) {
        html += "<li id=\"i" + std::to_string(i) + "\"" + (i == 15'000 ? " class=\"x\"" : "") +
                ">x</li>";
    }
    const Styled page(html + "</ul>");
    CHECK(page["i3"].ink().color == kRed);
    CHECK(page["i29997"].ink().color == kRed);
    CHECK(page["i30000"].ink().color == kBlue);
    CHECK(page["i15000"].paint().opacity == 1);
    CHECK(page["i15001"].paint().opacity == 0.5F);
}

TEST_CASE("a selector of many combinators is not tried in all the ways there are") {
    // Thirty ancestors for twenty compounds: 10^7 ways each.
    std::string html =
        "<style>.none div div div div div div div div div div div div div div div p, "
        ".none > div div div div > div div div div div div div div p, "
        "i.none + p ~ p ~ p ~ p ~ p ~ p ~ p ~ p ~ p ~ p ~ p { color: red }"
        "section > div div div > div div div p { opacity: 0.5 }</style>";
    for (int i = 0; i < 60; ++i) {
        html += "<div>";
    }
    for (int i = 0; i < 60; ++i) {
        html += "<p id=\"p" + std::to_string(i) + "\">x</p>";
    }
    const Styled page(html);
    CHECK(page["p59"].paint().opacity == 0.5F);
    CHECK(page["p59"].ink().color == page["p0"].ink().color);
}

TEST_CASE("combinators match by any element that fits, not by the nearest alone") {
    // The nearest <b> has no .a around it that fits; a farther one has.
    const Styled page(
        "<style>.a > b i { color: red } .c ~ s + u ~ tt { color: red } em + .d ~ u > "
        "kbd { color: red }</style>"
        "<p class=\"a\"><b><span><b><i id=\"i\">x</i></b></span></b></p>"
        "<p><q class=\"c\"></q><u></u><s></s><u></u><u></u><tt id=\"t\">x</tt></p>"
        "<p><em></em><q class=\"d\"></q><q class=\"d\"></q><u><kbd id=\"k\">x</kbd></u></p>");
    CHECK(page["i"].ink().color == kRed);
    CHECK(page["t"].ink().color == kRed);
    CHECK(page["k"].ink().color == kRed);
}

TEST_CASE("a pseudo-element in :is() is left out, and does not weigh") {
    const Styled page(
        "<style>p { color: red } :is(*, ::before) { color: blue } :not(::before) { color: blue }"
        "</style><p id=\"a\">a</p>");
    CHECK(page["a"].ink().color == kRed);
}

TEST_CASE("behind a pseudo-element no class may stand, and nothing is nested in one") {
    const Styled page(
        "<style>#a, i::before.x { color: red } #b::before { & { color: red } }"
        " #c, b::before { color: blue; & { font-style: normal } }</style>"
        "<p id=\"a\">a</p><p id=\"b\">b</p><p id=\"c\">c</p>");
    CHECK_FALSE(page["a"].ink().color == kRed);
    CHECK_FALSE(page["b"].ink().color == kRed);
    CHECK(page["c"].ink().color == kBlue);
}
