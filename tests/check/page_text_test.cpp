// What is found on the painted page.
#include "check/rules/text/page_text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>

#include "check/rules/text/reading_order.h"
#include "check/source_text.h"
#include "dom/parse.h"
#include "findings.h"
#include "pages/session.h"

using namespace ghreveal;
using namespace ghreveal::check;

namespace {

std::vector<Diagnostic> warnings_on_pages(const std::string& text,
                                          const PagePainter& painter = {}) {
    std::string folder = (std::filesystem::temp_directory_path() / "ghreveal-XXXXXX").string();
    folder = mkdtemp(folder.data());
    const std::string file = folder + "/deck.md";
    std::ofstream(file, std::ios::binary) << text;
    Diagnostics found;
    Timings timings;
    pages::Session session(file, {}, found, timings);
    const Limits limits;
    SourceTexts sources(limits);
    PageTextCheck check(session.deck(), session.page_geometry(), sources, found);
    check.paint_with(painter);
    session.for_each_page([&](const pages::Page& page) { check.check(page.slide, *page.content); });
    std::filesystem::remove_all(folder);
    return found.warnings();
}

// The rules that the pages of a deck break, with the text that each is about.
Said found_on_pages(const std::string& text, const PagePainter& painter = {}) {
    Said said;
    for (const Diagnostic& one : warnings_on_pages(text, painter)) {
        said.push_back(std::to_string(one.where.line) + " " + std::string(facts_of(one.rule).name));
    }
    return said;
}

// Of them those that a rule is about.
std::ptrdiff_t count_of(const std::string& rule, const Said& said) {
    return std::count_if(said.begin(), said.end(),
                         [&](const std::string& one) { return one.ends_with(" " + rule); });
}

const std::string kDeck = "---\ntitle: a\ntheme: white\n---\n\n# x\n\n";

}  // namespace

TEST_CASE("Contrast is measured against a fill that covers a picture or a gradient") {
    CHECK(found_on_pages(kDeck + "<div style=\"background:linear-gradient(red,blue)\"><p "
                                 "style=\"background:#fff;color:#ddd\">low</p></div>\n") ==
          Said{"8 contrast"});
    CHECK(found_on_pages(kDeck + "<div style=\"background:linear-gradient(red,blue)\"><p "
                                 "style=\"color:#ddd\">for people to see</p></div>\n")
              .empty());
}

// White on white has a contrast of 1, on black of 21 (WCAG 2.2, "contrast ratio").
TEST_CASE("On a gradient or a picture, what is painted behind most of a text counts") {
    const std::string deck =
        kDeck +
        "<p style=\"background:linear-gradient(red,blue);color:#fff;width:900px\">white text</p>\n";
    const auto painted = [](Color color) {
        return [color](const paint::DisplayList& page) {
            for (const paint::DisplayItem& item : page) {
                CHECK(!std::holds_alternative<paint::DrawGlyphs>(item));
            }
            return paint::PagePixels{2000, 2000, std::vector<Color>(4'000'000, color)};
        };
    };
    CHECK(found_on_pages(deck, painted(kWhite)) == Said{"8 contrast"});
    CHECK(found_on_pages(deck, painted(kBlack)).empty());
}

TEST_CASE("A shadow sets off all words that it lies behind, unless it is of their background") {
    const auto shadowed = [](const char* color) {
        return found_on_pages(kDeck + "<p style=\"color:#ddd;text-shadow:1px 1px " + color +
                              "\">low low words</p>\n");
    };
    CHECK(shadowed("#000").empty());
    CHECK(shadowed("#fff") == Said{"8 contrast"});
}

TEST_CASE("Text that is cut off or stands beside the page is not measured") {
    CHECK(found_on_pages(kDeck + "<div style=\"overflow:hidden;width:100px;white-space:nowrap;"
                                 "background:#222;color:#eee\">seen and then not seen</div>\n")
              .empty());
    CHECK(found_on_pages(kDeck + "<p style=\"position:absolute;top:-900px;color:#eee\">above</p>\n")
              .empty());
}

TEST_CASE("A text in capitals by its style is found on its line") {
    CHECK(found_on_pages(kDeck +
                         "one\n\n<p style=\"color:#ddd;text-transform:uppercase\">low</p>\n") ==
          Said{"10 contrast"});
}

// WCAG 2.2 §1.3.2.
TEST_CASE("A text that stands above one that is read before it is found") {
    CHECK(found_on_pages(kDeck +
                         "<div style=\"display:flex;flex-direction:column-reverse\"><p>below</p>\n"
                         "<p>above</p></div>\n") == Said{"9 reading-order"});
    CHECK(found_on_pages(kDeck +
                         "<div style=\"display:flex;flex-direction:row-reverse\"><p>right</p>\n"
                         "<p>left</p></div>\n\n$$\\frac{a}{b}$$\n")
              .empty());
}

TEST_CASE("Each pair of colours with too little contrast is told of once a slide") {
    CHECK(found_on_pages(kDeck + "<p style=\"color:#ddd\">one</p>\n\n"
                                 "<p style=\"color:#cdd\">two</p>\n\n"
                                 "<p style=\"color:#ddd\">three</p>\n") ==
          Said{"8 contrast", "10 contrast"});
}

TEST_CASE("Text that is small because its slide or its box was made to fit is told of once") {
    const std::string tall = "<div style=\"height:2000px\">a</div>\n\n";
    const Said fitted = found_on_pages(kDeck + tall);
    CHECK(count_of("overflow", fitted) == 1);
    CHECK(count_of("text-too-small", fitted) == 0);
    const Said small = found_on_pages(kDeck + tall + "<p style=\"font-size:10px\">tiny</p>\n");
    CHECK(count_of("overflow", small) == 1);
    CHECK(count_of("text-too-small", small) == 1);
    const Said code = found_on_pages(kDeck + "```\n" + std::string(200, 'x') + "\n```\n");
    CHECK(count_of("overflow", code) == 1);
    CHECK(count_of("text-too-small", code) == 0);
}

// reveal.js's highlight plugin dims them to 0.4.
TEST_CASE("Lines of code that a step dims are measured where they are not") {
    const std::string deck = "---\ntitle: a\ntheme: white\nseparator: '^---$'\n---\n\n# x\n\n";
    // The second line is red on grey, 4.0:1, and is told of where it is not dimmed.
    CHECK(found_on_pages(deck + "```text [1|2]\nabc\nxyz\n```\n") == Said{"11 contrast"});
    CHECK(found_on_pages(deck + "<p style=\"opacity: 0.2\">a</p>\n") == Said{"9 contrast"});
}

// A character for private use has no shape that a message could show.
TEST_CASE("An icon with too little contrast is named by its number") {
    const auto found = warnings_on_pages(kDeck + "<p style=\"color:#ddd\">\uf0c8</p>\n");
    const auto contrast = std::find_if(found.begin(), found.end(), [](const Diagnostic& one) {
        return one.rule == Rule::kContrast;
    });
    REQUIRE(contrast != found.end());
    CHECK(contrast->what.starts_with("the icon U+F0C8 has a contrast of "));
}
