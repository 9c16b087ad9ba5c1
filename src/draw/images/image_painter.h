// Pictures with Cairo, each set up once for a document.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "draw/cairo_path.h"
#include "draw/canvas.h"

namespace ghreveal::draw {

class ImagePainter {
public:
    // `image_dpi`: the most pixels an inch of a PDF; 0: all that pictures have.
    explicit ImagePainter(Output output, double image_dpi = 0)
        : output_(output), image_dpi_(image_dpi) {}

    // The unit of the surface that is drawn on, in pt: of what is recorded another than of the
    // page. Gives the one before.
    double set_unit(double unit) { return std::exchange(unit_, unit); }

    // To be called before a page's first picture.
    void begin_page();
    void draw(cairo_t*, const paint::DrawImage&, double alpha);
    void draw(cairo_t*, const paint::TileImage&, double alpha);

private:
    // A picture, in no more pixels than these: none are all that it has.
    struct Use {
        const media::ImagePtr& image;
        std::optional<Size> wanted;
    };
    Use use_of(cairo_t*, const paint::DrawImage&) const;
    SurfaceHandle new_surface(const media::ImagePtr&);
    // The picture as a surface: pixels, or for a JPEG in a PDF its file; vectors recorded.
    cairo_surface_t* surface_of(const Use&);
    cairo_surface_t* whole_surface_of(const media::ImagePtr&);
    // The same for this use on the page. Cairo 1.16 names a surface in a page's resources each time
    // it is used, which is an error in a PDF: further uses get a wrapper of their own around it.
    cairo_surface_t* surface_for_use(const Use&);
    void draw_tiled(cairo_t*, const paint::TileImage&, double alpha);
    void draw_at(cairo_t*, const paint::DrawImage&, double alpha);
    void draw_filtered(cairo_t*, const paint::DrawImage&, double alpha);

    Output output_;
    double image_dpi_;
    double unit_ = 1;
    std::unordered_map<std::string, SurfaceHandle> surfaces_;  // by Image::unique_id, and its size
    // The sizes that the document has a picture in already; an empty one is all of it.
    std::unordered_map<std::string, std::vector<Size>> sizes_;
    std::size_t pixels_ = 0;                                  // in them
    std::unordered_map<cairo_surface_t*, std::size_t> uses_;  // on this page
    std::unordered_map<cairo_surface_t*, std::vector<SurfaceHandle>> wrappers_;
};

}  // namespace ghreveal::draw
