#include "text/shape.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "support/handle.h"
#include "support/utf8.h"
#include "text/emoji.h"
#include "text/font_book_impl.h"
#include "text/script_names.h"

namespace ghreveal::text {

namespace {

struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};

using Words =
    std::unordered_map<std::string, std::vector<GlyphRunPtr>, TransparentHash, std::equal_to<>>;

// Bytes [begin, end) of a text, all in one font.
struct FontStretch {
    Font font;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Marks, joiners and selectors are drawn with the letter before them.
bool extends_cluster(char32_t code_point) {
    if (code_point == 0x200D || code_point == 0x200C ||
        (code_point >= 0xFE00 && code_point <= 0xFE0F)) {
        return true;
    }
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

// What stands for all characters that are missing for the same reason.
std::string kind_of_missing(char32_t code_point) {
    const std::string script = script_name(code_point);
    std::string character;
    utf8::append(character, code_point);
    return !script.empty() ? script : emoji_length(character, 0) > 0 ? "emoji" : character;
}

void report_missing(char32_t code_point, Diagnostics& diagnostics, const SourcePosition& where) {
    const std::string script = script_name(code_point);
    std::string character;
    utf8::append(character, code_point);
    diagnostics.warn(where,
                     fmt::format("no font has the {}'{}' (U+{:04X}){}",
                                 script.empty() ? "character " : script + " script: ", character,
                                 static_cast<unsigned>(code_point),
                                 script.empty() ? "" : " and the like cannot be shown"),
                     script.empty()
                         ? "a box is shown in its place; a font that has it would be used"
                         : "boxes are shown in their places; a font that has them would be used");
}

}  // namespace

struct Shaper::Impl {
    using WordsKey = std::tuple<std::uint64_t, Px, bool, bool, std::optional<Direction>>;

    FontBook& fonts;
    Diagnostics& diagnostics;
    std::map<WordsKey, Words> words;  // by Resolved::serial and options
    std::set<std::string> reported;   // see kind_of_missing
    Handle<hb_buffer_t, hb_buffer_destroy> buffer{hb_buffer_create()};

    Impl(FontBook& book, Diagnostics& sink) : fonts(book), diagnostics(sink) {}

    std::vector<FontStretch> split_by_font(std::string_view, const FontSpec&,
                                           const SourcePosition&);
    Font font_for(char32_t, const FontSpec&, const SourcePosition&);
    Font font_for_missing(char32_t, const FontSpec&, const SourcePosition&);
    GlyphRunPtr shape_stretch(std::string_view text, const Font&, const ShapeOptions&);
};

Shaper::Shaper(FontBook& fonts, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(fonts, diagnostics)) {}

Shaper::~Shaper() = default;

FontBook& Shaper::fonts() {
    return impl_->fonts;
}

Font Shaper::Impl::font_for_missing(char32_t code_point, const FontSpec& spec,
                                    const SourcePosition& where) {
    const Font of_system = fonts.system_font_for(spec, code_point);
    if (of_system.face != nullptr) {
        return of_system;
    }
    if (reported.insert(kind_of_missing(code_point)).second) {
        report_missing(code_point, diagnostics, where);
    }
    return fonts.primary_font(spec);
}

Font Shaper::Impl::font_for(char32_t code_point, const FontSpec& spec,
                            const SourcePosition& where) {
    const Font font = fonts.font_for(spec, code_point);
    return font.face != nullptr ? font : font_for_missing(code_point, spec, where);
}

std::vector<FontStretch> Shaper::Impl::split_by_font(std::string_view text, const FontSpec& spec,
                                                     const SourcePosition& where) {
    std::vector<FontStretch> stretches;
    const auto append = [&](const Font& font, std::size_t begin, std::size_t end) {
        if (stretches.empty() || !(stretches.back().font == font)) {
            stretches.push_back({font, begin, begin});
        }
        stretches.back().end = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [code_point, length] = utf8::decode(text, at);
        const std::size_t emoji = emoji_length(text, at);
        const Font emoji_font = emoji > 0 ? fonts.emoji_font_for(spec, code_point) : Font{};
        if (emoji_font.face != nullptr) {
            append(emoji_font, at, at + emoji);
            at += emoji;
        } else {
            const bool extends = !stretches.empty() && extends_cluster(code_point);
            append(extends ? stretches.back().font : font_for(code_point, spec, where), at,
                   at + length);
            at += length;
        }
    }
    return stretches;
}

namespace {

// The size browsers on FreeType scale advances for: whole hundredths of a px, and of these whole
// 1/64 px (26.6 fixed point).
double advance_size(Px font_size) {
    return std::floor(std::floor(font_size * 100 + 1e-6) / 100 * 64 + 1e-6) / 64;
}

}  // namespace

GlyphRunPtr Shaper::Impl::shape_stretch(std::string_view text, const Font& font,
                                        const ShapeOptions& options) {
    const auto& face = static_cast<const OpenedFace&>(*font.face);
    const double size = advance_size(font.size);
    const double scale = size / face.units_per_em();
    hb_buffer_reset(buffer.get());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    if (options.direction) {
        hb_buffer_set_direction(buffer.get(), *options.direction == Direction::kRightToLeft
                                                  ? HB_DIRECTION_RTL
                                                  : HB_DIRECTION_LTR);
    }
    hb_buffer_guess_segment_properties(buffer.get());
    // CSS Text 3 §8.2: no optional ligatures where letters are spaced.
    const bool ligatures = options.ligatures && options.letter_spacing == 0;
    const std::array<hb_feature_t, 3> features{{
        {HB_TAG('l', 'i', 'g', 'a'), ligatures ? 1u : 0u, 0, static_cast<unsigned>(-1)},
        {HB_TAG('c', 'l', 'i', 'g'), ligatures ? 1u : 0u, 0, static_cast<unsigned>(-1)},
        {HB_TAG('k', 'e', 'r', 'n'), options.kerning ? 1u : 0u, 0, static_cast<unsigned>(-1)},
    }};
    hb_shape(face.harfbuzz(), buffer.get(), features.data(), features.size());
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);

    auto run = std::make_shared<GlyphRun>();
    run->font = font;
    run->direction = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer.get()))
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

const std::vector<GlyphRunPtr>& Shaper::shape(std::string_view text, const FontSpec& spec,
                                              const ShapeOptions& options,
                                              const SourcePosition& where) {
    const Resolved& resolved = impl_->fonts.impl().resolve(spec);
    Words& words = impl_->words[{resolved.serial, options.letter_spacing, options.ligatures,
                                 options.kerning, options.direction}];
    const auto found = words.find(text);
    if (found != words.end()) {
        return found->second;
    }
    std::vector<GlyphRunPtr> runs;
    for (const FontStretch& stretch : impl_->split_by_font(text, spec, where)) {
        const std::string_view part = text.substr(stretch.begin, stretch.end - stretch.begin);
        runs.push_back(impl_->shape_stretch(part, stretch.font, options));
    }
    return words.emplace(std::string(text), std::move(runs)).first->second;
}

std::span<const Glyph> glyphs_between(const GlyphRun& run, std::size_t begin, std::size_t end) {
    // HarfBuzz keeps clusters in order, from right to left in the opposite one.
    const bool falls = run.direction == Direction::kRightToLeft;
    const auto place_of = [&](std::size_t byte) {
        return std::partition_point(run.glyphs.begin(), run.glyphs.end(), [&](const Glyph& glyph) {
            return (glyph.cluster < byte) != falls;
        });
    };
    return falls ? std::span(place_of(end), place_of(begin))
                 : std::span(place_of(begin), place_of(end));
}

GlyphRunPtr sub_run(const GlyphRun& run, std::size_t begin, std::size_t end) {
    auto part = std::make_shared<GlyphRun>();
    part->font = run.font;
    part->direction = run.direction;
    part->text = run.text.substr(begin, end - begin);
    const std::span<const Glyph> glyphs = glyphs_between(run, begin, end);
    part->glyphs.assign(glyphs.begin(), glyphs.end());
    for (Glyph& glyph : part->glyphs) {
        glyph.cluster -= static_cast<std::uint32_t>(begin);
        part->width += glyph.advance;
    }
    return part;
}

}  // namespace ghreveal::text
