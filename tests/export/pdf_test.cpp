#include "export/pdf/pdf.h"

#include <catch2/catch.hpp>

#include "../draw/test_face.h"
#include "support/error.h"
#include "tools.h"

using namespace ghreveal;
using namespace ghreveal::exporter;
using Catch::Contains;
using Catch::Matches;

namespace {

constexpr Size kPage{998, 728};

// Two slides alone and a stack of two: 0, 1/0, 1/1, 2.
deck::Deck small_deck() {
    deck::Deck deck;
    deck.file = "talk.md";
    deck.metadata.title = "Caf&eacute; <em>et</em> th\u00e9";
    deck.metadata.author = "A. Uthor";
    deck.metadata.subject = "Drinks";
    deck.metadata.keywords = {"coffee", "tea"};
    const std::vector<std::pair<deck::SlideIndex, std::string>> slides{{{0, 0, false}, "Title"},
                                                                       {{1, 0, true}, "Stack"},
                                                                       {{1, 1, true}, "Below"},
                                                                       {{2, 0}, "End"}};
    for (const auto& [index, title] : slides) {
        deck::Slide slide;
        slide.index = index;
        slide.number = static_cast<int>(deck.slides.size()) + 1;
        slide.title = title;
        deck.slides.push_back(slide);
    }
    return deck;
}

std::string pdf_of(const deck::Deck& deck, std::vector<pages::Page> pages,
                   std::vector<std::size_t> slides = {0, 1, 2, 3}) {
    std::string bytes;
    PdfWriter writer(deck, kPage, std::move(slides),
                     [&bytes](std::string_view part) { bytes += part; });
    for (const pages::Page& page : pages) {
        writer.add_page(page);
    }
    writer.finish();
    return bytes;
}

pages::Page page_with(std::size_t slide, paint::DisplayList content, int step = 0) {
    return {slide, step, std::make_shared<const paint::DisplayList>(std::move(content))};
}

paint::DrawGlyphs words(const TestFace& face, const std::string& text, Point origin) {
    return {face.run(text, 40), origin, kBlack};
}

void append(pages::Page& page, const paint::DisplayList& more) {
    paint::DisplayList content = *page.content;
    content.insert(content.end(), more.begin(), more.end());
    page.content = std::make_shared<const paint::DisplayList>(std::move(content));
}

std::vector<pages::Page> one_page_a_slide(const TestFace& face) {
    std::vector<pages::Page> pages;
    for (std::size_t slide = 0; slide < 4; ++slide) {
        pages.push_back(page_with(slide, {words(face, "Slide", {100, 100})}));
    }
    return pages;
}

const std::string kFont = "liberation-sans/LiberationSans-Regular.ttf";

}  // namespace

TEST_CASE("A page is as large as reveal.js's own PDF export makes it") {
    if (!has_tool("pdfinfo")) {
        return;
    }
    const WrittenPdf pdf(pdf_of(small_deck(), {page_with(0, {})}));
    CHECK_THAT(pdf.read_with("pdfinfo"), Contains("Page size:       748.5 x 546 pts"));
}

TEST_CASE("The metadata are the deck's, without tags and without the time of the run") {
    if (!has_tool("pdfinfo")) {
        return;
    }
    const std::string info =
        WrittenPdf(pdf_of(small_deck(), {page_with(0, {})})).read_with("pdfinfo");
    CHECK_THAT(info, Contains("Title:           Caf\u00e9 et th\u00e9\n"));
    CHECK_THAT(info, Contains("Author:          A. Uthor\n"));
    CHECK_THAT(info, Contains("Subject:         Drinks\n"));
    CHECK_THAT(info, Contains("Keywords:        coffee, tea\n"));
    CHECK_THAT(info, Contains("Creator:         ghreveal "));
    CHECK_THAT(info, !Contains("CreationDate"));
}

TEST_CASE("The deck's date is the document's") {
    if (!has_tool("pdfinfo")) {
        return;
    }
    deck::Deck deck = small_deck();
    deck.metadata.date = "2020-03-31";
    const std::string info = WrittenPdf(pdf_of(deck, {page_with(0, {})})).read_with("pdfinfo");
    CHECK_THAT(info, Contains("2020"));
    CHECK_THAT(info, Contains("Mar 31"));
}

TEST_CASE("The same pages give the same bytes") {
    const TestFace face(kFont);
    CHECK(pdf_of(small_deck(), one_page_a_slide(face)) ==
          pdf_of(small_deck(), one_page_a_slide(face)));
}

TEST_CASE("Text comes out of the PDF as it was written") {
    if (!has_tool("pdftotext")) {
        return;
    }
    const TestFace face(kFont);
    paint::DisplayList list;
    Point pen{100, 100};
    for (const char* word : {"L\u2019\u00e9t\u00e9", " ", "\u00ab", "\u00a0", "o\u00f9", "\u00a0",
                             "\u00bb", " ", "e-mail", " ", "\ufb01n"}) {
        list.push_back(words(face, word, pen));
        pen.x += face.run(word, 40)->width;
    }
    const std::string text =
        WrittenPdf(pdf_of(small_deck(), {page_with(0, list)})).read_with("pdftotext", "-");
    // The program writes no-break spaces as such; pdftotext makes plain ones of them. A ligature is
    // its letters: it is in the text that way only when a shaper put it there.
    CHECK_THAT(text, Contains("L\u2019\u00e9t\u00e9 \u00ab o\u00f9 \u00bb e-mail fin"));
}

TEST_CASE("A line is as long for a viewer as it was laid out") {
    if (!has_tool("pdftotext")) {
        return;
    }
    const TestFace face("source-sans-pro/SourceSansPro-Regular.ttf");  // 2048 units an em
    const std::string word(40, 'o');
    const Px width = face.run(word, 40)->width;
    const std::string box =
        WrittenPdf(pdf_of(small_deck(), {page_with(0, {words(face, word, {20, 100})})}))
            .read_with("pdftotext -bbox", "-");
    const auto edge = [&](const std::string& name) {
        const std::size_t at = box.find(name + "=\"");
        REQUIRE(at != std::string::npos);
        return std::stod(box.substr(at + name.size() + 2)) / 0.75;
    };
    CHECK(edge("xMin") == Approx(20).margin(0.01));
    CHECK(edge("xMax") == Approx(20 + width).margin(0.15));
}

TEST_CASE("A text's shadow is not text") {
    if (!has_tool("pdftotext")) {
        return;
    }
    const TestFace face(kFont);
    const auto run = face.run("Once", 40);
    const std::string text =
        WrittenPdf(
            pdf_of(small_deck(), {page_with(0, {paint::GlyphShadow{run, {101, 101}, 0, kBlack},
                                                paint::GlyphShadow{run, {101, 101}, 4, kBlack},
                                                paint::DrawGlyphs{run, {100, 100}, kBlack}})}))
            .read_with("pdftotext", "-");
    CHECK(text.find("Once") != std::string::npos);
    CHECK(text.find("Once") == text.rfind("Once"));
}

TEST_CASE("The outline has the slides by title, those of a stack under its first") {
    if (!has_tool("mutool")) {
        return;
    }
    const TestFace face(kFont);
    const WrittenPdf pdf(pdf_of(small_deck(), one_page_a_slide(face)));
    const std::string outline = pdf.read_with("mutool show", "outline");
    // A sign, a tab for every level, the title.
    CHECK_THAT(outline,
               Matches("\\|\t\"Title\"[^\n]*\n[+|-]\t\"Stack\"[^\n]*\n\\|\t\t\"Below\"[^\n]*\n"
                       "\\|\t\"End\"[^\n]*\n"));
}

TEST_CASE("All pages of a slide have its number as their label, from the first page on") {
    if (!has_tool("qpdf")) {
        return;
    }
    const TestFace face(kFont);
    deck::Deck deck = small_deck();
    std::vector<pages::Page> pages = one_page_a_slide(face);
    pages.insert(pages.begin() + 1, page_with(0, {}, 1));
    const WrittenPdf pdf(pdf_of(deck, pages));
    // As libqpdf reads them back: 1, 1, 2, 2.2 and on.
    const std::string json = pdf.read_with("qpdf --json --json-key=pagelabels");
    CHECK_THAT(json, Contains("\"index\": 0,\n      \"label\": {\n        \"/S\": \"/D\",\n     "
                              "   \"/St\": 1\n"));
    CHECK_THAT(json, Contains("\"index\": 1,\n      \"label\": {\n        \"/S\": \"/D\",\n     "
                              "   \"/St\": 1\n"));
    CHECK_THAT(json, !Contains("\"index\": 2,"));  // it goes on counting
    CHECK_THAT(json, Contains("\"index\": 3,\n      \"label\": {\n        \"/P\": \"u:2.\",\n   "
                              "     \"/S\": \"/D\",\n        \"/St\": 2\n"));
    CHECK_THAT(pdf.read_with("qpdf --check"), Contains("No syntax or stream encoding errors"));
}

TEST_CASE("A link to a slide leads to its first page, one out of the deck to its address") {
    if (!has_tool("mutool")) {
        return;
    }
    const TestFace face(kFont);
    std::vector<pages::Page> pages = one_page_a_slide(face);
    append(pages[0],
           {paint::BeginLink{"", 2, {{100, 100, 200, 40}}}, paint::EndLink{},
            paint::BeginLink{"https://example.org/it's \u00e9", -1, {{100, 200, 200, 40}}},
            paint::EndLink{}});
    const WrittenPdf pdf(pdf_of(small_deck(), pages));
    const std::string first = pdf.read_with("mutool show", "pages/1/Annots/1");
    CHECK_THAT(first, Contains("/Dest (slide-1/1)"));
    // 0.75 pt a px, from the page's bottom: y 100 … 140 px is 546 - 105 … 546 - 75 pt.
    CHECK_THAT(first, Contains("/Rect [ 75 441 225 471 ]"));
    CHECK_THAT(pdf.read_with("mutool show", "pages/1/Annots/2"),
               Contains("(https://example.org/it's%20%C3%A9)"));
}

TEST_CASE("A link in a transformed group has its area where the text is") {
    if (!has_tool("mutool")) {
        return;
    }
    const paint::DisplayList list{paint::PushOpacity{0.5F},
                                  paint::PushTransform{Transform::scaling(0.5, 0.5)},
                                  paint::FillRect{{{0, 0, 100, 100}, {}, {}, {}, {}}, kBlack},
                                  paint::BeginLink{"https://example.org", -1, {{80, 80, 80, 80}}},
                                  paint::EndLink{},
                                  paint::Pop{},
                                  paint::Pop{}};
    CHECK_THAT(WrittenPdf(pdf_of(small_deck(), {page_with(0, list)}))
                   .read_with("mutool show", "pages/1/Annots/1"),
               Contains("/Rect [ 30 486 60 516 ]"));
}

TEST_CASE("A link to a slide that is not exported is left out") {
    if (!has_tool("mutool")) {
        return;
    }
    const paint::DisplayList list{paint::BeginLink{"", 3, {{0, 0, 10, 10}}}, paint::EndLink{}};
    CHECK_THAT(WrittenPdf(pdf_of(small_deck(), {page_with(0, list)}, {0}))
                   .read_with("mutool show", "pages/1/Annots"),
               Contains("null"));
}

// The page of these tests is 728 px high.
TEST_CASE("A link that has run off the page is left out") {
    if (!has_tool("mutool")) {
        return;
    }
    const auto annotations = [](const std::vector<Rect>& areas) {
        const paint::DisplayList list{paint::BeginLink{"https://example.org", -1, areas},
                                      paint::EndLink{}};
        return WrittenPdf(pdf_of(small_deck(), {page_with(0, list)}))
            .read_with("mutool show", "pages/1/Annots");
    };
    CHECK_THAT(annotations({{10, 730, 100, 20}}), Contains("null"));
    CHECK_THAT(annotations({{-200, 10, 100, 20}}), Contains("null"));
    CHECK_THAT(annotations({{10, 720, 100, 20}}), !Contains("null"));
    CHECK_THAT(annotations({{10, 700, 100, 20}, {10, 730, 100, 20}}), !Contains("null"));
}

TEST_CASE("A document with links, shadows and groups has no errors") {
    if (!has_tool("qpdf")) {
        return;
    }
    const TestFace face(kFont);
    std::vector<pages::Page> pages = one_page_a_slide(face);
    const paint::RoundedRect box{{100, 200, 300, 200}, {}, {}, {}, {}};
    for (pages::Page& page : pages) {
        append(page,
               {paint::BoxShadow{box, 6, kBlack, box}, paint::BoxShadow{box, 6, kBlack, box},
                paint::PushOpacity{0.5F}, paint::BoxShadow{box, 6, kBlack, box},
                words(face, "faded", {300, 300}), paint::Pop{},
                paint::BeginLink{"https://example.org", -1, {{80, 80, 80, 80}}}, paint::EndLink{}});
    }
    const std::string report = WrittenPdf(pdf_of(small_deck(), pages)).read_with("qpdf --check");
    CHECK_THAT(report, Contains("No syntax or stream encoding errors"));
}

TEST_CASE("A page covered by a fill or begun with a picture keeps its links and its structure") {
    if (!has_tool("mutool")) {
        return;
    }
    const deck::Deck deck = small_deck();
    std::string bytes;
    // Whole points, so that the rectangle is the page exactly.
    PdfWriter writer(deck, {400, 400}, {0, 1}, [&bytes](std::string_view part) { bytes += part; });
    const paint::FillRect cover{{{0, 0, 400, 400}, {}, {}, {}, {}}, kBlack};
    const paint::BoxShadow picture{{{10, 10, 5, 5}, {}, {}, {}, {}}, 6, kBlack, {}};
    const paint::BeginLink link{"https://example.org", -1, {{80, 80, 80, 80}}};
    writer.add_page(page_with(0, {cover, link, paint::EndLink{}}));
    writer.add_page(page_with(1, {picture, link, paint::EndLink{}, cover}));
    writer.finish();
    const WrittenPdf pdf(bytes);
    CHECK_THAT(pdf.read_with("mutool show", "pages/1/Annots/1"), Contains("example.org"));
    CHECK_THAT(pdf.read_with("mutool show", "pages/2/Annots/1"), Contains("example.org"));
    CHECK_THAT(pdf.read_with("mutool show", "trailer/Root/StructTreeRoot"), Contains("/K"));
}

TEST_CASE("What a sink throws comes out of the writer") {
    const deck::Deck deck = small_deck();
    const auto write = [&deck] {
        PdfWriter writer(deck, kPage, {0}, [](std::string_view) {
            throw Error({"talk.pdf", 0}, "disk full");
        });
        for (int i = 0; i < 100; ++i) {
            writer.add_page(page_with(0, {}));
        }
        writer.finish();
    };
    CHECK_THROWS_WITH(write(), "disk full");
}

TEST_CASE("Groups that have a mask, and what they show, come into the file whole") {
    if (!has_tool("pdftotext") || !has_tool("qpdf")) {
        return;
    }
    const TestFace face(kFont);
    auto gradient = std::make_shared<css::Gradient>();
    gradient->stops = {{kBlack, {}}, {kTransparent, {}}};
    auto conic = std::make_shared<css::Gradient>(*gradient);
    conic->kind = css::Gradient::Kind::kConic;
    const Rect area{0, 0, 200, 200};
    const paint::RoundedRect shape{area, {}, {}, {}, {}};
    auto mask = std::make_shared<paint::MaskList>();
    mask->parts.push_back({{paint::FillGradient{shape, area, gradient}}});
    const paint::DisplayList list{paint::FillGradient{shape, area, conic}, paint::PushMask{mask},
                                  words(face, "Masked", {10, 100}), paint::Pop{},
                                  words(face, "Below", {10, 300})};
    const WrittenPdf pdf(pdf_of(small_deck(), {page_with(0, list)}));
    const std::string text = pdf.read_with("pdftotext", "-");
    CHECK_THAT(text, Contains("Masked"));
    CHECK_THAT(text, Contains("Below"));
    CHECK_THAT(pdf.read_with("qpdf --check"), Contains("No syntax or stream encoding errors"));
}

TEST_CASE("Text that a filter changes the colours of stays text") {
    if (!has_tool("pdftotext")) {
        return;
    }
    const TestFace face(kFont);
    const paint::DisplayList list{
        paint::PushFilter{{{css::FilterFunction::Kind::kInvert, 1, {}},
                           {css::FilterFunction::Kind::kDropShadow, 0, {}}}},
        words(face, "Filtered", {10, 100}), paint::Pop{}};
    const std::string text =
        WrittenPdf(pdf_of(small_deck(), {page_with(0, list)})).read_with("pdftotext", "-");
    CHECK(text.find("Filtered") != std::string::npos);
    CHECK(text.find("Filtered") == text.rfind("Filtered"));
}

TEST_CASE("A slide of very many steps shows on each page what the steps before have shown") {
    if (!has_tool("pdftotext")) {
        return;
    }
    const TestFace face(kFont);
    constexpr int kSteps = 300;
    deck::Deck deck = small_deck();
    deck.slides[0].steps = kSteps;
    std::vector<pages::Page> pages;
    paint::DisplayList shown{paint::BeginLink{"https://a.b/", -1, {{1, 1, 9, 9}}},
                             paint::EndLink{}};
    for (int step = 0; step <= kSteps; ++step) {
        shown.push_back(words(face, "w" + std::to_string(step),
                              {10.0 + 40 * (step % 20), 40.0 + 40 * (step / 20)}));
        pages.push_back(page_with(0, shown, step));
    }
    const std::string bytes = pdf_of(deck, pages, {0});
    const WrittenPdf pdf(bytes);
    const std::string last = pdf.read_with("pdftotext -raw -f 301 -l 301", "-");
    for (int step = 0; step <= kSteps; ++step) {
        INFO(step);
        CHECK(last.find("w" + std::to_string(step)) != std::string::npos);
    }
    const std::string middle = pdf.read_with("pdftotext -raw -f 201 -l 201", "-");
    CHECK(middle.find("w200") != std::string::npos);
    CHECK(middle.find("w201") == std::string::npos);
    if (has_tool("qpdf")) {
        const std::string objects = pdf.read_with("qpdf --qdf --object-streams=disable", "-");
        std::size_t links = 0;
        for (std::size_t at = objects.find("/Subtype /Link"); at != std::string::npos;
             at = objects.find("/Subtype /Link", at + 1)) {
            ++links;
        }
        CHECK(links == kSteps + 1);  // one on each page
    }
    // A page drawn whole takes 3 kB.
    CHECK(bytes.size() < 400'000);
}
