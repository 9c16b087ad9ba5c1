// Underlines and the like: which are in force where, and how they are drawn (CSS Text Decoration
// 3).
#pragma once

#include <optional>
#include <vector>

#include "paint/fragment_traits.h"
#include "paint/paint.h"
#include "style/properties/paint_style.h"

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
    std::optional<css::LengthPercentage> thickness;         // nothing: auto
    std::optional<css::LengthPercentage> underline_offset;  // the same
    bool is_underline_below = false;                        // text-underline-position: under
};

using Decorations = std::vector<Decoration>;

// What is in force inside a fragment, given what is in force around it.
Decorations decorations_inside(const layout::Fragment&, const FragmentTraits&,
                               const Decorations& outer);

// Where a line of text's decorations go.
struct LineExtent {
    Px left = 0;
    Px width = 0;
    Px baseline = 0;
    // What stands on the baseline, whose ink underlines and overlines skip; null: they skip none.
    const std::vector<layout::PlacedRun>* runs = nullptr;
};

// Draws those of the decorations that are among `lines` along a text.
void paint_decorations(const LineExtent& text, const Decorations&, std::uint8_t lines,
                       PaintContext&, DisplayList&);

}  // namespace ghreveal::paint
