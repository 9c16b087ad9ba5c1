#include "picture.h"

#include <cairo.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "export/pictures/png.h"
#include "pages/session.h"
#include "support/handle.h"

namespace ghreveal::testing {
namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;

struct Bytes {
    const std::string& all;
    std::size_t done = 0;
};

cairo_status_t read_bytes(void* closure, unsigned char* to, unsigned int length) {
    auto* bytes = static_cast<Bytes*>(closure);
    if (bytes->all.size() - bytes->done < length) {
        return CAIRO_STATUS_READ_ERROR;
    }
    std::memcpy(to, bytes->all.data() + bytes->done, length);
    bytes->done += length;
    return CAIRO_STATUS_SUCCESS;
}

SurfaceHandle surface_of_png(const std::string& bytes) {
    Bytes source{bytes};
    SurfaceHandle surface{cairo_image_surface_create_from_png_stream(read_bytes, &source)};
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error("not a PNG file");
    }
    return surface;
}

int channel(std::uint32_t pixel, unsigned shift) {
    return static_cast<int>((pixel >> shift) & 0xFFU);
}

int largest_channel_difference(std::uint32_t a, std::uint32_t b) {
    int largest = 0;
    for (const unsigned shift : {0U, 8U, 16U}) {
        largest = std::max(largest, std::abs(channel(a, shift) - channel(b, shift)));
    }
    return largest;
}

// Darkened where equal, red where not: a place that differs is found at a glance.
std::uint32_t difference_pixel(std::uint32_t expected, std::uint32_t actual) {
    if (largest_channel_difference(expected, actual) > 0) {
        return 0xFFFF3030;
    }
    const auto grey = static_cast<std::uint32_t>(
        (channel(expected, 0) + channel(expected, 8) + channel(expected, 16)) / 12);
    return 0xFF000000U | grey << 16U | grey << 8U | grey;
}

}  // namespace

std::vector<RenderedPage> render_pages(const std::filesystem::path& deck, TitleSlide title,
                                       Diagnostics& diagnostics) {
    Timings timings;
    pages::ExportOptions options;
    options.offline = true;
    pages::Session session(deck.string(), options, diagnostics, timings);
    draw::Canvas canvas(draw::Output::kRaster);
    std::vector<RenderedPage> pages;
    session.for_each_page([&](const pages::Page& page) {
        if (page.slide == 0 && title == TitleSlide::kLeaveOut) {
            return;
        }
        std::string name = to_string(session.deck().slides[page.slide].index);
        std::replace(name.begin(), name.end(), '/', '-');
        pages.push_back(
            {name + "-s" + std::to_string(page.step),
             exporter::page_as_png(*page.content, session.page_geometry().page, 1, canvas)});
    });
    return pages;
}

Picture decode_png(const std::string& bytes) {
    const SurfaceHandle surface = surface_of_png(bytes);
    Picture picture;
    picture.width = cairo_image_surface_get_width(surface.get());
    picture.height = cairo_image_surface_get_height(surface.get());
    const auto row_pixels = static_cast<std::size_t>(picture.width);
    picture.pixels.resize(row_pixels * static_cast<std::size_t>(picture.height));
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < picture.height; ++y) {
        std::memcpy(&picture.pixels[row_pixels * static_cast<std::size_t>(y)],
                    data + static_cast<std::ptrdiff_t>(stride) * y, row_pixels * 4);
    }
    return picture;
}

Picture read_png(const std::filesystem::path& path) {
    return decode_png(text_of(path));
}

Difference compare(const Picture& expected, const Picture& actual, int tolerance) {
    Difference difference;
    difference.same_size = expected.width == actual.width && expected.height == actual.height;
    if (!difference.same_size) {
        return difference;
    }
    for (std::size_t i = 0; i < expected.pixels.size(); ++i) {
        const int largest = largest_channel_difference(expected.pixels[i], actual.pixels[i]);
        difference.largest = std::max(difference.largest, largest);
        difference.pixels += largest > tolerance ? 1 : 0;
    }
    return difference;
}

void write_sheet(const Picture& expected, const Picture& actual,
                 const std::filesystem::path& path) {
    constexpr int kGap = 8;
    const int width = std::max(expected.width, actual.width);
    const int height = std::max(expected.height, actual.height);
    const SurfaceHandle surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, 3 * width + 2 * kGap, height)};
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < height; ++y) {
        auto* row =
            reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(stride) * y);
        std::fill(row, row + 3 * width + 2 * kGap, 0xFFFFFFFFU);
        for (int x = 0; x < width; ++x) {
            const std::uint32_t wanted = expected.at(x, y);
            const std::uint32_t got = actual.at(x, y);
            row[x] = wanted;
            row[width + kGap + x] = got;
            row[2 * (width + kGap) + x] = difference_pixel(wanted, got);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    std::filesystem::create_directories(path.parent_path());
    cairo_surface_write_to_png(surface.get(), path.c_str());
}

void write_overview(const std::vector<RenderedPage>& pages, const std::filesystem::path& path) {
    constexpr int kColumns = 3;
    constexpr double kScale = 0.5;
    if (pages.empty()) {
        return;
    }
    const Picture first = decode_png(pages.front().png);
    const int width = static_cast<int>(first.width * kScale) + 4;
    const int height = static_cast<int>(first.height * kScale) + 4;
    const int rows = (static_cast<int>(pages.size()) + kColumns - 1) / kColumns;
    const SurfaceHandle sheet{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width * kColumns, height * rows)};
    const Handle<cairo_t, cairo_destroy> context{cairo_create(sheet.get())};
    int place = 0;
    for (const RenderedPage& page : pages) {
        const SurfaceHandle picture = surface_of_png(page.png);
        cairo_identity_matrix(context.get());
        cairo_translate(context.get(), place % kColumns * width, place / kColumns * height);
        cairo_scale(context.get(), kScale, kScale);
        cairo_set_source_surface(context.get(), picture.get(), 0, 0);
        cairo_paint(context.get());
        ++place;
    }
    std::filesystem::create_directories(path.parent_path());
    cairo_surface_write_to_png(sheet.get(), path.c_str());
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace ghreveal::testing
