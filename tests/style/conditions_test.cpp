// Selectors 4, CSS Nesting 1, Cascade 5's layers, Conditional 3, Media Queries 4: expected is what
// these specifications say of a window of the slide's size.
#include <catch2/catch.hpp>

#include "style/properties/ink_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

constexpr Color kTaken{1, 2, 3, 1};

// Whether a sheet's rule gives the element `a` its colour `T`.
bool takes(const std::string& rules, const std::string& html) {
    std::string sheet = rules;
    for (std::size_t at = sheet.find('T'); at != std::string::npos; at = sheet.find('T')) {
        sheet.replace(at, 1, "rgb(1,2,3)");
    }
    const Styled page("<style>" + sheet + "</style>" + html);
    return page["a"].ink().color == kTaken;
}

bool applies(const std::string& at_rule) {
    return takes(at_rule + " { #a { color: T } }", "<p id=\"a\">a</p>");
}

}  // namespace

TEST_CASE("rules in rules are of elements in theirs, or of & itself") {
    CHECK(takes(".x { & b { color: T } }", "<p class=\"x\"><b id=\"a\">a</b></p>"));
    CHECK(takes(".x { b { color: T } }", "<p class=\"x\"><b id=\"a\">a</b></p>"));
    CHECK(takes(".x { > b { color: T } }", "<p class=\"x\"><b id=\"a\">a</b></p>"));
    CHECK(takes(".x { &.y { color: T } }", "<p class=\"x y\" id=\"a\">a</p>"));
    CHECK(
        takes(".x { .z & { color: T } }", "<div class=\"z\"><p class=\"x\" id=\"a\">a</p></div>"));
    CHECK(takes(".x { @media screen { color: T } }", "<p class=\"x\" id=\"a\">a</p>"));
    CHECK(takes(".x { b { color: red } color: T }", "<p class=\"x\" id=\"a\">a</p>"));
    CHECK_FALSE(takes(".x { & > b { color: T } }", "<p class=\"x\"><i><b id=\"a\">a</b></i></p>"));
}

TEST_CASE(":has() asks what is in an element, or behind it") {
    CHECK(takes("p:has(b) { color: T }", "<p id=\"a\"><i><b>b</b></i></p>"));
    CHECK_FALSE(takes("p:has(> b) { color: T }", "<p id=\"a\"><i><b>b</b></i></p>"));
    CHECK(takes("p:has(i b) { color: T }", "<p id=\"a\"><i><b>b</b></i></p>"));
    CHECK_FALSE(takes("i:has(p b) { color: T }", "<p><i id=\"a\"><b>b</b></i></p>"));
    CHECK(takes("p:has(+ ul) { color: T }", "<div><p id=\"a\">a</p><ul><li>b</li></ul></div>"));
    CHECK(takes("p:has(~ ul > li) { color: T }",
                "<div><p id=\"a\">a</p><hr><ul><li>b</li></ul></div>"));
}

TEST_CASE(":nth-child(… of S) counts those that match S") {
    const std::string html = "<div><p>x</p><p class=\"c\" id=\"a\">a</p><p class=\"c\">b</p></div>";
    CHECK(takes("p:nth-child(1 of .c) { color: T }", html));
    CHECK(takes("p:nth-last-child(2 of .c) { color: T }", html));
    CHECK_FALSE(takes("p:nth-child(2 of .c) { color: T }", html));
}

TEST_CASE("what is not valid drops its rule, and only itself in :is()") {
    CHECK_FALSE(takes("#a, p:nonsense { color: T }", "<p id=\"a\">a</p>"));
    CHECK_FALSE(takes("#a, p::nonsense { color: T }", "<p id=\"a\">a</p>"));
    CHECK(takes("#a, p:hover { color: T }", "<p id=\"a\">a</p>"));
    CHECK(takes("p:is(#a, :nonsense) { color: T }", "<p id=\"a\">a</p>"));
}

TEST_CASE("later layers win, and what is in none over all") {
    CHECK(takes("@layer x { #a { color: T } }", "<p id=\"a\">a</p>"));
    CHECK(takes("@layer x, y; @layer y { p { color: T } } @layer x { #a { color: red } }",
                "<p id=\"a\">a</p>"));
    CHECK(takes("p { color: T } @layer x { #a { color: red } }", "<p id=\"a\">a</p>"));
    CHECK(takes("@layer x { p { color: T } @layer y { #a { color: red } } }", "<p id=\"a\">a</p>"));
}

TEST_CASE("@supports is answered in truth") {
    CHECK_FALSE(applies("@supports selector(> b)"));  // there is nothing that it is relative to
    CHECK_FALSE(applies("@supports (--: a)"));
    CHECK(applies("@supports (--x: a)"));
    CHECK(applies("@supports (display: grid)"));
    CHECK_FALSE(applies("@supports not (display: grid)"));
    CHECK_FALSE(applies("@supports (nonsense: 1)"));
    CHECK(applies("@supports (display: grid) and (not (nonsense: 1))"));
    CHECK(applies("@supports (nonsense: 1) or (color: red)"));
    CHECK(applies("@supports selector(a > b)"));
    CHECK_FALSE(applies("@supports selector(a:nonsense)"));
    CHECK(applies("@supports selector(:is(a, b))"));
    CHECK_FALSE(applies("@supports selector(:is(:nonsense, a))"));
    CHECK_FALSE(applies("@supports (color: red;)"));
    CHECK(applies("@supports (--x: y)"));
    CHECK(applies("@supports (--x:)"));
    CHECK_FALSE(applies("@supports (color:)"));
    CHECK(applies("@supports (--x: var(--y, z))"));
    CHECK_FALSE(applies("@supports (--x: var(1px))"));
    CHECK_FALSE(applies("@supports (--x: var(--y,!))"));
}

TEST_CASE("media queries compare, and join by and, or and not") {
    // Media Queries 4 §3: words of the grammar are no types, and such a query is never true.
    CHECK_FALSE(applies("@media or"));
    CHECK_FALSE(applies("@media not or"));
    CHECK(applies("@media not tv"));
    CHECK(applies("@media (width >= 500px)"));
    CHECK(applies("@media (400px <= width <= 2000px)"));
    CHECK_FALSE(applies("@media (width < 500px)"));
    CHECK(applies("@media (min-aspect-ratio: 1/1)"));
    CHECK(applies("@media (min-width: 100px) or (orientation: portrait)"));
    CHECK(applies("@media not all and (monochrome)"));
    CHECK(applies("@media not (width < 500px)"));
    CHECK_FALSE(applies("@media (prefers-color-scheme: dark)"));
    CHECK_FALSE(applies("@media only screen and (hover: none)"));
    CHECK_FALSE(applies("@media print"));
    CHECK_FALSE(applies("@media not (nonsense)"));
}
