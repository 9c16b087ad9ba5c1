#include "export/png.h"

#include <cairo.h>
#include <png.h>

#include <cstring>
#include <vector>

#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

SurfaceHandle drawn_page(const paint::DisplayList& page, Size size, double scale,
                         paint::Canvas& canvas) {
    SurfaceHandle surface{cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(size.width * scale)),
        static_cast<int>(std::lround(size.height * scale)))};
    const ContextHandle context{cairo_create(surface.get())};
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    canvas.draw(page, context.get());
    if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
        throw Error({}, std::string("cannot draw the page: ") + cairo_status_to_string(status));
    }
    cairo_surface_flush(surface.get());
    return surface;
}

// Cairo's xRGB in native byte order -> bytes R, G, B.
void copy_row(const std::uint8_t* from, int width, std::vector<png_byte>& to) {
    for (int x = 0; x < width; ++x) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, from + static_cast<std::ptrdiff_t>(4) * x, 4);
        const auto at = static_cast<std::size_t>(3 * x);
        to[at] = static_cast<png_byte>(pixel >> 16U);
        to[at + 1] = static_cast<png_byte>(pixel >> 8U);
        to[at + 2] = static_cast<png_byte>(pixel);
    }
}

void append_bytes(png_structp png, png_bytep bytes, png_size_t count) {
    static_cast<std::string*>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char*>(bytes), count);
}

[[noreturn]] void throw_error(png_structp, png_const_charp what) {
    throw Error({}, std::string("cannot write PNG: ") + what);
}

struct PngWriter {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, throw_error, nullptr);
    png_infop info = png_create_info_struct(png);
    PngWriter() = default;
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;
    ~PngWriter() { png_destroy_write_struct(&png, &info); }
};

}  // namespace

std::string page_as_png(const paint::DisplayList& page, Size page_size, double scale,
                        paint::Canvas& canvas) {
    const SurfaceHandle surface = drawn_page(page, page_size, scale, canvas);
    const int width = cairo_image_surface_get_width(surface.get());
    const int height = cairo_image_surface_get_height(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const std::uint8_t* pixels = cairo_image_surface_get_data(surface.get());
    std::string file;
    const PngWriter writer;
    png_set_write_fn(writer.png, &file, append_bytes, nullptr);
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(width),
                 static_cast<png_uint_32>(height), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    // Slides are flat areas and text: there filters cost time and make files larger.
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(writer.png, 3);
    png_write_info(writer.png, writer.info);
    std::vector<png_byte> row(static_cast<std::size_t>(width) * 3);
    for (int y = 0; y < height; ++y) {
        copy_row(pixels + static_cast<std::ptrdiff_t>(y) * stride, width, row);
        png_write_row(writer.png, row.data());
    }
    png_write_end(writer.png, writer.info);
    return file;
}

}  // namespace ghreveal::exporter
