#include "text/run_shaper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>

#include "text/opened_face.h"

namespace ghreveal::text {

namespace {

// The size browsers on FreeType scale advances for: whole hundredths of a px, and of these whole
// 1/64 px (26.6 fixed point).
double advance_size(Px font_size) {
    return std::floor(std::floor(font_size * 100 + 1e-6) / 100 * 64 + 1e-6) / 64;
}

}  // namespace

GlyphRunPtr RunShaper::shape(std::string_view text, const Font& font, const ShapeOptions& options) {
    const auto& face = static_cast<const OpenedFace&>(*font.face);
    const double size = advance_size(font.size);
    const double scale = size / face.units_per_em();
    hb_buffer_reset(buffer_.get());
    hb_buffer_add_utf8(buffer_.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    if (options.direction) {
        hb_buffer_set_direction(buffer_.get(), *options.direction == Direction::kRightToLeft
                                                   ? HB_DIRECTION_RTL
                                                   : HB_DIRECTION_LTR);
    }
    hb_buffer_guess_segment_properties(buffer_.get());
    // CSS Text 3 §8.2: no optional ligatures where letters are spaced.
    const bool ligatures = options.ligatures && options.letter_spacing == 0;
    const std::array<hb_feature_t, 3> features{{
        {HB_TAG('l', 'i', 'g', 'a'), ligatures ? 1u : 0u, 0, static_cast<unsigned>(-1)},
        {HB_TAG('c', 'l', 'i', 'g'), ligatures ? 1u : 0u, 0, static_cast<unsigned>(-1)},
        {HB_TAG('k', 'e', 'r', 'n'), options.kerning ? 1u : 0u, 0, static_cast<unsigned>(-1)},
    }};
    const hb_bool_t is_shaped =
        hb_shape_full(face.harfbuzz(), buffer_.get(), features.data(), features.size(), nullptr);
    if (is_shaped == 0 || hb_buffer_allocation_successful(buffer_.get()) == 0) {
        throw std::bad_alloc();
    }
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);

    auto run = std::make_shared<GlyphRun>();
    run->font = font;
    run->direction = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer_.get()))
                         ? Direction::kRightToLeft
                         : Direction::kLeftToRight;
    run->text = text;
    run->glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        const bool ends_cluster = i + 1 == count || infos[i + 1].cluster != infos[i].cluster;
        Glyph glyph{infos[i].codepoint, face.advance_in_em(positions[i].x_advance) * size,
                    positions[i].x_offset * scale, positions[i].y_offset * scale, infos[i].cluster};
        glyph.advance += ends_cluster ? options.letter_spacing : 0;
        run->width += glyph.advance;
        run->glyphs.push_back(glyph);
    }
    return run;
}

bool is_whole(const GlyphRun& run) {
    return std::none_of(run.glyphs.begin(), run.glyphs.end(),
                        [](const Glyph& glyph) { return glyph.id == 0; });
}

}  // namespace ghreveal::text
