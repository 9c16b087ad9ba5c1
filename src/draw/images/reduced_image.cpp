#include "draw/images/reduced_image.h"

#include <algorithm>

#include "draw/images/image_surfaces.h"
#include "media/formats/encode_jpeg.h"
#include "media/formats/facts/picture_facts.h"

namespace ghreveal::draw {

namespace {

constexpr double kLeastSaved = 0.5;  // of a JPEG, which loses by being encoded once more

// Cairo's good filter takes the mean of all pixels that become one.
SurfaceHandle scaled(const media::PixelsPtr& pixels, int width, int height) {
    SurfaceHandle surface{cairo_image_surface_create(
        pixels->opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height)};
    check(surface.get());
    const SurfaceHandle source = pixel_surface(pixels);
    const ContextHandle context{cairo_create(surface.get())};
    cairo_scale(context.get(), static_cast<double>(width) / pixels->width,
                static_cast<double>(height) / pixels->height);
    cairo_set_source_surface(context.get(), source.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context.get()), CAIRO_EXTEND_PAD);
    cairo_set_operator(context.get(), CAIRO_OPERATOR_SOURCE);
    cairo_paint(context.get());
    cairo_surface_flush(surface.get());
    return surface;
}

media::JpegRows rows_of(cairo_surface_t* surface) {
    return {cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
            cairo_image_surface_get_height(surface), cairo_image_surface_get_stride(surface)};
}

SurfaceHandle reduced_jpeg(const media::Image& image, const std::string& jpeg, const Size& wanted) {
    const Size stored = media::picture_facts(media::Format::kJpeg, jpeg, Limits{}).stored;
    if (wanted.width * wanted.height > kLeastSaved * stored.width * stored.height) {
        return {};
    }
    const SurfaceHandle pixels = scaled(image.pixels(wanted), static_cast<int>(wanted.width),
                                        static_cast<int>(wanted.height));
    const auto smaller =
        std::make_shared<const std::string>(media::encoded_jpeg(rows_of(pixels.get())));
    const bool saves =
        static_cast<double>(smaller->size()) <= kLeastSaved * static_cast<double>(jpeg.size());
    return saves ? jpeg_surface(smaller) : SurfaceHandle{};
}

}  // namespace

SurfaceHandle reduced_surface(const media::Image& image, const Size& wanted) {
    if (const auto jpeg = image.jpeg()) {
        return reduced_jpeg(image, *jpeg, wanted);
    }
    const media::PixelsPtr pixels = image.pixels();
    const int width = std::min(pixels->width, static_cast<int>(wanted.width));
    const int height = std::min(pixels->height, static_cast<int>(wanted.height));
    if (width == pixels->width && height == pixels->height) {
        return {};
    }
    return scaled(pixels, width, height);
}

}  // namespace ghreveal::draw
