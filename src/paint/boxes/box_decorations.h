// What a box draws of its own: shadows, background, border, outline (CSS Backgrounds 3).
#pragma once

#include <optional>
#include <vector>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"
#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

// A box as its decorations need it; rectangles on whole px.
struct DecoratedBox {
    RoundedRect border_box;
    Edges border;
    Edges padding;
    std::vector<PlacedGlyphs> text{};  // in it, where its background is clipped to that
    bool shows_pixels = false;         // image-rendering
    std::optional<Rect> gap{};         // where its border is not drawn: behind a legend
    layout::InlineEdges kept{};
    RoundedRect padding_box() const;
    RoundedRect content_box() const;
};

DecoratedBox decorated_box(const layout::Fragment&, const style::PaintStyle&);

// Of a fieldset with a legend in its frame, what is drawn begins in the legend's middle, and its
// border is not drawn behind that (HTML §15.3.13).
void make_room_for_legend(DecoratedBox&, const layout::Fragment& fieldset, const style::BoxStyle&);

// Outer shadows, background colour and layers, inner shadows, border: in this order, §6.1, §2.
void paint_box_decorations(const DecoratedBox&, const style::ComputedStyle&, PaintContext&,
                           DisplayList&);

// [background.cpp] Background colour and layers alone.
void paint_background(const DecoratedBox&, const style::PaintStyle&, PaintContext&, DisplayList&);
// A single layer, as of a mask.
void paint_image_layer(const css::BackgroundLayer&, const DecoratedBox&, PaintContext&,
                       DisplayList&);
// Whether some of the background shows in the letters of the box only.
bool clips_to_text(const style::PaintStyle&);
// [border_image.cpp] False: there is none, or it cannot be loaded, and the border is drawn.
bool paint_border_image(const DecoratedBox&, const style::PaintStyle&, PaintContext&, DisplayList&);
// [border.cpp]
void paint_border(const DecoratedBox&, const style::BoxStyle&, const css::Sides<Color>&,
                  DisplayList&);
void paint_collapsed_border(const layout::Fragment::CollapsedBorder&, DisplayList&);
// Outside the border edge, over everything in the stacking context (CSS UI 4 §3).
void paint_outline(const DecoratedBox&, const style::PaintStyle&, DisplayList&);

// A dotted or dashed line, or a closed path around a box.
struct DashedStroke {
    style::BorderStyle style;
    Px width;
    Px length;
    bool closed = false;
};

// Its dashes, stretched so that the length holds a whole number of them, one at both ends, as
// browsers do; nothing for other styles.
std::vector<Px> border_dashes(const DashedStroke&);
// Dots are round unless they are too small for it.
bool has_round_dots(style::BorderStyle, Px width);

}  // namespace ghreveal::paint
