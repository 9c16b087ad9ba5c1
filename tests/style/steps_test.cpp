// A slide's styles from one step to the next, of which only what can change is made anew.
#include <catch2/catch.hpp>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

constexpr Color kRed{255, 0, 0, 1};

// Four paragraphs, of which the second and the fourth are fragments, in a division each.
std::string page_with(const std::string& rule) {
    std::string html = "<style>" + rule + "</style><div id=\"all\">";
    for (const char* id : {"a", "b", "c", "d"}) {
        const bool is_fragment = *id == 'b' || *id == 'd';
        html += std::string("<p id=\"") + id + "\"" + (is_fragment ? " class=\"fragment\"" : "") +
                "><i id=\"in-" + id + "\">x</i></p>";
    }
    return html + "</div>";
}

std::string red_ones(Styled& page) {
    std::string ids;
    for (const char* id : {"all", "a", "in-a", "b", "in-b", "c", "in-c", "d", "in-d"}) {
        if (page[id].ink().color == kRed) {
            ids += std::string(ids.empty() ? "" : " ") + id;
        }
    }
    return ids;
}

// At the steps 0, 1, 2 and again 0, one after the other.
std::vector<std::string> red_at_steps(const std::string& selector) {
    Styled page(page_with(selector + " { color: red }"));
    std::vector<std::string> ids;
    for (const int step : {0, 1, 2, 0}) {
        page.styles = page.engine.style_slide(page.deck.slides[1], step);
        ids.push_back(red_ones(page));
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a step's classes matter to their element and what is in it") {
    CHECK(red_at_steps("p.visible") == Ids{"", "b in-b", "b in-b d in-d", ""});
    CHECK(red_at_steps(".current-fragment i") == Ids{"", "in-b", "in-d", ""});
    CHECK(red_at_steps("p:not(.visible)") == Ids{"a in-a b in-b c in-c d in-d",
                                                 "a in-a c in-c d in-d", "a in-a c in-c",
                                                 "a in-a b in-b c in-c d in-d"});
    CHECK(red_at_steps("i:is(.visible > i)") == Ids{"", "in-b", "in-b in-d", ""});
}

TEST_CASE("a step's classes matter to elements elsewhere as selectors lead there") {
    CHECK(red_at_steps(".visible + p") == Ids{"", "c in-c", "c in-c", ""});
    CHECK(red_at_steps(".visible ~ p > i") == Ids{"", "in-c in-d", "in-c in-d", ""});
    CHECK(red_at_steps("p:has(+ .current-fragment)") == Ids{"", "a in-a", "c in-c", ""});
    CHECK(red_at_steps("i:not(p:nth-child(1 of :not(.visible)) i)") ==
          Ids{"in-b in-c in-d", "in-b in-c in-d", "in-b in-c in-d", "in-b in-c in-d"});
    CHECK(red_at_steps("p:nth-child(2 of :not(.visible))") ==
          Ids{"b in-b", "c in-c", "c in-c", "b in-b"});
    CHECK(red_at_steps("i:is(.visible + p i)") == Ids{"", "in-c", "in-c", ""});
}

TEST_CASE("what a step hides has no styles below, and gets them when it is shown again") {
    Styled page(page_with(".current-fragment { display: none }"));
    for (const int step : {0, 1, 2, 0}) {
        page.styles = page.engine.style_slide(page.deck.slides[1], step);
        CHECK(page.styles.has(page.node("in-b")) == (step != 1));
        CHECK(page.styles.has(page.node("in-d")) == (step != 2));
    }
}

TEST_CASE("overrides are laid over a slide that was styled, and taken away again") {
    Styled page(page_with("p { color: red }"));
    const deck::Slide& slide = page.deck.slides[1];
    page.styles = page.engine.style_slide(slide, 0, {{&page.node("all"), "display: none"}});
    CHECK_FALSE(page.styles.has(page.node("a")));
    page.styles = page.engine.style_slide(slide, 0, {{&page.node("a"), "color: blue"}});
    CHECK(red_ones(page) == "b in-b c in-c d in-d");
    page.styles = page.engine.style_slide(slide, 1);
    CHECK(red_ones(page) == "a in-a b in-b c in-c d in-d");
}
