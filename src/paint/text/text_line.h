// One line of text outside any slide's layout: slide numbers and placeholders' labels.
#pragma once

#include <string_view>

#include "paint/display_list.h"
#include "text/shape.h"

namespace ghreveal::paint {

// Glyph runs for one line, set by the primary font's metrics.
struct TextLine {
    std::vector<text::GlyphRunPtr> runs;
    Px width = 0;
};

TextLine text_line(std::string_view text, const text::FontSpec&, text::Shaper&);

// From the top of a line box of this height to the baseline (CSS 2.1 §10.8.1; half-leading is
// floored, as browsers do).
Px baseline_in_line(const text::FontMetrics&, Px line_height);

// The line with its left end at `origin`, on the baseline; a part of `content`.
void draw_text_line(const TextLine&, Point origin, const Color&, DisplayList&,
                    const Content& content = {});

}  // namespace ghreveal::paint
