// Pictures with Cairo, each set up once for a document.
#pragma once

#include <string>
#include <unordered_map>

#include "draw/cairo_path.h"
#include "draw/canvas.h"

namespace ghreveal::draw {

class ImagePainter {
public:
    explicit ImagePainter(Output output) : output_(output) {}

    // To be called before a page's first picture.
    void begin_page();
    void draw(cairo_t*, const paint::DrawImage&, double alpha);
    void draw(cairo_t*, const paint::TileImage&, double alpha);

private:
    SurfaceHandle new_surface(const media::ImagePtr&);
    // The picture as a surface: pixels, or for a JPEG in a PDF its file; vectors recorded.
    cairo_surface_t* surface_of(const media::ImagePtr&);
    // The same for this use on the page. Cairo 1.16 names a surface in a page's resources each time
    // it is used, which is an error in a PDF: further uses get a wrapper of their own around it.
    cairo_surface_t* surface_for_use(const media::ImagePtr&);
    void draw_at(cairo_t*, const paint::DrawImage&, double alpha);
    void draw_filtered(cairo_t*, const paint::DrawImage&, double alpha);

    Output output_;
    std::unordered_map<std::string, SurfaceHandle> surfaces_;  // by Image::unique_id
    std::size_t pixels_ = 0;                                   // in them
    std::unordered_map<cairo_surface_t*, std::size_t> uses_;   // on this page
    std::unordered_map<cairo_surface_t*, std::vector<SurfaceHandle>> wrappers_;
};

}  // namespace ghreveal::draw
