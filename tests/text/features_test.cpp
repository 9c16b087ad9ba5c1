// Features of fonts (CSS Fonts 4 §6, §7).
#include <catch2/catch.hpp>

#include "shaping.h"
#include "support/file.h"
#include "text/small_capitals.h"

using namespace ghreveal;
using text::Capitals;
using text::font_tag;

namespace {

struct Fixture : testing::Shaping {
    Fixture() {
        add("Sans", "dejavu-sans/DejaVuSans.ttf");
        add("Pagella", "tex-gyre-pagella/TeXGyrePagella-Regular.otf");
    }
    void add(const char* family, const char* file) {
        fonts.add_face({family, 400, text::Slant::kUpright, data_directory() / "fonts" / file, 0});
    }
    const std::vector<text::GlyphRunPtr>& shape(const char* family, std::string_view text,
                                                text::FontFeatures features) {
        text::ShapeOptions options;
        options.features = std::make_shared<const text::FontFeatures>(std::move(features));
        return shaper.shape(text, spec_of(family, 40), options);
    }
};

text::FontFeatures with_capitals(Capitals capitals) {
    text::FontFeatures features;
    features.capitals = capitals;
    return features;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "small capitals that a font lacks are capitals at 0.7 of its size") {
    const auto& runs = shape("Sans", "aB\u00df", with_capitals(Capitals::kSmall));
    REQUIRE(runs.size() == 3);
    CHECK(runs[0]->text == "a");
    CHECK(runs[0]->font.size == Approx(28));
    CHECK(runs[0]->glyphs[0].id == shape("Sans", "A", {})[0]->glyphs[0].id);
    CHECK(runs[1]->font.size == 40);
    // "SS" stands for one character of the text.
    CHECK(runs[2]->glyphs.size() == 2);
    CHECK(runs[2]->text == "\u00df");
    CHECK(runs[2]->glyphs[1].cluster == 0);
}

TEST_CASE_METHOD(Fixture, "all small capitals are for capitals and digits as well") {
    const auto& runs = shape("Sans", "Ab1", with_capitals(Capitals::kAllSmall));
    REQUIRE(runs.size() == 1);
    CHECK(runs[0]->text == "Ab1");
    CHECK(runs[0]->font.size == Approx(28));
}

TEST_CASE_METHOD(Fixture, "a font's own small capitals are its own glyphs at its own size") {
    const auto& runs = shape("Pagella", "ab", with_capitals(Capitals::kSmall));
    REQUIRE(runs.size() == 1);
    CHECK(runs[0]->font.size == 40);
    CHECK(runs[0]->glyphs[0].id != shape("Pagella", "ab", {})[0]->glyphs[0].id);
}

TEST_CASE_METHOD(Fixture, "old-style numerals, and settings that count after them") {
    text::FontFeatures old_style;
    old_style.numerals = {{font_tag('o', 'n', 'u', 'm'), 1}};
    const auto lining = shape("Pagella", "3", {})[0]->glyphs[0].id;
    CHECK(shape("Pagella", "3", old_style)[0]->glyphs[0].id != lining);
    old_style.settings = {{font_tag('o', 'n', 'u', 'm'), 0}};
    CHECK(shape("Pagella", "3", old_style)[0]->glyphs[0].id == lining);
}

TEST_CASE_METHOD(Fixture, "ligatures and kerning can be turned off") {
    text::FontFeatures none;
    none.ligatures = {{font_tag('l', 'i', 'g', 'a'), 0}};
    CHECK(shape("Pagella", "fi", {})[0]->glyphs.size() == 1);
    CHECK(shape("Pagella", "fi", none)[0]->glyphs.size() == 2);
    text::FontFeatures apart;
    apart.has_kerning = false;
    CHECK(shape("Pagella", "AV", apart)[0]->width > shape("Pagella", "AV", {})[0]->width);
}

TEST_CASE("marks stay with the letters that become small capitals") {
    const auto stretches = text::stretches_by_case("a\u0304B", false);
    REQUIRE(stretches.size() == 2);
    CHECK(stretches[0].text == "a\u0304");
    CHECK(stretches[0].is_small);
    CHECK(stretches[1].text == "B");
}
