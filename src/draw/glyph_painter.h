// Glyph runs with Cairo: text that stays text in a PDF.
#pragma once

#include <cairo.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "draw/cairo_path.h"
#include "draw/canvas.h"
#include "draw/color_glyphs.h"

namespace ghreveal::draw {

// Glyphs and the text they stand for, as cairo_show_text_glyphs wants them.
struct GlyphBatch {
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    std::string text;
    // False when a run's clusters do not fit its text: then only the glyphs can be shown.
    bool has_text = true;
};

// Appends a run with its origin at `origin` (left end, on the baseline).
void append_run(GlyphBatch&, const text::GlyphRun&, Point origin, Output);

class GlyphPainter {
public:
    explicit GlyphPainter(Output output) : output_(output) {}
    ~GlyphPainter();
    GlyphPainter(const GlyphPainter&) = delete;
    GlyphPainter& operator=(const GlyphPainter&) = delete;

    // Draws a run, now or with what follows: neighbours on a line go out as one piece of text.
    // Gives the number of glyphs that the output gets as text.
    std::size_t add(cairo_t*, const paint::DrawGlyphs&, double alpha);
    // Draws what is left. To be called before anything else is drawn.
    void flush(cairo_t*);
    // Adds a run's outlines to the current path; pictures in colour have none.
    void add_outlines(cairo_t*, const text::GlyphRun&, Point origin);

    // Draws the lines around a run's glyphs (`-webkit-text-stroke`), over all that was added.
    void add_stroke(cairo_t*, const paint::DrawGlyphs&, double alpha);

private:
    using ScaledFont = Handle<cairo_scaled_font_t, cairo_scaled_font_destroy>;
    using FontFace = Handle<cairo_font_face_t, cairo_font_face_destroy>;

    void set_font(cairo_t*, const text::Font&);
    void embolden(cairo_t*) const;

    Output output_;
    ColorGlyphs color_glyphs_;
    std::unordered_map<const text::Face*, FontFace> faces_;
    struct SizedFont {
        text::Font font;
        cairo_matrix_t matrix;
        ScaledFont scaled;
    };
    std::vector<SizedFont> sized_fonts_;

    GlyphBatch batch_;
    text::Font font_;
    Color color_;
    double alpha_ = 1;
    Point pen_;
};

}  // namespace ghreveal::draw
