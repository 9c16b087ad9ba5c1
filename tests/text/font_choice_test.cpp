// Which fonts show a text, on a machine with the fonts of tests/data.
#include <catch2/catch.hpp>

#include "shaping.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

struct Fixture : testing::Shaping {
    Fixture() {
        fonts.add_face({"Lato", 400, text::Slant::kUpright,
                        data_directory() / "fonts/lato/Lato-Regular.ttf", 0});
    }
    std::string runs(std::string_view text) {
        return runs_of(text, spec_of("Lato", 40), {"deck.md", 7});
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
