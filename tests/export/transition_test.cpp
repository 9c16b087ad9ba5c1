#include "export/pdf/document/transition.h"

#include <catch2/catch.hpp>

#include "dom/document.h"

using namespace ghreveal;
using namespace ghreveal::exporter;

namespace {

std::string entry_of(const std::string& of_deck, const std::string& of_slide = "", int v = 0) {
    deck::Deck deck;
    deck.metadata.other["transition"] = of_deck;
    dom::Node& section = deck.document.create_element("section");
    if (!of_slide.empty()) {
        section.set_attribute("data-transition", of_slide);
    }
    deck::Slide slide;
    slide.index = {1, v, v > 0};
    slide.section = &section;
    return transition_entry(deck, slide);
}

}  // namespace

// reveal.js's transitions (its documentation) and PDF 32000-1 §12.4.4.1, table 162.
TEST_CASE("A deck's transition is the nearest one that PDF has") {
    CHECK(entry_of("fade") == "/Trans<</S/Fade/D 0.8>>");
    CHECK(entry_of("slide") == "/Trans<</S/Push/Di 0/D 0.8>>");
    CHECK(entry_of("convex") == "/Trans<</S/Push/Di 0/D 0.8>>");
    CHECK(entry_of("zoom") == "/Trans<</S/Box/M/O/D 0.8>>");
}

TEST_CASE("Slides of a stack come up downwards") {
    CHECK(entry_of("slide", "", 1) == "/Trans<</S/Push/Di 270/D 0.8>>");
}

TEST_CASE("Without a transition, with none or an unknown one, a slide just comes up") {
    CHECK(entry_of("").empty());
    CHECK(entry_of("none").empty());
    CHECK(entry_of("spin").empty());
}

TEST_CASE("A slide's own transition counts more than the deck's") {
    CHECK(entry_of("slide", "fade") == "/Trans<</S/Fade/D 0.8>>");
    CHECK(entry_of("slide", "none").empty());
}

TEST_CASE("Of a transition in two parts the one in which the slide comes up counts") {
    CHECK(entry_of("", "slide-in fade-out") == "/Trans<</S/Push/Di 0/D 0.8>>");
    CHECK(entry_of("", "zoom fade-out") == "/Trans<</S/Box/M/O/D 0.8>>");
    CHECK(entry_of("fade", "slide-out").empty());
}
