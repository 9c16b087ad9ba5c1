#include "export/pdf/document/document_facts.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "dom/parse.h"

using namespace ghreveal;
using namespace ghreveal::exporter;

namespace {

deck::Slide slide_at(int h, int v) {
    deck::Slide slide;
    slide.index = {h, v, v > 0};
    return slide;
}

}  // namespace

TEST_CASE("Inline HTML becomes plain text") {
    CHECK(plain_text("A <b>bold</b>\n  word &amp; more ") == "A bold word & more");
    CHECK(plain_text("plain").size() == 5);
    CHECK(plain_text("").empty());
}

TEST_CASE("A page label is the slide's number, counted from one") {
    const deck::Deck deck;
    CHECK(page_label(deck, slide_at(0, 0)) == "1");
    CHECK(page_label(deck, slide_at(2, 0)) == "3");
    CHECK(page_label(deck, slide_at(1, 1)) == "2.2");
}

TEST_CASE("A slide without a title is named by its first words") {
    const deck::Deck deck;
    deck::Slide slide = slide_at(2, 0);
    CHECK(outline_title(deck, slide) == "Slide 3");
    dom::Document document;
    slide.section = &document.create_element("section");
    document.append_child(*slide.section,
                          document.create_text("  Some words that go on and on, "
                                               "further than an outline has room for\n"));
    const std::string title = outline_title(deck, slide);
    CHECK(title == "Some words that go on and on, further than an outline has…");
    slide.title = "Its title";
    CHECK(outline_title(deck, slide) == "Its title");
}

TEST_CASE("Words of different blocks are not joined in a slide's name") {
    const deck::Deck deck;
    deck::Slide slide = slide_at(2, 0);
    dom::Document document;
    slide.section = &document.create_element("section");
    dom::parse_fragment(document, *slide.section,
                        "<div>Left co<b>lumn</b></div><div>Right<br>column</div>", "section");
    CHECK(outline_title(deck, slide) == "Left column Right column");
}

TEST_CASE("SOURCE_DATE_EPOCH decides over the deck's date") {
    deck::Metadata metadata;
    CHECK(document_date(metadata).empty());
    metadata.date = "2020-03-31 10:00:00 +0200";
    CHECK(document_date(metadata) == "2020-03-31");
    metadata.date = "last spring";
    CHECK(document_date(metadata).empty());
    setenv("SOURCE_DATE_EPOCH", "86400", 1);
    CHECK(document_date(metadata) == "1970-01-02T00:00:00Z");
    unsetenv("SOURCE_DATE_EPOCH");
}
