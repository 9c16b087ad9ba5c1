#include "text/run_shaper.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"
#include "text/faces/opened_face.h"

namespace ghreveal::text {

namespace {

// The size browsers on FreeType scale advances for: whole hundredths of a px, and of these whole
// 1/64 px (26.6 fixed point).
double advance_size(Px font_size) {
    return std::floor(std::floor(font_size * 100 + 1e-6) / 100 * 64 + 1e-6) / 64;
}

// The glyphs are those of capitals, the text stays what it is.
void add_upper_case(hb_buffer_t* buffer, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8::decode(text, at).length;
        const std::string upper = unicode::upper_case(text.substr(at, length));
        for (const char32_t c : utf8::to_utf32(upper)) {
            hb_buffer_add(buffer, c, static_cast<unsigned>(at));
        }
        at += length;
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

hb_feature_t feature(std::uint32_t tag, double value) {
    return {tag, static_cast<std::uint32_t>(value), 0, static_cast<unsigned>(-1)};
}

// CSS Fonts 4 §7.2: `font-feature-settings` count last.
void add_features(const FontFeatures& asked, bool ligatures, std::vector<hb_feature_t>& features) {
    if (!asked.has_kerning) {
        features.push_back(feature(HB_TAG('k', 'e', 'r', 'n'), 0));
    }
    for (const std::uint32_t tag : capitals_features(asked.capitals)) {
        features.push_back(feature(tag, 1));
    }
    const auto add = [&](const FontSettings& settings) {
        for (const auto& [tag, value] : settings) {
            features.push_back(feature(tag, value));
        }
    };
    if (ligatures) {
        add(asked.ligatures);
    }
    add(asked.numerals);
    add(asked.east_asian);
    add(asked.position);
    add(asked.settings);
}

}  // namespace

std::vector<std::uint32_t> capitals_features(Capitals capitals) {
    switch (capitals) {
        case Capitals::kSmall:
            return {font_tag('s', 'm', 'c', 'p')};
        case Capitals::kAllSmall:
            return {font_tag('s', 'm', 'c', 'p'), font_tag('c', '2', 's', 'c')};
        case Capitals::kPetite:
            return {font_tag('p', 'c', 'a', 'p')};
        case Capitals::kAllPetite:
            return {font_tag('p', 'c', 'a', 'p'), font_tag('c', '2', 'p', 'c')};
        case Capitals::kUnicase:
            return {font_tag('u', 'n', 'i', 'c')};
        case Capitals::kTitling:
            return {font_tag('t', 'i', 't', 'l')};
        case Capitals::kNormal:
            break;
    }
    return {};
}

GlyphRunPtr RunShaper::shape(std::string_view text, const Font& font, const ShapeOptions& options) {
    const auto& face = static_cast<const OpenedFace&>(*font.face);
    const double size = advance_size(font.size);
    const double scale = size / face.units_per_em();
    hb_buffer_reset(buffer_.get());
    if (options.upper_case) {
        add_upper_case(buffer_.get(), text);
    } else {
        hb_buffer_add_utf8(buffer_.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    }
    if (options.direction) {
        hb_buffer_set_direction(buffer_.get(), *options.direction == Direction::kRightToLeft
                                                   ? HB_DIRECTION_RTL
                                                   : HB_DIRECTION_LTR);
    }
    hb_buffer_guess_segment_properties(buffer_.get());
    // CSS Text 3 §8.2: no optional ligatures where letters are spaced.
    const bool ligatures = options.ligatures && options.letter_spacing == 0;
    std::vector<hb_feature_t>& features = features_;
    features.assign({feature(HB_TAG('l', 'i', 'g', 'a'), ligatures ? 1 : 0),
                     feature(HB_TAG('c', 'l', 'i', 'g'), ligatures ? 1 : 0),
                     feature(HB_TAG('k', 'e', 'r', 'n'), 1)});
    if (options.features) {
        add_features(*options.features, ligatures, features);
    }
    const hb_bool_t is_shaped = hb_shape_full(face.harfbuzz(), buffer_.get(), features.data(),
                                              static_cast<unsigned>(features.size()), nullptr);
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
