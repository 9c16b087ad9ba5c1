#include "text/emoji.h"

#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "shaping.h"

using namespace ghreveal;

namespace {

// Shapes with the tests' own font of pictures (tests/tools/make-tiny-fonts) as a family.
struct Fixture : testing::Shaping {
    text::FontSpec spec = spec_of("Tiny", 20);

    Fixture() {
        const std::filesystem::path file = testing::source_dir() / "tests/data/tiny-emoji.ttf";
        fonts.add_face({"Tiny", 400, text::Slant::kUpright, file, 0});
    }
};

// Text in DejaVu Sans, on a machine whose font of pictures is that one.
struct MachineFixture : testing::Shaping {
    text::FontSpec spec{nullptr, 20};

    // What is shown as pictures, a space between the runs.
    std::string pictures(std::string_view text) {
        std::string found;
        for (const text::GlyphRunPtr& run : shaper.shape(text, spec, {})) {
            if (run->font.face->has_color_bitmaps()) {
                found += (found.empty() ? "" : " ") + run->text;
            }
        }
        return found;
    }
    bool is_emoji(std::string_view text) { return pictures(text) == text; }
    bool is_text(std::string_view text) { return pictures(text).empty(); }
};

}  // namespace

TEST_CASE("Pango need not be asked about text without wide symbols, flags and selectors") {
    CHECK_FALSE(text::may_have_emoji("Latin, ελληνικά, שלום, ไทย, 漢字, かな, 한글"));
    CHECK_FALSE(text::may_have_emoji("→ ✓ ★ ☺ ■ │ ∀ € … “” © 1"));
    CHECK(text::may_have_emoji("a😀"));
    CHECK(text::may_have_emoji("⚡"));
    CHECK(text::may_have_emoji("☺\ufe0f"));
    CHECK(text::may_have_emoji("🇫🇷"));
    CHECK(text::may_have_emoji("1\ufe0f\u20e3"));
}

TEST_CASE_METHOD(MachineFixture, "characters are emoji by default, or by a selector") {
    CHECK(is_emoji("😀"));
    CHECK(is_emoji("⚡"));
    CHECK(is_emoji("☺\ufe0f"));
    CHECK(is_text("☺"));
    CHECK(is_text("😀\ufe0e"));
    CHECK(is_text("a\ufe0f"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(MachineFixture, "several characters make one emoji") {
    CHECK(is_emoji("👍🏽"));
    CHECK(is_emoji("👩\u200d👧"));
    CHECK(is_emoji("❤\ufe0f\u200d🔥"));
    CHECK(is_emoji("🇫🇷"));
    CHECK(is_emoji("1\ufe0f\u20e3"));
    CHECK(is_emoji("🏴\U000e0067\U000e0062\U000e007f"));
    CHECK(pictures("x👍🏽😀y") == "👍🏽😀");
    CHECK(pictures("👩\u200da") == "👩\u200d");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(MachineFixture, "a digit is an emoji only with the selector") {
    CHECK(is_text("1"));
    CHECK(is_emoji("1\ufe0f"));  // in Chromium, too
}

TEST_CASE_METHOD(MachineFixture, "what only the font of pictures has is shown as a picture") {
    CHECK(pictures("🇫a") == "🇫");
    CHECK(pictures("\u20e3") == "\u20e3");
    CHECK(diagnostics.empty());
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
