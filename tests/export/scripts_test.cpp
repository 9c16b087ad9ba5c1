// Text of other scripts read back from a PDF.
#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "export/pdf/pdf.h"
#include "text/bidi.h"
#include "tools.h"

using namespace ghreveal;
using namespace ghreveal::exporter;
using Catch::Contains;

namespace {

// A PDF of one line in DejaVu Sans and the tests' own font of pictures.
class OneLine {
public:
    explicit OneLine(const std::string& line) {
        text::FontBook fonts;
        fonts.add_face({"Tiny", 400, text::Slant::kUpright,
                        testing::source_dir() / "tests/data/tiny-emoji.ttf", 0});
        Diagnostics diagnostics;
        text::Shaper shaper(fonts, diagnostics);
        const text::FontSpec font{std::make_shared<const std::vector<std::string>>(
                                      std::vector<std::string>{"DejaVu Sans", "Tiny"}),
                                  40};
        paint::DisplayList list;
        Point pen{100, 100};
        for (const text::GlyphRunPtr& run :
             text::visual_runs(line, font, {}, std::nullopt, shaper)) {
            list.push_back(paint::DrawGlyphs{run, pen, kBlack});
            pen.x += run->width;
        }
        deck::Deck deck;
        deck.slides.emplace_back();
        PdfWriter writer(deck, {998, 728}, {0}, [this](std::string_view part) { bytes_ += part; });
        writer.add_page({0, 0, std::make_shared<const paint::DisplayList>(list)});
        writer.finish();
    }

    // What pdftotext finds, without its marks of direction.
    std::string text() const {
        std::string found = WrittenPdf(bytes_).read_with("pdftotext", "-");
        for (const char* mark : {"\u202a", "\u202b", "\u202c"}) {
            for (std::size_t at = 0; (at = found.find(mark)) != std::string::npos;) {
                found.erase(at, std::string(mark).size());
            }
        }
        return found;
    }

private:
    std::string bytes_;
};

}  // namespace

TEST_CASE("right-to-left text comes out of a PDF in the order it is read") {
    if (!has_tool("pdftotext")) {
        return;
    }
    CHECK_THAT(OneLine("שלום עולם").text(), Contains("שלום עולם"));
    CHECK_THAT(OneLine("مرحبا بالعالم").text(), Contains("مرحبا بالعالم"));
}

TEST_CASE("the letters of a right-to-left ligature keep their order in a PDF") {
    if (!has_tool("pdftotext")) {
        return;
    }
    CHECK_THAT(OneLine("السلام").text(), Contains("السلام"));
}

TEST_CASE("points stay with their letters in a PDF") {
    if (!has_tool("pdftotext")) {
        return;
    }
    CHECK_THAT(OneLine("שָׁלוֹם").text(), Contains("שָׁלוֹם"));
}

TEST_CASE("Greek and Cyrillic come out of a PDF as they were written") {
    if (!has_tool("pdftotext")) {
        return;
    }
    CHECK_THAT(OneLine("ελληνικά русский").text(), Contains("ελληνικά русский"));
}

TEST_CASE("emoji are text in a PDF, whole sequences of them") {
    if (!has_tool("pdftotext")) {
        return;
    }
    CHECK_THAT(OneLine("a 😀👍🏽 b").text(), Contains("a 😀👍🏽 b"));
}
