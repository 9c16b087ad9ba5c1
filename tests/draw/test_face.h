// A face of the program's own fonts, shaped letter by letter without kerning: enough for tests of
// drawing.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <stdexcept>
#include <string>

#include "../build_paths.h"
#include "support/unicode/utf8.h"
#include "text/shape.h"

namespace ghreveal {

class TestFace : public text::Face {
public:
    explicit TestFace(const std::string& font) : path_(testing::source_dir() / "fonts" / font) {
        if (FT_Init_FreeType(&library_) != 0 ||
            FT_New_Face(library_, path_.c_str(), 0, &face_) != 0) {
            throw std::runtime_error("no font " + path_.string());
        }
    }
    ~TestFace() override {
        FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }
    TestFace(const TestFace&) = delete;
    TestFace& operator=(const TestFace&) = delete;

    const std::filesystem::path& path() const override { return path_; }
    int index() const override { return 0; }
    const text::FontBytes& bytes() const override { return bytes_; }
    const text::FontSettings& variations() const override { return variations_; }
    FT_FaceRec_* freetype() const override { return face_; }
    bool has_glyph(char32_t c) const override { return FT_Get_Char_Index(face_, c) != 0; }
    bool has_color_bitmaps() const override { return false; }
    int weight() const override { return 400; }

    text::GlyphRunPtr run(const std::string& text, Px size) const {
        auto run = std::make_shared<text::GlyphRun>();
        run->font = {this, size};
        run->text = text;
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded decoded = utf8::decode(text, at);
            const FT_UInt glyph = FT_Get_Char_Index(face_, decoded.code_point);
            FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE);
            const Px advance = static_cast<Px>(face_->glyph->metrics.horiAdvance) * size /
                               static_cast<Px>(face_->units_per_EM);
            run->glyphs.push_back({glyph, advance, 0, 0, static_cast<std::uint32_t>(at)});
            run->width += advance;
            at += decoded.length;
        }
        return run;
    }

private:
    std::filesystem::path path_;
    text::FontBytes bytes_;
    text::FontSettings variations_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

}  // namespace ghreveal
