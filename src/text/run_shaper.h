// Text of one font and direction to glyphs, by HarfBuzz.
#pragma once

#include <hb.h>

#include <string_view>
#include <vector>

#include "support/handle.h"
#include "text/shape.h"

namespace ghreveal::text {

class RunShaper {
public:
    // A character that the font lacks becomes glyph 0.
    GlyphRunPtr shape(std::string_view text, const Font&, const ShapeOptions&);

private:
    Handle<hb_buffer_t, hb_buffer_destroy> buffer_{hb_buffer_create()};
    std::vector<hb_feature_t> features_;
};

// The features that make them (CSS Fonts 4 §6.4).
std::vector<std::uint32_t> capitals_features(Capitals);

// Whether the font has all of the text.
bool is_whole(const GlyphRun&);

}  // namespace ghreveal::text
