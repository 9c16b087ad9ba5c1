// Markdown for reveal-md.
#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "deck/deck.h"

using namespace ghreveal;

TEST_CASE("reveal-md.json names style sheets in a list, or with commas") {
    for (const std::string css : {R"(["own.css", "/b/two.css", "https://x.example/c.css"])",
                                  R"("own.css, /b/two.css,https://x.example/c.css")"}) {
        INFO(css);
        const TemporaryFolder folder;
        folder.put("reveal-md.json", "{\"css\": " + css + "}");
        folder.put("deck.md", "# A\n\n---\n\n# B");
        Diagnostics diagnostics;
        const deck::Deck deck =
            deck::read_deck((folder.path() / "deck.md").string(), {}, diagnostics);
        CHECK(deck.style_sheets ==
              std::vector<std::string>{"/own.css", "/b/two.css", "https://x.example/c.css"});
    }
}

// reveal.js 5.1's plugin puts the notes' HTML behind the slide's text before marked reads it.
TEST_CASE("notes that begin in code are shown with it, and that is said") {
    for (const std::string text : {"```js\na\nNote: said\n```", "a\n\n    b\n\n    Note: said"}) {
        INFO(text);
        const TemporaryFolder folder;
        folder.put("reveal-md.json", "{}");
        folder.put("reveal.json", R"({"markdown": {}})");
        folder.put("deck.md", "---\nnotesSeparator: 'Note:'\n---\n" + text);
        Diagnostics diagnostics;
        const deck::Deck deck =
            deck::read_deck((folder.path() / "deck.md").string(), {}, diagnostics);
        REQUIRE(diagnostics.warnings().size() == 1);
        CHECK(diagnostics.warnings()[0].what.find("begin in code") != std::string::npos);
        CHECK(dom::text_content(*deck.slides[0].section).find("<aside class=\"notes\"><p>said") !=
              std::string::npos);
        CHECK(deck.slides[0].notes_html.empty());
    }
}

// HedgeDoc's documentation, "Slide options".
TEST_CASE("HedgeDoc's slide options are the deck's") {
    const TemporaryFolder folder;
    folder.put("deck.md",
               "---\ntitle: T\ntype: slide\nslideOptions:\n  theme: white\n  width: 1280\n"
               "  slideNumber: c\n---\n# A\n\n---\n\n# B\n\n----\n\nC\n\nNote: said\n");
    Diagnostics diagnostics;
    const deck::Deck deck = deck::read_deck((folder.path() / "deck.md").string(), {}, diagnostics);
    CHECK(deck.format == deck::Format::kMarkdown);
    CHECK(deck.theme == "white");
    CHECK(deck.configuration.width == 1280);
    CHECK(deck.configuration.slide_number == deck::SlideNumberFormat::kC);
    REQUIRE(deck.slides.size() == 3);
    CHECK(deck.slides[2].notes_html == "<p>said</p>\n");
}

TEST_CASE("a reveal-md deck is cut at its own separators, and set by its project's files") {
    const TemporaryFolder folder;
    folder.put("reveal-md.json", R"({"theme": "white", "separator": "^===$", "css": "own.css"})");
    folder.put("reveal.json", R"({"width": 1280, "slideNumber": "c"})");
    folder.put("talks/deck.md",
               "---\ntitle: T\nrevealOptions:\n  height: 720\n---\n# A\n\n===\n\n# B\n\n----\n\nC");
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::read_deck((folder.path() / "talks/deck.md").string(), {}, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(deck.format == deck::Format::kMarkdown);
    CHECK(deck.slides.size() == 3);
    CHECK(deck.theme == "white");
    CHECK(deck.configuration.width == 1280);
    CHECK(deck.configuration.height == 720);
    CHECK(deck.configuration.slide_number == deck::SlideNumberFormat::kC);
    CHECK(deck.style_sheets == std::vector<std::string>{"/own.css"});
    CHECK(deck.slides[1].section->line == 8);  // where its separator stands
}
