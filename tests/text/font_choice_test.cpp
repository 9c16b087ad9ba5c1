// Which fonts show a text, on a machine with the fonts of tests/data.
#include <catch2/catch.hpp>

#include "support/file.h"
#include "text/shape.h"

using namespace ghreveal;

namespace {

struct Fixture {
    Diagnostics diagnostics;
    text::FontBook fonts;
    text::Shaper shaper{fonts, diagnostics};

    Fixture() {
        fonts.add_face({"Lato", 400, text::Slant::kUpright,
                        data_directory() / "fonts/lato/Lato-Regular.ttf", 0});
    }
    // "[text]font" for each run.
    std::string runs(std::string_view text) {
        const text::FontSpec spec{std::make_shared<const std::vector<std::string>>(1, "Lato"), 40};
        std::string found;
        for (const text::GlyphRunPtr& run : shaper.shape(text, spec, {}, {"deck.md", 7})) {
            found += "[" + run->text + "]" + run->font.face->path().stem().string();
        }
        return found;
    }
    std::string warning() const {
        return diagnostics.warnings().size() == 1 ? diagnostics.warnings()[0].what : "";
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a letter comes with its marks from the first font that has them all") {
    CHECK(runs("abx\u0304") == "[ab]Lato-Regular[x\u0304]DejaVuSans");
    CHECK(runs("[\u02c8t\u0361\u0283\u026ak]") ==
          "[[]Lato-Regular[\u02c8t\u0361\u0283\u026a]DejaVuSans[k]]Lato-Regular");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Fixture, "a mark that makes one letter with its base needs no glyph of its own") {
    CHECK(runs("e\u0301") == "[e\u0301]Lato-Regular");
}

TEST_CASE_METHOD(Fixture, "what our fonts lack comes from the machine's") {
    CHECK(runs("a\U00010331") == "[a]Lato-Regular[\U00010331]tiny-letters");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Fixture, "the machine's font has to have a whole cluster too") {
    CHECK(runs("\U00010330\u1ab0") == "[\U00010330\u1ab0]tiny-marks");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Fixture, "a cluster that no single font has is shown as a box, and said") {
    CHECK(runs("x\u1ab0") == "[x\u1ab0]Lato-Regular");
    CHECK(warning() == "no font has the character '\u1ab0' (U+1AB0)");
}

TEST_CASE_METHOD(Fixture, "a script that no font has is named, whatever its characters") {
    runs("\u1230\u120b");
    CHECK(warning() ==
          "no font has the Ethiopic script: '\u1230' (U+1230) and the like cannot be shown");
    runs("\u121d");
    CHECK(diagnostics.warnings().size() == 1);
}

TEST_CASE_METHOD(Fixture, "scripts of several words are named by them") {
    runs("\u1403");
    CHECK(fonts.script_name(U'\u1403') == "Canadian Aboriginal");
    CHECK(fonts.script_name(U'a') == "Latin");
    CHECK(fonts.script_name(U'!').empty());
    CHECK(fonts.script_name(U'\U0001f600').empty());
}
