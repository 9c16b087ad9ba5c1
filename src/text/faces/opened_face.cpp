#include "text/faces/opened_face.h"

#include FT_TRUETYPE_TABLES_H

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.h"
#include "text/faces/variable_font.h"

namespace ghreveal::text {

namespace {

// OS/2 fsSelection bit 7: the typographic ascender and descender are meant for line spacing.
constexpr unsigned kUseTypoMetrics = 1u << 7;
constexpr unsigned kNoOs2Table = 0xFFFF;

FT_FaceRec_* open_freetype(FT_Library library, const FaceDescriptor& descriptor) {
    FT_Face face = nullptr;
    const FontBytes& bytes = descriptor.bytes;
    const FT_Error failure =
        bytes ? FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes->data()),
                                   static_cast<FT_Long>(bytes->size()), descriptor.index, &face)
              : FT_New_Face(library, descriptor.path.c_str(), descriptor.index, &face);
    if (failure != 0) {
        throw Error({descriptor.path.string(), 0}, "cannot open the font",
                    "check that the file is there and is a TrueType or OpenType font");
    }
    return face;
}

Handle<hb_blob_t, hb_blob_destroy> file_of(const FaceDescriptor& descriptor) {
    const FontBytes& bytes = descriptor.bytes;
    return Handle<hb_blob_t, hb_blob_destroy>(
        bytes ? hb_blob_create(bytes->data(), static_cast<unsigned>(bytes->size()),
                               HB_MEMORY_MODE_READONLY, nullptr, nullptr)
              : hb_blob_create_from_file(descriptor.path.c_str()));
}

// WOFF 1 and 2: their tables are compressed.
bool is_packed(hb_blob_t* file) {
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(file, &length);
    return std::string_view(bytes, length).starts_with("wOF");
}

// What FreeType has unpacked a file into, so that neither HarfBuzz nor Cairo does it again.
FaceDescriptor unpacked(const FaceDescriptor& descriptor, const FT_FaceRec_& freetype) {
    if (!is_packed(file_of(descriptor).get())) {
        return descriptor;
    }
    const FT_StreamRec& font = *freetype.stream;
    FaceDescriptor plain = descriptor;
    plain.bytes =
        std::make_shared<const std::string>(reinterpret_cast<const char*>(font.base), font.size);
    return plain;
}

hb_font_t* open_harfbuzz(const FaceDescriptor& descriptor) {
    const Handle<hb_face_t, hb_face_destroy> face{
        hb_face_create(file_of(descriptor).get(), static_cast<unsigned>(descriptor.index))};
    return hb_font_create(face.get());
}

// Of the largest ones, in px an em; 0 for a font with outlines.
double size_of_color_bitmaps(const FT_FaceRec_& file) {
    FT_Pos largest = 0;
    if (FT_HAS_COLOR(&file) && !FT_IS_SCALABLE(&file)) {
        for (int i = 0; i < file.num_fixed_sizes; ++i) {
            largest = std::max(largest, file.available_sizes[i].y_ppem);
        }
    }
    return static_cast<double>(largest) / 64;
}

// The height of the letter x in a file that does not tell it, rounded as FreeType's hinter does it
// for browsers: up from 12/64 px on.
std::optional<Px> hinted_x_height(const OpenedFace& face, double scale) {
    constexpr Px kRoundsUp = 52.0 / 64;
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (hb_font_get_nominal_glyph(face.harfbuzz(), U'x', &glyph) == 0 ||
        hb_font_get_glyph_extents(face.harfbuzz(), glyph, &extents) == 0) {
        return std::nullopt;
    }
    return std::floor(extents.y_bearing * scale + kRoundsUp);
}

// Of 水, in em, for which `ic` is named (CSS Values 4 §6.1.1).
double ideograph_advance(const OpenedFace& face) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(face.harfbuzz(), U'\u6c34', &glyph) == 0
               ? 1  // CSS Values 4 §6.1.1: 1em is assumed where a font has none
               : hb_font_get_glyph_h_advance(face.harfbuzz(), glyph) / face.units_per_em();
}

}  // namespace

OpenedFace::OpenedFace(FT_Library library, const FaceDescriptor& descriptor,
                       const FontSettings& variations)
    : variations_(variations),
      freetype_(open_freetype(library, descriptor)),
      descriptor_(unpacked(descriptor, *freetype_)),
      harfbuzz_(open_harfbuzz(descriptor_)),
      units_per_em_(hb_face_get_upem(hb_font_get_face(harfbuzz_.get()))),
      bitmap_size_(size_of_color_bitmaps(*freetype_)) {
    if (!variations_.empty()) {
        set_variations(freetype_.get(), variations_);
        std::vector<hb_variation_t> places;
        for (const auto& [tag, value] : variations_) {
            places.push_back({tag, static_cast<float>(value)});
        }
        hb_font_set_variations(harfbuzz_.get(), places.data(),
                               static_cast<unsigned>(places.size()));
    }
}

FontSettings OpenedFace::variations_for(const FaceDescriptor& face, const FontSpec& spec) const {
    return text::variations_for(*freetype_, face, spec);
}

int OpenedFace::weight() const {
    for (const auto& [tag, value] : variations_) {
        if (tag == font_tag('w', 'g', 'h', 't')) {
            return static_cast<int>(value);
        }
    }
    constexpr int kUsual = 400;
    return std::clamp(kUsual, descriptor_.weight,
                      std::max(descriptor_.weight, descriptor_.last_weight));
}

bool OpenedFace::has_feature(std::uint32_t tag) const {
    hb_face_t* face = hb_font_get_face(harfbuzz_.get());
    unsigned offset = 0;
    std::array<hb_tag_t, 64> tags{};
    for (unsigned count = tags.size(); count == tags.size(); offset += count) {
        hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, offset, &count, tags.data());
        if (std::find(tags.begin(), tags.begin() + count, tag) != tags.begin() + count) {
            return true;
        }
    }
    return false;
}

bool OpenedFace::has_glyph(char32_t code_point) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(harfbuzz_.get(), code_point, &glyph) != 0 && glyph != 0;
}

double OpenedFace::advance_in_em(int font_units) const {
    const double advance = font_units / units_per_em_;
    return bitmap_size_ > 0 ? std::round(advance * bitmap_size_) / bitmap_size_ : advance;
}

FontMetrics measure(const OpenedFace& face, Px size) {
    const FT_FaceRec_& file = *face.freetype();
    const auto* os2 =
        static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(const_cast<FT_FaceRec_*>(&file), FT_SFNT_OS2));
    const bool has_os2 = os2 != nullptr && os2->version != kNoOs2Table;
    const double scale = size / face.units_per_em();
    double ascent = file.ascender * scale;
    double descent = -file.descender * scale;
    double line_gap = (file.height - file.ascender + file.descender) * scale;
    // FreeType tells the size of glyphs with outlines only.
    const auto* hhea = static_cast<const TT_HoriHeader*>(
        FT_Get_Sfnt_Table(const_cast<FT_FaceRec_*>(&file), FT_SFNT_HHEA));
    if (face.has_color_bitmaps() && hhea != nullptr) {
        ascent = hhea->Ascender * scale;
        descent = -hhea->Descender * scale;
        line_gap = hhea->Line_Gap * scale;
    }
    if (has_os2 && (os2->fsSelection & kUseTypoMetrics) != 0) {
        ascent = os2->sTypoAscender * scale;
        descent = -os2->sTypoDescender * scale;
        line_gap = os2->sTypoLineGap * scale;
    }
    const FaceAdjustments& adjustments = face.adjustments();
    ascent = adjustments.ascent ? *adjustments.ascent * size : ascent;
    descent = adjustments.descent ? *adjustments.descent * size : descent;
    line_gap = adjustments.line_gap ? *adjustments.line_gap * size : line_gap;
    FontMetrics metrics;
    metrics.ascent = std::round(ascent);
    metrics.descent = std::round(descent);
    metrics.line_gap = std::round(std::max(0.0, line_gap));
    hb_codepoint_t glyph = 0;
    if (has_os2 && os2->version >= 2 && os2->sxHeight > 0) {
        metrics.x_height = os2->sxHeight * scale;
    } else {
        metrics.x_height = hinted_x_height(face, scale).value_or(0.56 * ascent);
    }
    metrics.cap_height =
        has_os2 && os2->version >= 2 && os2->sCapHeight > 0 ? os2->sCapHeight * scale : ascent;
    metrics.zero_advance = size / 2;  // CSS Values 4 §6.1.1, when there is no "0"
    if (hb_font_get_nominal_glyph(face.harfbuzz(), U'0', &glyph) != 0) {
        metrics.zero_advance = hb_font_get_glyph_h_advance(face.harfbuzz(), glyph) * scale;
    }
    metrics.underline_offset = -file.underline_position * scale;
    metrics.underline_thickness = file.underline_thickness * scale;
    metrics.strikeout_offset =
        has_os2 && os2->yStrikeoutPosition > 0 ? os2->yStrikeoutPosition * scale : ascent / 3;
    metrics.strikeout_thickness =
        has_os2 && os2->yStrikeoutSize > 0 ? os2->yStrikeoutSize * scale : size / 16;
    return metrics;
}

std::optional<double> aspect_of(const OpenedFace& face, FontSizeAdjust::Metric metric) {
    constexpr Px kSize = 1000;
    using Metric = FontSizeAdjust::Metric;
    const FontMetrics metrics = measure(face, kSize);
    const Px measured = metric == Metric::kExHeight    ? metrics.x_height
                        : metric == Metric::kCapHeight ? metrics.cap_height
                        : metric == Metric::kChWidth   ? metrics.zero_advance
                                                       : ideograph_advance(face) * kSize;
    return measured > 0 ? std::optional(measured / kSize) : std::nullopt;
}

}  // namespace ghreveal::text
