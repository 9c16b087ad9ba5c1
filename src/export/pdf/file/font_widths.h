// Glyphs' widths in a PDF's font dictionaries (PDF 32000-1 §9.6.2.1, §9.7.4.3). Cairo 1.16 cuts
// them down to whole thousandths of an em and goes on as if viewers knew them exactly: lines in a
// font of 2048 units then end up to 3 px too early.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

struct GlyphWidths {
    std::vector<double> of_glyph;               // 1/1000 em
    std::map<char32_t, std::size_t> character;  // the glyph that a character has
};

// What a TrueType font program says; nothing where it cannot be read.
std::optional<GlyphWidths> glyph_widths(std::string_view font);

// The dictionary of a simple font in WinAnsiEncoding, or of a CIDFont whose identifiers are its
// glyphs', with widths to a tenth of their unit. Any other dictionary stays as it is, as do widths
// that are not these cut down.
std::string with_exact_widths(std::string_view dictionary, const GlyphWidths&);

}  // namespace ghreveal::exporter
