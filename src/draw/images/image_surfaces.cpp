#include "draw/images/image_surfaces.h"

#include <cairo-pdf.h>

#include "draw/canvas/recording.h"
#include "media/formats/svg.h"
#include "support/error.h"

namespace ghreveal::draw {

namespace {

template <typename T>
void release(void* closure) {
    delete static_cast<std::shared_ptr<const T>*>(closure);
}

// The surface holds `owner` for as long as it needs `data`, which belongs to it.
template <typename T>
void attach(cairo_surface_t* surface, const char* mime_type, const std::string& data,
            const std::shared_ptr<const T>& owner) {
    auto* held = new std::shared_ptr<const T>(owner);
    if (cairo_surface_set_mime_data(surface, mime_type,
                                    reinterpret_cast<const unsigned char*>(data.data()),
                                    data.size(), release<T>, held) != CAIRO_STATUS_SUCCESS) {
        release<T>(held);
        throw Error({}, "not enough memory to draw a picture");
    }
}

}  // namespace

SurfaceHandle jpeg_surface(const std::shared_ptr<const std::string>& jpeg) {
    SurfaceHandle surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1)};
    check(surface.get());
    attach(surface.get(), CAIRO_MIME_TYPE_JPEG, *jpeg, jpeg);
    return surface;
}

SurfaceHandle pixel_surface(const media::PixelsPtr& pixels) {
    static const cairo_user_data_key_t kOwner{};
    // Cairo does not write to a source; its interface just has no const.
    auto* bytes = const_cast<std::uint8_t*>(pixels->bytes.data());
    SurfaceHandle surface{cairo_image_surface_create_for_data(
        bytes, pixels->opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, pixels->width,
        pixels->height, pixels->stride)};
    check(surface.get());
    auto* held = new media::PixelsPtr(pixels);
    if (cairo_surface_set_user_data(surface.get(), &kOwner, held, release<media::Pixels>) !=
        CAIRO_STATUS_SUCCESS) {
        release<media::Pixels>(held);
        throw Error({}, "not enough memory to draw a picture");
    }
    return surface;
}

Size drawing_size(const media::Image& image) {
    return media::drawing_size(image.intrinsic_size(), image.intrinsic_ratio());
}

namespace {

void draw_drawing(cairo_t* context, const media::Image& image, const Rect& extents) {
    constexpr std::size_t kManyShapes = 32u << 10;  // of bytes that describe them
    if (image.svg().text().size() > kManyShapes) {
        cover(context, extents);
    }
    image.svg().draw(context, extents);
}

}  // namespace

SurfaceHandle recorded_surface(const media::Image& image) {
    const Size size = drawing_size(image);
    const Rect extents{0, 0, size.width, size.height};
    SurfaceHandle surface = recording_surface(extents);
    const ContextHandle context{cairo_create(surface.get())};
    draw_drawing(context.get(), image, extents);
    return surface;
}

// librsvg gives letters to PDFs only, and outlines of them to all else. So it draws into a group of
// a PDF that nobody gets: that is a recording as well.
SurfaceHandle recorded_surface_with_text(const media::Image& image) {
    const Size size = drawing_size(image);
    const SurfaceHandle page{
        cairo_pdf_surface_create_for_stream(nullptr, nullptr, size.width, size.height)};
    check(page.get());
    const ContextHandle context{cairo_create(page.get())};
    cairo_push_group(context.get());
    draw_drawing(context.get(), image, {0, 0, size.width, size.height});
    const PatternHandle group{cairo_pop_group(context.get())};
    cairo_surface_t* recorded = nullptr;
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS ||
        cairo_pattern_get_surface(group.get(), &recorded) != CAIRO_STATUS_SUCCESS) {
        throw Error({}, "not enough memory to draw a picture");
    }
    return SurfaceHandle{cairo_surface_reference(recorded)};
}

void set_unique_id(cairo_surface_t* surface, const std::string& id) {
    const auto held = std::make_shared<const std::string>(id);
    attach(surface, CAIRO_MIME_TYPE_UNIQUE_ID, *held, held);
}

}  // namespace ghreveal::draw
