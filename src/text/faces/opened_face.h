// A font file opened for measuring (FreeType, for Cairo as well) and for shaping (HarfBuzz).
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include "support/handle.h"
#include "text/font.h"

namespace ghreveal::text {

class OpenedFace final : public Face {
public:
    // Both libraries map the file into memory; only a packed one (WOFF) is read whole.
    // Throws Error when the file is not a font.
    OpenedFace(FT_Library, const FaceDescriptor&, const FontSettings& variations = {});

    const std::filesystem::path& path() const override { return descriptor_.path; }
    int index() const override { return descriptor_.index; }
    const FontBytes& bytes() const override { return descriptor_.bytes; }
    const FontSettings& variations() const override { return variations_; }
    FT_FaceRec_* freetype() const override { return freetype_.get(); }
    bool has_glyph(char32_t) const override;
    bool has_color_bitmaps() const override { return bitmap_size_ > 0; }
    int weight() const override;

    const FaceAdjustments& adjustments() const { return descriptor_.adjustments; }
    // Where a variable font would be for what is asked of it; empty for other fonts.
    FontSettings variations_for(const FaceDescriptor&, const FontSpec&) const;
    // Whether it has the feature, in any script.
    bool has_feature(std::uint32_t tag) const;

    // Scaled to font units; multiply by size / units_per_em.
    hb_font_t* harfbuzz() const { return harfbuzz_.get(); }
    double units_per_em() const { return units_per_em_; }
    // Of a glyph's advance in font units. Pictures are whole pixels wide at their own size, and
    // scaled from there.
    double advance_in_em(int font_units) const;

private:
    FontSettings variations_;
    Handle<FT_FaceRec_, FT_Done_Face> freetype_;
    FaceDescriptor descriptor_;  // its bytes are unpacked
    Handle<hb_font_t, hb_font_destroy> harfbuzz_;
    double units_per_em_ = 1000;
    double bitmap_size_ = 0;  // px an em of the largest pictures; 0: there are outlines
};

// As Chromium takes them from a file on Linux (ascent and descent rounded to whole px).
FontMetrics measure(const OpenedFace&, Px size);

// What `font-size-adjust` goes by (CSS Fonts 5 §5.1): the measure as a part of the font size;
// nothing for a font without it.
std::optional<double> aspect_of(const OpenedFace&, FontSizeAdjust::Metric);

}  // namespace ghreveal::text
