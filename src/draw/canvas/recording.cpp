#include "draw/canvas/recording.h"

#include <array>

namespace ghreveal::draw {

SurfaceHandle recording_surface(const Rect& extents) {
    const cairo_rectangle_t rectangle{extents.x, extents.y, extents.width, extents.height};
    SurfaceHandle surface{cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &rectangle)};
    check(surface.get());
    return surface;
}

void cover(cairo_t* context, const Rect& extents) {
    static std::array<unsigned char, 4> transparent{};
    const SurfaceHandle pixel{
        cairo_image_surface_create_for_data(transparent.data(), CAIRO_FORMAT_ARGB32, 1, 1, 4)};
    const SavedState saved(context);
    cairo_translate(context, extents.x, extents.y);
    cairo_scale(context, extents.width, extents.height);
    cairo_set_source_surface(context, pixel.get(), 0, 0);
    cairo_paint(context);
}

}  // namespace ghreveal::draw
