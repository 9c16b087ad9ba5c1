// Blurred shadows of boxes and of glyphs, from small pictures made once for a document.
#pragma once

#include <map>
#include <string>

#include "paint/blur.h"
#include "paint/glyph_painter.h"

namespace ghreveal::paint {

class ShadowPainter {
public:
    explicit ShadowPainter(GlyphPainter& glyphs) : glyphs_(glyphs) {}

    void draw(cairo_t*, const BoxShadow&, double alpha);
    void draw(cairo_t*, const InsetShadow&, double alpha);
    void draw(cairo_t*, const GlyphShadow&, double alpha);

private:
    // What a blurred picture shows, so that it is made once.
    struct Key {
        std::vector<double> numbers;
        std::shared_ptr<const void> subject;  // keeps a glyph run's address its own
        auto operator<=>(const Key&) const = default;
    };
    cairo_surface_t* picture(const Key&, const Color&, const std::function<Mask()>& make);
    void draw_nine_pieces(cairo_t*, const BoxShadow&, double alpha);
    void draw_whole(cairo_t*, const RoundedRect&, Px deviation, const Color&, double alpha);

    GlyphPainter& glyphs_;
    std::map<Key, SurfaceHandle> pictures_;
};

}  // namespace ghreveal::paint
