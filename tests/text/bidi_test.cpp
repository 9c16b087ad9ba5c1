#include "text/bidi.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using text::Direction;

namespace {

using Order = std::vector<std::size_t>;

std::string visual_text(std::string_view text, std::optional<Direction> paragraph) {
    Diagnostics diagnostics;
    text::FontBook fonts;
    text::Shaper shaper(fonts, diagnostics);
    std::string result;
    for (const text::GlyphRunPtr& run :
         text::visual_runs(text, {nullptr, 20}, {}, paragraph, shaper)) {
        result += "[" + run->text + "]";
    }
    return result;
}

}  // namespace

TEST_CASE("each sequence of a level or higher ones is turned around (L2)") {
    CHECK(text::visual_order({0, 0, 0}) == Order{0, 1, 2});
    CHECK(text::visual_order({1, 1, 1}) == Order{2, 1, 0});
    CHECK(text::visual_order({0, 1, 1, 0}) == Order{0, 2, 1, 3});
    CHECK(text::visual_order({1, 2, 2, 1}) == Order{3, 1, 2, 0});
    CHECK(text::visual_order({0, 1, 2, 3, 2, 1}) == Order{0, 5, 2, 3, 4, 1});
    CHECK(text::visual_order({}).empty());
}

TEST_CASE("text may run right to left when it has such letters or controls") {
    CHECK_FALSE(text::may_run_right_to_left("Latin, ελληνικά, 漢字, 😀"));
    CHECK(text::may_run_right_to_left("a שלום"));
    CHECK(text::may_run_right_to_left("مرحبا"));
    CHECK(text::may_run_right_to_left("a\u202eb"));
    CHECK(text::may_run_right_to_left("\U0001e900"));
}

TEST_CASE("a paragraph's direction is given, or that of its first strong character") {
    CHECK(text::bidi_levels(U"אב", std::nullopt).paragraph == 1);
    CHECK(text::bidi_levels(U"12 ab אב", std::nullopt).paragraph == 0);
    CHECK(text::bidi_levels(U"ab", Direction::kRightToLeft).paragraph == 1);
    CHECK(text::bidi_levels(U"", Direction::kRightToLeft).paragraph == 1);
    CHECK(text::first_strong_direction("12 אב cd") == Direction::kRightToLeft);
    CHECK(text::first_strong_direction("12 cd אב") == Direction::kLeftToRight);
    CHECK_FALSE(text::first_strong_direction("12 - !").has_value());
}

TEST_CASE("numbers and Latin words are of a higher level in right-to-left text") {
    const text::ParagraphLevels found = text::bidi_levels(U"א 1 b", Direction::kRightToLeft);
    CHECK(found.levels == std::vector<text::BidiLevel>{1, 1, 2, 1, 2});
}

TEST_CASE("the words of a line come from left to right") {
    CHECK(visual_text("ab cd", std::nullopt) == "[ab][ ][cd]");
    CHECK(visual_text("אב גד", std::nullopt) == "[גד][ ][אב]");
    CHECK(visual_text("ab אב גד cd", std::nullopt) == "[ab][ ][גד][ ][אב][ ][cd]");
    CHECK(visual_text("12.", Direction::kRightToLeft) == "[.][12]");
}
