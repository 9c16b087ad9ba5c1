#include "text/emoji.h"

#include <catch2/catch.hpp>

#include "text/shape.h"

using namespace ghreveal;

namespace {

// Whether all of the text is one picture.
bool is_emoji(std::string_view text) {
    return text::emoji_length(text, 0) == text.size();
}

bool is_text(std::string_view text) {
    return text::emoji_length(text, 0) == 0;
}

// Shapes with the tests' own font of pictures (tests/tools/make-tiny-emoji).
struct Fixture {
    Diagnostics diagnostics;
    text::FontBook fonts;
    text::Shaper shaper{fonts, diagnostics};
    text::FontSpec spec{std::make_shared<const std::vector<std::string>>(1, "Tiny"), 20};

    Fixture() {
        const std::filesystem::path file =
            std::filesystem::path(GHREVEAL_SOURCE_DIR) / "tests/data/tiny-emoji.ttf";
        fonts.add_face({"Tiny", 400, text::Slant::kUpright, file, 0});
    }
};

}  // namespace

TEST_CASE("characters are emoji by default, or by a selector") {
    CHECK(is_emoji("😀"));
    CHECK(is_emoji("⚡"));
    CHECK(is_emoji("☺\ufe0f"));
    CHECK(is_emoji("©\ufe0f"));
    CHECK(is_text("☺"));
    CHECK(is_text("©"));
    CHECK(is_text("😀\ufe0e"));
    CHECK(is_text("a\ufe0f"));
    CHECK(is_text("漢"));
}

TEST_CASE("several characters make one emoji") {
    CHECK(is_emoji("👍🏽"));
    CHECK(is_emoji("👩\u200d👧\u200d👦"));
    CHECK(is_emoji("❤\ufe0f\u200d🔥"));
    CHECK(is_emoji("🇫🇷"));
    CHECK(is_emoji("1\ufe0f\u20e3"));
    CHECK(is_emoji("🏴\U000e0067\U000e0062\U000e007f"));
    CHECK(text::emoji_length("😀😀", 0) == 4);
    CHECK(text::emoji_length("🇫🇷🇩🇪", 0) == 8);
    CHECK(text::emoji_length("👩\u200da", 0) == 4);
}

TEST_CASE("digits and half a flag are text") {
    CHECK(is_text("1"));
    CHECK(is_text("1\ufe0f"));
    CHECK(is_text("🇫"));
    CHECK(is_text("🇫a"));
}

TEST_CASE_METHOD(Fixture, "an emoji is a run of the font of pictures, a whole sequence one glyph") {
    const auto& runs = shaper.shape("a👍🏽😀b", spec, {});
    REQUIRE(runs.size() == 3);
    CHECK(runs[1]->text == "👍🏽😀");
    CHECK(runs[1]->glyphs.size() == 2);
    CHECK(runs[1]->font.face->has_color_bitmaps());
    CHECK_FALSE(runs[0]->font.face->has_color_bitmaps());
    CHECK(runs[1]->width == Approx(40));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Fixture, "a font of pictures has the metrics that it names") {
    const text::FontMetrics& metrics = fonts.metrics(spec);
    CHECK(metrics.ascent == 15);
    CHECK(metrics.descent == 5);
}

TEST_CASE_METHOD(Fixture, "an emoji asked for as text is none") {
    const auto& runs = shaper.shape("😀\ufe0e", spec, {});
    REQUIRE(runs.size() == 1);
    CHECK(runs[0]->glyphs.size() >= 1);
}
