#include "export/pictures/svg.h"

#include <cairo-svg.h>
#include <cairo.h>
#include <fmt/format.h>

#include <new>

#include "draw/link_areas.h"
#include "export/pictures/svg_ids.h"
#include "support/error.h"
#include "support/handle.h"
#include "support/html_escape.h"

namespace ghreveal::exporter {

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

// Nothing may be thrown through Cairo.
cairo_status_t append_bytes(void* file, const unsigned char* bytes, unsigned int count) {
    try {
        static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void check(cairo_status_t status) {
    if (status == CAIRO_STATUS_NO_MEMORY) {
        throw std::bad_alloc();
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error({}, std::string("cannot draw the page: ") + cairo_status_to_string(status));
    }
}

// Where something is blended with what is behind it, which Cairo's SVG cannot say, the page is a
// picture. Its 300 dots an inch, an inch being 72 px to it, took seconds a page.
constexpr double kPointsPerInch = 72;
constexpr double kPixelsPerPx = 2;

std::string drawing(const paint::DisplayList& page, Size size, draw::Canvas& canvas) {
    std::string file;
    const SurfaceHandle surface{
        cairo_svg_surface_create_for_stream(append_bytes, &file, size.width, size.height)};
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
    cairo_surface_set_fallback_resolution(surface.get(), kPointsPerInch * kPixelsPerPx,
                                          kPointsPerInch * kPixelsPerPx);
    {
        const ContextHandle context{cairo_create(surface.get())};
        cairo_set_source_rgb(context.get(), 1, 1, 1);
        cairo_paint(context.get());
        canvas.draw(page, context.get());
        cairo_show_page(context.get());
        check(cairo_status(context.get()));
    }
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()));
    return file;
}

}  // namespace

// Cairo's SVG surface knows no links: they are laid over its drawing.
std::string page_as_svg(const paint::DisplayList& page, Size page_size, draw::Canvas& canvas,
                        const std::function<std::string(int slide)>& address_of_slide) {
    std::string file = with_ids_in_order(drawing(page, page_size, canvas));
    std::string links;
    for (const draw::LinkArea& link : draw::link_areas(page)) {
        const std::string address = link.slide >= 0 ? address_of_slide(link.slide) : link.address;
        if (!address.empty()) {
            links += fmt::format(
                "<a xlink:href=\"{}\"><rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" "
                "height=\"{:.2f}\" fill=\"none\" pointer-events=\"all\"/></a>\n",
                escaped_html(address, HtmlPlace::kAttribute), link.area.x, link.area.y,
                link.area.width, link.area.height);
        }
    }
    const std::size_t end = file.rfind("</svg>");
    if (end != std::string::npos) {
        file.insert(end, links);
    }
    return file;
}

}  // namespace ghreveal::exporter
