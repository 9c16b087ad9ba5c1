#include "text/shape.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "support/rules.h"
#include "support/unicode/utf8.h"
#include "text/emoji.h"
#include "text/font_book_impl.h"
#include "text/font_choice.h"
#include "text/run_shaper.h"
#include "text/small_capitals.h"

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

std::string_view cluster_text(const GlyphRun& run, std::size_t begin) {
    // The glyph that comes next in the text is beside the cluster's.
    const std::span<const Glyph> after = glyphs_between(run, begin + 1, run.text.size());
    const bool falls = run.direction == Direction::kRightToLeft;
    const std::size_t end =
        after.empty() ? run.text.size() : (falls ? after.back() : after.front()).cluster;
    return std::string_view(run.text).substr(begin, end - begin);
}

// The first character of the cluster that the font has no glyph for; joiners and selectors need
// none.
char32_t missing_character(const GlyphRun& run, std::size_t cluster) {
    const std::string_view text = cluster_text(run, cluster);
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool needs_glyph =
            g_unichar_type(c) != G_UNICODE_FORMAT && !(c >= 0xFE00 && c <= 0xFE0F);
        if (needs_glyph && !run.font.face->has_glyph(c)) {
            return c;
        }
        at += length;
    }
    return utf8::decode(text, 0).code_point;
}

// Of fonts like Font Awesome, which have their pictures where no character is.
constexpr const char* kIcons = "icons";

}  // namespace

struct Shaper::Impl {
    using WordsKey = std::tuple<std::uint64_t, Px, bool, std::optional<Direction>,
                                std::shared_ptr<const FontFeatures>>;

    FontBook& fonts;
    Diagnostics& diagnostics;
    std::map<WordsKey, Words> words;  // by Resolved::serial and options
    // Kinds of what is missing, and characters.
    std::set<std::string> reported;
    RunShaper shaper;

    Impl(FontBook& book, Diagnostics& sink) : fonts(book), diagnostics(sink) {}

    std::vector<GlyphRunPtr> shape(std::string_view, const FontSpec&, const ShapeOptions&,
                                   const SourcePosition&);
    std::vector<GlyphRunPtr> shape_small_capitals(std::string_view, const FontSpec&,
                                                  const ShapeOptions&, const SourcePosition&);
    void report_missing(const GlyphRun&, const SourcePosition&);
    void report_missing(const GlyphRun&, std::size_t cluster, const SourcePosition&);
    std::string kind_of_missing(char32_t) const;
};

Shaper::Shaper(FontBook& fonts, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(fonts, diagnostics)) {}

Shaper::~Shaper() = default;

FontBook& Shaper::fonts() {
    return impl_->fonts;
}

void Shaper::Impl::report_missing(const GlyphRun& run, std::size_t cluster,
                                  const SourcePosition& where) {
    const char32_t code_point = missing_character(run, cluster);
    std::string character;
    utf8::append(character, code_point);
    const std::string kind = kind_of_missing(code_point);
    if (!reported.insert(kind.empty() ? character : kind).second) {
        return;
    }
    diagnostics.report(
        {Rule::kNoGlyph, where,
         fmt::format("no font has the {}'{}' (U+{:04X}){}",
                     kind.empty() ? "character " : kind + ": ", character,
                     static_cast<unsigned>(code_point),
                     kind.empty() ? "" : " and the like cannot be shown"),
         kind.empty() ? "a box is shown in its place; a font that has it would be used"
         : kind == kIcons
             ? "boxes are shown in their places; the font that they are drawn for is not "
               "at hand"
             : "boxes are shown in their places; a font that has them would be used",
         kind});
}

// What stands for all that is missing for the same reason: "Ethiopic script", "emoji", "icons";
// empty for a character of its own.
std::string Shaper::Impl::kind_of_missing(char32_t code_point) const {
    if (const std::string script = fonts.script_name(code_point); !script.empty()) {
        return script + " script";
    }
    const bool is_private = (code_point >= 0xE000 && code_point <= 0xF8FF) || code_point >= 0xF0000;
    // Unicode's blocks from "Miscellaneous Symbols" to "Dingbats", from "Mahjong Tiles" to "Symbols
    // and Pictographs Extended-A".
    const bool is_pictograph = (code_point >= 0x2600 && code_point <= 0x27BF) ||
                               (code_point >= 0x1F000 && code_point <= 0x1FAFF);
    return is_private ? kIcons : is_pictograph ? "emoji" : "";
}

void Shaper::Impl::report_missing(const GlyphRun& run, const SourcePosition& where) {
    std::set<std::uint32_t> clusters;  // in the order they are read in
    for (const Glyph& glyph : run.glyphs) {
        if (glyph.id == 0) {
            clusters.insert(glyph.cluster);
        }
    }
    for (const std::uint32_t cluster : clusters) {
        report_missing(run, cluster, where);
    }
}

// CSS Fonts 4 §6.4: what a font without small capitals shows for them, as large as in browsers.
std::vector<GlyphRunPtr> Shaper::Impl::shape_small_capitals(std::string_view text,
                                                            const FontSpec& spec,
                                                            const ShapeOptions& options,
                                                            const SourcePosition& where) {
    constexpr double kSize = 0.7;
    ShapeOptions large = options;
    large.features = without_capitals(*options.features);
    ShapeOptions small = large;
    small.upper_case = true;
    FontSpec small_spec = spec;
    small_spec.size *= kSize;
    const bool all = options.features->capitals == Capitals::kAllSmall ||
                     options.features->capitals == Capitals::kAllPetite;
    std::vector<GlyphRunPtr> runs;
    for (const auto& [part, is_small] : stretches_by_case(text, all)) {
        const auto shaped =
            is_small ? shape(part, small_spec, small, where) : shape(part, spec, large, where);
        runs.insert(runs.end(), shaped.begin(), shaped.end());
    }
    return runs;
}

std::vector<GlyphRunPtr> Shaper::Impl::shape(std::string_view text, const FontSpec& spec,
                                             const ShapeOptions& options,
                                             const SourcePosition& where) {
    if (options.features && lacks_capitals(fonts.primary_font(spec), options.features->capitals)) {
        return shape_small_capitals(text, spec, options, where);
    }
    const GlyphRunPtr in_primary_font = shaper.shape(text, fonts.primary_font(spec), options);
    if (is_whole(*in_primary_font) && !may_have_emoji(text) && !fonts.has_ranges(spec)) {
        return {in_primary_font};
    }
    std::vector<GlyphRunPtr> runs;
    for (const FontStretch& stretch :
         choose_fonts(*in_primary_font, {spec, options, fonts, shaper})) {
        const std::string_view part = text.substr(stretch.begin, stretch.end - stretch.begin);
        runs.push_back(shaper.shape(part, stretch.font, options));
        report_missing(*runs.back(), where);
    }
    return runs;
}

const std::vector<GlyphRunPtr>& Shaper::shape(std::string_view text, const FontSpec& spec,
                                              const ShapeOptions& options,
                                              const SourcePosition& where) {
    const Resolved& resolved = impl_->fonts.impl().resolve(spec);
    Words& words = impl_->words[{resolved.serial, options.letter_spacing, options.ligatures,
                                 options.direction, options.features}];
    const auto found = words.find(text);
    if (found != words.end()) {
        return found->second;
    }
    return words.emplace(std::string(text), impl_->shape(text, spec, options, where)).first->second;
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
