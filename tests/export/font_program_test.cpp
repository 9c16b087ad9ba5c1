#include "export/pdf/file/font_program.h"

#include <ft2build.h>

#include "../build_paths.h"
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <vector>

using namespace ghreveal;
using namespace ghreveal::exporter;

namespace {

std::string bundled_font(const std::string& name) {
    std::ifstream file(testing::source_dir() / "fonts" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// As FreeType reads it.
class Face {
public:
    explicit Face(const std::string& font) : font_(font) {
        FT_Init_FreeType(&library_);
        FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(font_.data()),
                           static_cast<FT_Long>(font_.size()), 0, &face_);
    }
    ~Face() { FT_Done_FreeType(library_); }
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    FT_Long glyphs() const { return face_ == nullptr ? 0 : face_->num_glyphs; }
    // Points and their kinds, in the font's units.
    std::vector<FT_Pos> outline(FT_UInt glyph) const {
        if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0) {
            return {-1};
        }
        const FT_Outline& outline = face_->glyph->outline;
        std::vector<FT_Pos> result{face_->glyph->metrics.horiAdvance};
        for (int i = 0; i < outline.n_points; ++i) {
            result.insert(result.end(),
                          {outline.points[i].x, outline.points[i].y, outline.tags[i]});
        }
        return result;
    }
    bool has_table(FT_ULong tag) const {
        FT_ULong size = 0;
        return FT_Load_Sfnt_Table(face_, tag, 0, nullptr, &size) == 0;
    }

private:
    std::string font_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

}  // namespace

TEST_CASE("A font without hints has the same outlines, those made of others too") {
    const std::string font = bundled_font("liberation-sans/LiberationSans-Regular.ttf");
    const std::optional<std::string> result = without_hints(font);
    REQUIRE(result);
    CHECK(result->size() < font.size() * 3 / 4);
    const Face before(font);
    const Face after(*result);
    REQUIRE(after.glyphs() == before.glyphs());
    for (FT_Long glyph = 0; glyph < before.glyphs(); ++glyph) {
        const auto index = static_cast<FT_UInt>(glyph);
        if (before.outline(index) != after.outline(index)) {
            FAIL("glyph " << glyph);
        }
    }
    CHECK(before.has_table(FT_MAKE_TAG('f', 'p', 'g', 'm')));
    CHECK(!after.has_table(FT_MAKE_TAG('f', 'p', 'g', 'm')));
}

TEST_CASE("What has no hints stays as it is") {
    const std::optional<std::string> once =
        without_hints(bundled_font("liberation-sans/LiberationSans-Regular.ttf"));
    REQUIRE(once);
    CHECK(without_hints(*once) == once);
}

TEST_CASE("What is no font, or is cut off, is left alone") {
    CHECK(!without_hints(""));
    CHECK(!without_hints("OTTO"));
    CHECK(!without_hints(std::string(400, '\xFF')));
    const std::string font = bundled_font("liberation-sans/LiberationSans-Regular.ttf");
    for (const std::size_t size : {12UL, 100UL, 5000UL, font.size() / 2}) {
        CHECK(!without_hints(font.substr(0, size)));
    }
}
