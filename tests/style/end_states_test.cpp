// What moves over time or with scrolling, shown as it ends; and values that go back in the cascade.
#include <catch2/catch.hpp>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "styled.h"

using namespace ghreveal;

TEST_CASE("an animation that fills forwards leaves its last keyframe") {
    const Styled page(
        "<style>@keyframes in { from { opacity: 0 } 50% { width: 5px } to { opacity: 0.75; width: "
        "60px } }"
        "p { opacity: 0 } #a { animation: in 1s forwards } #b { animation: in 1s ease both reverse "
        "}"
        "#c { animation: in 1s } #d { animation: in 1s infinite forwards }"
        "#e { animation-name: in; animation-fill-mode: forwards; width: 10px !important }</style>"
        "<p id=\"a\">a</p><p id=\"b\">b</p><p id=\"c\">c</p><p id=\"d\">d</p><p id=\"e\">e</p>");
    CHECK(page["a"].paint().opacity == 0.75F);
    CHECK(page["a"].box().width.length->px == 60);
    CHECK(page["b"].paint().opacity == 0);
    CHECK(page["b"].box().width.is_auto());
    CHECK(page["c"].paint().opacity == 0);
    CHECK(page["d"].paint().opacity == 0);
    CHECK(page["e"].paint().opacity == 0.75F);
    CHECK(page["e"].box().width.length->px == 10);
}

// CSS Animations 1 §4.4: what runs to and fro an even number of times ends where it began.
TEST_CASE("an animation's direction says which keyframe is its last") {
    const Styled page(
        "<style>@keyframes in { from { opacity: 0.25 } to { opacity: 0.75 } }"
        "p { animation: in 1s forwards } #a { animation-direction: reverse }"
        "#b { animation-direction: alternate; animation-iteration-count: 2 }"
        "#c { animation-direction: alternate; animation-iteration-count: 3 }"
        "#d { animation-direction: alternate-reverse }</style>"
        "<p id=\"a\">a</p><p id=\"b\">b</p><p id=\"c\">c</p><p id=\"d\">d</p>");
    CHECK(page["a"].paint().opacity == 0.25F);
    CHECK(page["b"].paint().opacity == 0.25F);
    CHECK(page["c"].paint().opacity == 0.75F);
    CHECK(page["d"].paint().opacity == 0.25F);
}

TEST_CASE("revert goes back to the browser's sheet, revert-layer to the layers below") {
    const Styled page(
        "<style>@layer low { #b { color: red } } @layer high { #b { color: blue; color: "
        "revert-layer } }"
        "b { font-weight: 400; display: block } #a { font-weight: revert; display: revert }"
        "#c { color: blue } #c { color: revert }</style>"
        "<div><b id=\"a\">a</b><b id=\"b\">b</b></div><div style=\"color: red\"><i "
        "id=\"c\">c</i></div>");
    CHECK(page["a"].text().font.weight == 700);
    CHECK(page["a"].box().display == style::Display::kInline);
    CHECK(page["b"].ink().color == Color{255, 0, 0, 1});
    CHECK(page["c"].ink().color == Color{255, 0, 0, 1});
}

TEST_CASE("all resets every property but the direction of writing") {
    const Styled page(
        "<div style=\"color: red\" dir=\"rtl\"><p id=\"a\" style=\"width: 5px; margin: 3px; color: "
        "blue; all: unset\">a</p><p id=\"b\" style=\"color: blue; all: initial; width: "
        "5px\">b</p></div>");
    CHECK(page["a"].box().width.is_auto());
    CHECK(page["a"].box().margin.top.length->px == 0);
    CHECK(page["a"].ink().color == Color{255, 0, 0, 1});
    CHECK(page["a"].text().direction == style::Direction::kRightToLeft);
    CHECK(page["b"].ink().color == kBlack);
    CHECK(page["b"].box().width.length->px == 5);
}

TEST_CASE("overflow clip stays apart from what scrolls") {
    const Styled page(
        "<p id=\"a\" style=\"overflow: clip visible\">a</p><p id=\"b\" style=\"overflow: hidden "
        "visible\">b</p>");
    CHECK(page["a"].box().overflow_x == style::Overflow::kClip);
    CHECK(page["a"].box().overflow_y == style::Overflow::kVisible);
    CHECK(page["b"].box().overflow_y == style::Overflow::kAuto);
}
