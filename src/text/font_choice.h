// Which font shows which part of a text.
#pragma once

#include <string_view>
#include <vector>

#include "text/run_shaper.h"

namespace ghreveal::text {

// Bytes [begin, end) of a text, all in one font.
struct FontStretch {
    Font font;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// What the choice needs besides the text, which `in_primary_font` has.
struct FontChoice {
    const FontSpec& spec;
    const ShapeOptions& options;
    FontBook& fonts;
    RunShaper& shaper;
};

// A grapheme cluster comes from one font: the first of ours that has all of it, else one of the
// system's; an emoji from a font of pictures, if there is one. What no font has is left to the
// primary one.
std::vector<FontStretch> choose_fonts(const GlyphRun& in_primary_font, const FontChoice&);

}  // namespace ghreveal::text
