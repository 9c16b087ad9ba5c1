#include "export/pictures/png.h"

#include <cairo.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "export/pictures/palette.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

SurfaceHandle drawn_page(const paint::DisplayList& page, Size page_size, double scale,
                         draw::Canvas& canvas) {
    const PixelSize size = picture_size(page_size, scale);
    SurfaceHandle surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height)};
    const ContextHandle context{cairo_create(surface.get())};
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), size.width / page_size.width, size.height / page_size.height);
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

// PNG §11.3.3.5 sRGB, §11.3.5.3 pHYs; one px is 1/96 in.
void write_header(const PngWriter& writer, PixelSize size, double scale, int color_type,
                  const std::vector<png_color>& palette) {
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(size.width),
                 static_cast<png_uint_32>(size.height), 8, color_type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (!palette.empty()) {
        png_set_PLTE(writer.png, writer.info, palette.data(), static_cast<int>(palette.size()));
    }
    png_set_sRGB(writer.png, writer.info, PNG_sRGB_INTENT_PERCEPTUAL);
    const auto per_metre = static_cast<png_uint_32>(std::lround(scale * 96 / 0.0254));
    png_set_pHYs(writer.png, writer.info, per_metre, per_metre, PNG_RESOLUTION_METER);
    // Slides are flat areas and text: there filters cost time and make files larger, and so do
    // zlib's higher levels for little.
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(writer.png, 3);
    png_write_info(writer.png, writer.info);
}

void write_indexed(const PngWriter& writer, const IndexedPicture& picture, PixelSize size,
                   double scale) {
    std::vector<png_color> palette;
    for (const std::uint32_t color : picture.colors) {
        palette.push_back({static_cast<png_byte>(color >> 16U), static_cast<png_byte>(color >> 8U),
                           static_cast<png_byte>(color)});
    }
    write_header(writer, size, scale, PNG_COLOR_TYPE_PALETTE, palette);
    for (int y = 0; y < size.height; ++y) {
        png_write_row(writer.png,
                      picture.indices.data() + static_cast<std::ptrdiff_t>(y) * size.width);
    }
}

void write_true_color(const PngWriter& writer, const PixelRows& pixels, PixelSize size,
                      double scale) {
    write_header(writer, size, scale, PNG_COLOR_TYPE_RGB, {});
    std::vector<png_byte> row(static_cast<std::size_t>(size.width) * 3);
    for (int y = 0; y < size.height; ++y) {
        copy_row(pixels.first + static_cast<std::ptrdiff_t>(y) * pixels.stride, size.width, row);
        png_write_row(writer.png, row.data());
    }
}

}  // namespace

PixelSize picture_size(Size page_size, double scale) {
    const auto pixels = [scale](Px length) {
        return std::max(1, static_cast<int>(std::lround(length * scale)));
    };
    return {pixels(page_size.width), pixels(page_size.height)};
}

paint::PagePixels page_pixels(const paint::DisplayList& page, Size page_size,
                              draw::Canvas& canvas) {
    const SurfaceHandle surface = drawn_page(page, page_size, 1, canvas);
    const PixelSize size = picture_size(page_size, 1);
    const std::uint8_t* first = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    paint::PagePixels pixels{size.width, size.height, {}};
    std::vector<png_byte> row(static_cast<std::size_t>(size.width) * 3);
    for (int y = 0; y < size.height; ++y) {
        copy_row(first + static_cast<std::ptrdiff_t>(y) * stride, size.width, row);
        for (std::size_t at = 0; at < row.size(); at += 3) {
            pixels.colors.push_back({row[at], row[at + 1], row[at + 2], 1});
        }
    }
    return pixels;
}

std::string page_as_png(const paint::DisplayList& page, Size page_size, double scale,
                        draw::Canvas& canvas) {
    const SurfaceHandle surface = drawn_page(page, page_size, scale, canvas);
    const PixelSize size = picture_size(page_size, scale);
    const PixelRows pixels{cairo_image_surface_get_data(surface.get()), size.width, size.height,
                           cairo_image_surface_get_stride(surface.get())};
    std::string file;
    const PngWriter writer;
    png_set_write_fn(writer.png, &file, append_bytes, nullptr);
    if (const auto indexed = with_palette(pixels)) {
        write_indexed(writer, *indexed, size, scale);
    } else {
        write_true_color(writer, pixels, size, scale);
    }
    png_write_end(writer.png, writer.info);
    return file;
}

}  // namespace ghreveal::exporter
