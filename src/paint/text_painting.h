// Glyphs with their shadows and decorations (CSS Text Decoration 3).
#pragma once

#include <vector>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"
#include "style/computed_style.h"

namespace ghreveal::paint {

// A text-decoration in force: which lines the decorating box asked for, and in what font. It is
// drawn along all text in the box's flow, in the box's colour (CSS 2.1 §16.3.1).
struct Decoration {
    std::uint8_t lines = style::kNoLine;
    style::DecorationStyle style = style::DecorationStyle::kSolid;
    Color color;
    text::FontSpec font;
    // Of the decorating box's line, absolute; not known for a block: then each text's own.
    std::optional<Px> baseline;
};

void paint_text(const layout::Fragment& text, const style::InkStyle&,
                const std::vector<Decoration>&, PaintContext&, DisplayList&);

}  // namespace ghreveal::paint
