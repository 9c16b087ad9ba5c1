// Glyphs that are pictures in colour (emoji): bitmaps in the font, drawn as images, since
// Cairo 1.16 neither scales them well nor puts them into a PDF once for all places.
#pragma once

#include <cairo.h>

#include <map>
#include <memory>
#include <utility>

#include "draw/font_file.h"
#include "support/geometry.h"
#include "text/shape.h"

namespace ghreveal::draw {

class ColorGlyphs {
public:
    // The run with its origin at `origin` (left end, on the baseline).
    void draw(cairo_t*, const text::GlyphRun&, Point origin, double alpha);
    // Text without ink where the run is, for readers of a PDF; gives the number of its glyphs.
    std::size_t write_text(cairo_t*, const text::GlyphRun&, Point origin);

private:
    using Surface = Handle<cairo_surface_t, cairo_surface_destroy>;
    struct Picture {
        Surface surface;  // null when the font has no picture for the glyph
        Px left = 0;      // from the pen to its left edge, in its own pixels
        Px top = 0;       // from the baseline up to its top edge
        double pixels_per_em = 1;
    };

    const Picture& picture(const text::Face&, std::uint32_t glyph);
    void set_blank_font(cairo_t*, Px width, Px height);

    std::map<const text::Face*, std::unique_ptr<FontFile>> files_;
    std::map<std::pair<const text::Face*, std::uint32_t>, Picture> pictures_;
    // A space stands for the text of a picture.
    Handle<cairo_font_face_t, cairo_font_face_destroy> blank_face_;
    std::uint32_t blank_glyph_ = 0;
    double blank_advance_ = 1;  // em
};

}  // namespace ghreveal::draw
