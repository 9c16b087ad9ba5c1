// Blurred shadows of boxes and of glyphs: large boxes' as nested shapes, others as pictures made
// once for a document.
#pragma once

#include <map>
#include <string>

#include "draw/blur.h"
#include "draw/glyph_painter.h"

namespace ghreveal::draw {

class ShadowPainter {
public:
    explicit ShadowPainter(GlyphPainter& glyphs) : glyphs_(glyphs) {}

    // To be called before a page's first shadow.
    void begin_page() { uses_.clear(); }
    void draw(cairo_t*, const paint::BoxShadow&, double alpha);
    void draw(cairo_t*, const paint::InsetShadow&, double alpha);
    void draw(cairo_t*, const paint::GlyphShadow&, double alpha);

private:
    // What a blurred picture shows, so that it is made once.
    struct Key {
        std::vector<double> numbers;
        std::shared_ptr<const void> subject;  // keeps a glyph run's address its own
        auto operator<=>(const Key&) const = default;
    };
    // A picture is used once on a page and made again for further uses: Cairo 1.16 names a surface
    // in a page's resources each time it is used, which is an error in a PDF.
    cairo_surface_t* picture(const Key&, const Color&, const std::function<Mask()>& make);
    void draw_whole(cairo_t*, const paint::RoundedRect&, Px deviation, const Color&, double alpha);

    GlyphPainter& glyphs_;
    std::map<Key, SurfaceHandle> pictures_;
    std::map<Key, int> uses_;
};

}  // namespace ghreveal::draw
