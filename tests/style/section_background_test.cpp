#include "style/section_background.h"

#include <catch2/catch.hpp>

using namespace ghreveal;

namespace {

// The classes of a slide's section with these attributes of it.
std::string classes(const std::string& attributes, deck::RevealVersion version = {3, 5}) {
    Diagnostics diagnostics;
    deck::Deck deck = deck::parse_deck("---\ntitle: T\n---\n§slide:" + attributes + "§;\n\n## A\n",
                                       "deck.md", {}, diagnostics);
    deck.version = version;
    style::prepare_section_backgrounds(deck, {998, 728}, diagnostics);
    std::string result = *deck.slides[1].section->attribute("class");
    for (const auto& warning : diagnostics.warnings()) {
        result += "; " + to_string(warning);
    }
    return result;
}

}  // namespace

// reveal.js's measure: (299 R + 587 G + 114 B) / 1000, dark below 128, of the computed colour.
TEST_CASE("any CSS colour decides whether a slide's background is light or dark") {
    CHECK(classes("data-background=white") == "present has-light-background");
    CHECK(classes("data-background=#808080") == "present has-light-background");
    CHECK(classes("data-background=#7f7f7f") == "present has-dark-background");
    CHECK(classes("data-background-color=hsl(60,100%,80%)") == "present has-light-background");
    CHECK(classes("data-background-color=rebeccapurple") == "present has-dark-background");
    CHECK(classes("data-background=rgba(0,0,0,0)") == "present");
    CHECK(classes("data-background=white.png") == "present");
}

TEST_CASE("what a background has that paper or the version has not is said") {
    CHECK(classes("data-background-video=a.mp4")
              .find("the video 'a.mp4' behind the slide is left "
                    "out") != std::string::npos);
    CHECK(classes("data-background-iframe=https://x.example").find("the page") !=
          std::string::npos);
    CHECK(classes("data-background-image=a.png data-background-opacity=.3").find("3.8") !=
          std::string::npos);
    CHECK(classes("data-background-image=a.png data-background-opacity=.3", {3, 8}) == "present");
}

TEST_CASE("a value of a background's attribute that CSS does not have is said") {
    CHECK(classes("data-background=bleu") ==
          "present; deck.md:4: warning: 'bleu' of data-background has no effect; write a colour of "
          "CSS, or the address of a picture");
    CHECK(classes("data-background-size=hughe").find("'hughe' of data-background-size") !=
          std::string::npos);
    CHECK(classes("data-background-size=contain data-background-position=center") == "present");
}
