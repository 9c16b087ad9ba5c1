// Text and FontSpec in, measured glyph runs out (HarfBuzz; the system's fonts for what ours lack).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "support/error.h"
#include "text/font.h"
#include "text/font_book.h"

namespace ghreveal::text {

enum class Direction : std::uint8_t { kLeftToRight, kRightToLeft };

struct Glyph {
    std::uint32_t id = 0;
    Px advance = 0;  // unhinted, fractional, letter-spacing included
    Px x_offset = 0;
    Px y_offset = 0;            // positive upwards, as in OpenType
    std::uint32_t cluster = 0;  // byte offset into the run's text
};

// Glyphs of one font and direction, in visual order. Immutable once shaped and shared between
// all places that show the same text.
struct GlyphRun {
    Font font;
    Direction direction = Direction::kLeftToRight;
    std::string text;  // UTF-8, in logical order
    std::vector<Glyph> glyphs;
    Px width = 0;  // sum of advances
};

using GlyphRunPtr = std::shared_ptr<const GlyphRun>;

struct ShapeOptions {
    Px letter_spacing = 0;  // added after every glyph cluster, the last one too
    // Of all of the text; by its script when not known.
    std::optional<Direction> direction = std::nullopt;
    bool ligatures = true;  // off when letter-spacing is not 0 (CSS Text 3 §8.2)
    std::shared_ptr<const FontFeatures> features{};  // null: none asked for
    bool upper_case = false;                         // shown in capitals; the text stays what it is
};

// Shapes text for one FontBook; keeps every result. Not for use by two threads at once.
class Shaper {
public:
    explicit Shaper(FontBook&, Diagnostics&);
    ~Shaper();
    // The runs of `text` (no line breaks or tabs in it), in logical order, one run for each font.
    // Callers pass a word or a stretch of spaces at a time: the cache works by word. A character
    // that no font has is reported once per script.
    const std::vector<GlyphRunPtr>& shape(std::string_view text, const FontSpec&,
                                          const ShapeOptions&, const SourcePosition& where = {});
    FontBook& fonts();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The glyphs that show text bytes [begin, end): they stand together.
std::span<const Glyph> glyphs_between(const GlyphRun& run, std::size_t begin, std::size_t end);

// The part of `run` that shows text bytes [begin, end); both must be cluster boundaries.
GlyphRunPtr sub_run(const GlyphRun& run, std::size_t begin, std::size_t end);

}  // namespace ghreveal::text
