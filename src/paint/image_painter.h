// Pictures with Cairo, each set up once for a document.
#pragma once

#include <string>
#include <unordered_map>

#include "paint/cairo_path.h"
#include "paint/canvas.h"

namespace ghreveal::paint {

class ImagePainter {
public:
    explicit ImagePainter(Output output) : output_(output) {}

    void draw(cairo_t*, const DrawImage&, double alpha);
    void draw(cairo_t*, const TileImage&, double alpha);

private:
    // The picture as a surface: pixels, or for a JPEG in a PDF its file; vectors recorded.
    cairo_surface_t* surface_of(const media::ImagePtr&);
    void draw_at(cairo_t*, const media::ImagePtr&, const Rect& target, double alpha);

    Output output_;
    std::unordered_map<std::string, SurfaceHandle> surfaces_;  // by Image::unique_id
};

}  // namespace ghreveal::paint
