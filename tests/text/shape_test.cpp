#include "text/shape.h"

#include <catch2/catch.hpp>

#include "shaping.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

struct Fixture : testing::Shaping {
    Fixture() {
        add("Open Sans", 400, text::Slant::kUpright, "open-sans/OpenSans-Regular.ttf");
        add("Open Sans", 700, text::Slant::kUpright, "open-sans/OpenSans-Bold.ttf");
        add("Montserrat", 700, text::Slant::kUpright, "montserrat/Montserrat-Bold.ttf");
        add("Mono", 400, text::Slant::kUpright, "dejavu-sans-mono/DejaVuSansMono.ttf");
    }
    void add(const char* family, int weight, text::Slant slant, const char* file) {
        fonts.add_face({family, weight, slant, data_directory() / "fonts" / file, 0});
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "ascent and descent are whole px") {
    const auto& open_sans = fonts.metrics(spec_of("Open Sans", 40));
    CHECK(open_sans.ascent == 43);
    CHECK(open_sans.descent == 12);
    const auto& montserrat = fonts.metrics(spec_of("Montserrat", 62));
    CHECK(montserrat.ascent == 60);
    CHECK(montserrat.descent == 16);
}

TEST_CASE_METHOD(Fixture, "advances are fractional and not hinted") {
    const auto& runs = shaper.shape("super", spec_of("Open Sans", 40), {});
    REQUIRE(runs.size() == 1);
    CHECK(runs[0]->width == Approx(106.88).margin(0.02));  // as Chromium measures it
}

TEST_CASE_METHOD(Fixture, "letter-spacing is added after every letter, the last one too") {
    const Px plain = shaper.shape("abc", spec_of("Open Sans", 40), {})[0]->width;
    const Px spaced =
        shaper.shape("abc", spec_of("Open Sans", 40), {.letter_spacing = 2})[0]->width;
    CHECK(spaced == Approx(plain + 6));
}

TEST_CASE_METHOD(Fixture, "weights snap to the faces there are") {
    CHECK(fonts.primary_font(spec_of("Montserrat", 40, 400)).face->weight() == 700);
    CHECK(fonts.primary_font(spec_of("Open Sans", 40, 600)).face->weight() == 700);
    CHECK(fonts.primary_font(spec_of("Open Sans", 40, 500)).face->weight() == 400);
    CHECK(fonts.primary_font(spec_of("Open Sans", 40, 300)).face->weight() == 400);
}

TEST_CASE_METHOD(Fixture, "a missing italic is slanted, a missing bold is emboldened") {
    const text::Font slanted =
        fonts.primary_font(spec_of("Open Sans", 40, 400, text::Slant::kItalic));
    CHECK(slanted.synthetic_oblique);
    CHECK(fonts.primary_font(spec_of("Mono", 40, 700)).synthetic_bold);
    text::FontSpec as_they_are = spec_of("Mono", 40, 700);
    as_they_are.slant = text::Slant::kItalic;
    as_they_are.synthesizes_weight = as_they_are.synthesizes_style = false;
    CHECK_FALSE(fonts.primary_font(as_they_are).synthetic_bold);
    CHECK_FALSE(fonts.primary_font(as_they_are).synthetic_oblique);
    CHECK_FALSE(fonts.primary_font(spec_of("Montserrat", 40, 400)).synthetic_bold);
}

TEST_CASE_METHOD(Fixture, "a character that the family lacks comes from the last resort") {
    const auto& runs = shaper.shape("a☺b", spec_of("Open Sans", 40), {});
    REQUIRE(runs.size() == 3);
    CHECK(runs[1]->font.face->path().filename() == "DejaVuSans.ttf");
    CHECK(runs[1]->text == "☺");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Fixture, "a character that no font has is reported once a script") {
    shaper.shape("\u1200", spec_of("Open Sans", 40), {}, {"deck.md", 7});
    shaper.shape("\u1201", spec_of("Open Sans", 40), {}, {"deck.md", 8});
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].where.line == 7);
}

// The characters stand where no font of this machine has anything.
TEST_CASE_METHOD(Fixture, "icons whose font is not at hand are reported once") {
    shaper.shape("\uf2c6", spec_of("Open Sans", 40), {}, {"deck.md", 7});
    shaper.shape("\uf0e1", spec_of("Open Sans", 40), {}, {"deck.md", 8});
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].what ==
          "no font has the icons: '\uf2c6' (U+F2C6) and the like cannot be shown");
}

TEST_CASE_METHOD(Fixture, "a part of a text from right to left has its glyphs") {
    const auto run = shaper.shape("אבגד", spec_of("Open Sans", 40), {})[0];
    REQUIRE(run->direction == text::Direction::kRightToLeft);
    const auto part = text::sub_run(*run, 2, 6);
    CHECK(part->text == "בג");
    REQUIRE(part->glyphs.size() == 2);
    CHECK(part->glyphs[0].id == run->glyphs[1].id);
    CHECK(part->glyphs[0].cluster == 2);
    CHECK(part->glyphs[1].cluster == 0);
}

TEST_CASE_METHOD(Fixture, "a text is shaped once") {
    const auto& first = shaper.shape("word", spec_of("Open Sans", 40), {});
    const auto specification = spec_of("Open Sans", 40);
    const auto& second = shaper.shape("word", specification, {});
    const auto& third = shaper.shape("word", specification, {});
    CHECK(&second == &third);
    CHECK(first[0]->width == second[0]->width);
}

TEST_CASE_METHOD(Fixture, "a part of a run has its glyphs, its text and its width") {
    const auto run = shaper.shape("abcd", spec_of("Mono", 20), {})[0];
    const auto part = text::sub_run(*run, 1, 3);
    CHECK(part->text == "bc");
    CHECK(part->glyphs.size() == 2);
    CHECK(part->glyphs[0].cluster == 0);
    CHECK(part->width == Approx(run->width / 2));
}

TEST_CASE_METHOD(Fixture, "a family that is not there gives the next one") {
    text::FontSpec wanted = spec_of("Nowhere", 20);
    CHECK(fonts.primary_font(wanted).face->path().filename() == "DejaVuSans.ttf");
    CHECK_FALSE(fonts.has_family("Nowhere"));
    CHECK(fonts.has_family("open sans"));
}

TEST_CASE_METHOD(Fixture, "faces that come later do not mix up what was shaped before") {
    // A word's runs were kept by an address that the next family list could take over.
    for (int i = 0; i < 20; ++i) {
        const text::FontSpec large = spec_of("Open Sans", 40 + i);
        CHECK(shaper.shape("word", large, {}).front()->font == fonts.primary_font(large));
        add("Late", 100 + i, text::Slant::kUpright, "open-sans/OpenSans-Bold.ttf");
        const text::FontSpec small = spec_of("Mono", 10);
        CHECK(shaper.shape("word", small, {}).front()->font == fonts.primary_font(small));
    }
}
