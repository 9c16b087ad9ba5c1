#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "pictures.h"
#include "text/shape.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using namespace ghreveal::draw;

namespace {

// The tests' own font of pictures (tests/tools/make-tiny-fonts): squares, a fourth of them below
// the baseline.
text::GlyphRunPtr emoji(const std::string& text, Px size) {
    static Diagnostics diagnostics;
    static text::FontBook fonts = [] {
        text::FontBook book;
        book.add_face({"Tiny", 400, text::Slant::kUpright,
                       testing::source_dir() / "tests/data/tiny-emoji.ttf", 0});
        return book;
    }();
    text::Shaper shaper(fonts, diagnostics);
    return shaper.shape(text, {std::make_shared<const std::vector<std::string>>(1, "Tiny"), size},
                        {})[0];
}

}  // namespace

TEST_CASE("emoji are drawn in their own colours") {
    const DisplayList list{DrawGlyphs{emoji("😀👍👍🏽", 8), {0, 6}, kBlack}};
    const Rows rows = rows_of(list, 24, 8);
    CHECK(rows.front() == "RRRRRRRRGGGGGGGGBBBBBBBB");
    CHECK(rows.back() == "RRRRRRRRGGGGGGGGBBBBBBBB");
}

TEST_CASE("emoji are as large as their text") {
    const DisplayList list{DrawGlyphs{emoji("😀", 4), {2, 5}, kBlack}};
    const Rows rows = rows_of(list, 8, 8);
    CHECK(rows[1] == "________");
    CHECK(rows[3].substr(3, 2) == "RR");
    CHECK(rows[4].substr(3, 2) == "RR");
    CHECK(rows[7] == "________");
    CHECK(rows[4].substr(0, 1) == "_");
    CHECK(rows[4].substr(7, 1) == "_");
}

TEST_CASE("transparent text hides its emoji") {
    const DisplayList list{DrawGlyphs{emoji("😀", 8), {0, 6}, Color{0, 0, 0, 0}}};
    CHECK(rows_of(list, 8, 1) == Rows{"________"});
}

TEST_CASE("an emoji has no shadow of its outlines, for it has none") {
    const Picture picture({GlyphShadow{emoji("😀", 8), {0, 6}, 0, kBlack}}, 8, 8);
    CHECK(picture.ok());
}
