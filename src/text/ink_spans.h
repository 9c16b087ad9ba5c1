// Where letters cross a band along their baseline: decoration lines have gaps there (CSS Text
// Decoration 4 §3.5, `text-decoration-skip-ink`).
#pragma once

#include <vector>

#include "text/shape.h"

namespace ghreveal::text {

// px from the run's beginning.
struct InkSpan {
    Px left = 0;
    Px right = 0;
};

// px above the baseline; what is below it is negative.
struct InkBand {
    Px bottom = 0;
    Px top = 0;
};

// Of each glyph that has ink in the band one span, in visual order. Pictures and ideographs have
// none: lines go through below them.
std::vector<InkSpan> ink_spans(const GlyphRun&, const InkBand&);

}  // namespace ghreveal::text
