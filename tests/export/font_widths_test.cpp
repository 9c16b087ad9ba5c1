// Widths as FreeType reads them from the bundled fonts.
#include "export/pdf/file/font_widths.h"

#include <ft2build.h>

#include "../build_paths.h"
#include FT_FREETYPE_H

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace ghreveal::exporter;

namespace {

std::string bundled_font(const std::string& name) {
    std::ifstream file(ghreveal::testing::source_dir() / "fonts" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("A font program's widths and characters are those that FreeType finds") {
    const std::string font = bundled_font("source-sans-pro/SourceSansPro-Regular.ttf");
    const auto widths = glyph_widths(font);
    REQUIRE(widths);
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    FT_Init_FreeType(&library);
    REQUIRE(FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(font.data()),
                               static_cast<FT_Long>(font.size()), 0, &face) == 0);
    CHECK(face->units_per_EM == 2048);
    for (const char32_t c : U" aWé—fi€") {
        if (c == 0) {
            continue;  // the end of the text
        }
        const FT_UInt glyph = FT_Get_Char_Index(face, c);
        INFO(static_cast<unsigned>(c));
        REQUIRE(widths->character.count(c) == 1);
        CHECK(widths->character.at(c) == glyph);
        FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE);
        CHECK(widths->of_glyph.at(glyph) ==
              Approx(static_cast<double>(face->glyph->metrics.horiAdvance) * 1000 / 2048));
    }
    FT_Done_Face(face);
    FT_Done_FreeType(library);
}

TEST_CASE("What is no font program, or is cut off, has no widths") {
    const std::string font = bundled_font("source-sans-pro/SourceSansPro-Regular.ttf");
    CHECK(!glyph_widths(""));
    CHECK(!glyph_widths(std::string(400, '\xFF')));
    for (const std::size_t size : {12UL, 300UL, 2000UL}) {
        CHECK(!glyph_widths(font.substr(0, size)));
    }
}

TEST_CASE("Widths that were cut down get a tenth of their unit, others stay") {
    const GlyphWidths widths{{500, 201.66, 554.69, 1000.2}, {{U' ', 1}, {U'p', 2}, {U'\u2014', 3}}};
    CHECK(with_exact_widths("<< /Type /Font /FirstChar 32 /Encoding /WinAnsiEncoding "
                            "/Widths [ 201 0 600 ] >>",
                            widths) ==
          "<< /Type /Font /FirstChar 32 /Encoding /WinAnsiEncoding /Widths [201.7 0 600] >>");
    CHECK(with_exact_widths("<< /FirstChar 112 /Encoding /WinAnsiEncoding /Widths [ 554 ] >>",
                            widths) ==
          "<< /FirstChar 112 /Encoding /WinAnsiEncoding /Widths [554.7] >>");
    // An em dash in WinAnsiEncoding.
    CHECK(with_exact_widths("<< /FirstChar 151 /Encoding /WinAnsiEncoding /Widths [ 1000 ] >>",
                            widths) ==
          "<< /FirstChar 151 /Encoding /WinAnsiEncoding /Widths [1000.2] >>");
    CHECK(
        with_exact_widths("<< /Subtype /CIDFontType2 /W [ 0 [ 500 201 554 1000 7 ]] >>", widths) ==
        "<< /Subtype /CIDFontType2 /W [ 0 [500 201.7 554.7 1000.2 7]] >>");
    for (const char* other : {"<< /Type /Font >>", "<< /W [ 3 [ 500 ]] >>", "<< /W [ 0 2 500 ] >>",
                              "<< /Encoding /MacRomanEncoding /FirstChar 32 /Widths [ 201 ] >>"}) {
        CHECK(with_exact_widths(other, widths) == other);
    }
}
