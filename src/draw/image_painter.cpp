#include "draw/image_painter.h"

#include <array>

#include "media/formats/svg.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

void release_image(void* closure) {
    delete static_cast<media::ImagePtr*>(closure);
}

// The surface holds the picture for as long as it needs `data`, which belongs to it.
void attach(cairo_surface_t* surface, const char* mime_type, const std::string& data,
            const media::ImagePtr& image) {
    auto* owner = new media::ImagePtr(image);
    if (cairo_surface_set_mime_data(surface, mime_type,
                                    reinterpret_cast<const unsigned char*>(data.data()),
                                    data.size(), release_image, owner) != CAIRO_STATUS_SUCCESS) {
        release_image(owner);
    }
}

// Cairo puts the JPEG itself into the PDF, stretched over the surface, and takes its size from its
// header: a surface of one pixel will do, and saves the memory of one that nobody looks at.
SurfaceHandle jpeg_surface(const media::ImagePtr& image) {
    SurfaceHandle surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1)};
    attach(surface.get(), CAIRO_MIME_TYPE_JPEG, image->encoded(), image);
    return surface;
}

SurfaceHandle pixel_surface(const media::ImagePtr& image) {
    const media::Pixels& pixels = image->pixels();
    // Cairo does not write to a source; its interface just has no const.
    auto* bytes = const_cast<std::uint8_t*>(pixels.bytes.data());
    return SurfaceHandle{cairo_image_surface_create_for_data(
        bytes, pixels.opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, pixels.width,
        pixels.height, pixels.stride)};
}

// An SVG without a size of its own is recorded at the one that CSS gives such pictures.
Size drawing_size(const media::Image& image) {
    Size size = image.intrinsic_size();
    const double ratio = image.intrinsic_ratio();
    if (size.width <= 0 && size.height <= 0) {
        size = ratio > 0 ? Size{300, 300 / ratio} : Size{300, 150};
    } else if (size.width <= 0) {
        size.width = size.height * (ratio > 0 ? ratio : 1);
    } else if (size.height <= 0) {
        size.height = size.width / (ratio > 0 ? ratio : 1);
    }
    return size;
}

// Draws nothing, over all of a recording. Each time one is played back into a PDF, Cairo adds up
// the region that its shapes cover; as long as that is not all of it, each shape costs as much time
// as there are shapes.
void cover(cairo_t* context, const Size& size) {
    static std::array<unsigned char, 4> transparent{};
    const SurfaceHandle pixel{
        cairo_image_surface_create_for_data(transparent.data(), CAIRO_FORMAT_ARGB32, 1, 1, 4)};
    const SavedState saved(context);
    cairo_scale(context, size.width, size.height);
    cairo_set_source_surface(context, pixel.get(), 0, 0);
    cairo_paint(context);
}

// Vectors, recorded once and played back wherever the picture is.
SurfaceHandle recorded_surface(const media::Image& image) {
    const Size size = drawing_size(image);
    const cairo_rectangle_t extents{0, 0, size.width, size.height};
    SurfaceHandle surface{cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)};
    const ContextHandle context{cairo_create(surface.get())};
    constexpr std::size_t kManyShapes = 32u << 10;  // of bytes that describe them
    if (image.encoded().size() > kManyShapes) {
        cover(context.get(), size);
    }
    media::draw_svg(image, context.get(), {0, 0, size.width, size.height});
    return surface;
}

Size size_of(const media::Image& image, cairo_surface_t* surface) {
    if (cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE) {
        return {static_cast<Px>(cairo_image_surface_get_width(surface)),
                static_cast<Px>(cairo_image_surface_get_height(surface))};
    }
    return drawing_size(image);
}

// What a broken file shows: an empty frame where the picture would be.
void draw_broken(cairo_t* context, const Rect& target) {
    cairo_set_source_rgba(context, 0.5, 0.5, 0.5, 0.5);
    cairo_set_line_width(context, 1);
    cairo_rectangle(context, target.x + 0.5, target.y + 0.5, target.width - 1, target.height - 1);
    cairo_stroke(context);
}

struct TileRange {
    Px first_x, first_y;
    double columns, rows;
    double count() const { return columns * rows; }
};

TileRange tiles_over(const paint::TileImage& item) {
    const Rect& area = item.clip.rect;
    const auto first = [](Px area_start, Px tile, Px step) {
        return tile + std::floor((area_start - tile) / step) * step;
    };
    TileRange range{first(area.x, item.tile.x, item.step.width),
                    first(area.y, item.tile.y, item.step.height), 0, 0};
    range.columns = std::ceil((area.right() - range.first_x) / item.step.width);
    range.rows = std::ceil((area.bottom() - range.first_y) / item.step.height);
    return range;
}

}  // namespace

cairo_surface_t* ImagePainter::surface_of(const media::ImagePtr& image) {
    SurfaceHandle& surface = surfaces_[image->unique_id()];
    if (!surface) {
        const media::Format format = image->format();
        if (format == media::Format::kSvg) {
            surface = recorded_surface(*image);
        } else if (format == media::Format::kJpeg && output_ == Output::kPdf) {
            surface = jpeg_surface(image);
        } else {
            surface = pixel_surface(image);
        }
        attach(surface.get(), CAIRO_MIME_TYPE_UNIQUE_ID, image->unique_id(), image);
    }
    return surface.get();
}

cairo_surface_t* ImagePainter::surface_for_use(const media::ImagePtr& image) {
    cairo_surface_t* surface = surface_of(image);
    if (output_ != Output::kPdf) {
        return surface;
    }
    const std::size_t use = uses_[surface]++;
    if (use == 0) {
        return surface;
    }
    std::vector<SurfaceHandle>& wrappers = wrappers_[surface];
    while (wrappers.size() < use) {
        const Size size = size_of(*image, surface);
        const cairo_rectangle_t extents{0, 0, size.width, size.height};
        wrappers.emplace_back(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
        const ContextHandle context{cairo_create(wrappers.back().get())};
        cairo_set_source_surface(context.get(), surface, 0, 0);
        cairo_paint(context.get());
    }
    return wrappers[use - 1].get();
}

void ImagePainter::draw_at(cairo_t* context, const media::ImagePtr& image, const Rect& target,
                           double alpha) {
    if (target.empty()) {
        return;
    }
    // Into a PDF vectors go once, and are played back from there; Cairo 1.16 does not free what it
    // plays back into an SVG.
    if (image->format() == media::Format::kSvg && output_ != Output::kPdf && alpha == 1) {
        const SavedState saved(context);
        media::draw_svg(*image, context, target);
        return;
    }
    const Size size = size_of(*image, surface_of(image));
    if (size.width <= 0 || size.height <= 0) {
        return;
    }
    const SavedState saved(context);
    cairo_translate(context, target.x, target.y);
    cairo_scale(context, target.width / size.width, target.height / size.height);
    cairo_set_source_surface(context, surface_for_use(image), 0, 0);
    if (output_ == Output::kRaster) {
        // Beyond its edge a picture goes on with its last pixels: otherwise scaling fades the edge.
        cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
        cairo_rectangle(context, 0, 0, size.width, size.height);
        cairo_clip(context);
    }
    cairo_paint_with_alpha(context, alpha);
}

void ImagePainter::draw(cairo_t* context, const paint::DrawImage& item, double alpha) {
    try {
        draw_at(context, item.image, item.target, alpha);
    } catch (const Error&) {
        draw_broken(context, item.target);
    }
}

void ImagePainter::draw(cairo_t* context, const paint::TileImage& item, double alpha) {
    if (item.step.width <= 0 || item.step.height <= 0 || item.tile.empty()) {
        return;
    }
    const SavedState saved(context);
    clip_to(context, item.clip);
    const TileRange range = tiles_over(item);
    if (range.count() <= FixedLimits::picture_copies) {
        for (int row = 0; row < range.rows; ++row) {
            for (int column = 0; column < range.columns; ++column) {
                const Rect target{range.first_x + column * item.step.width,
                                  range.first_y + row * item.step.height, item.tile.width,
                                  item.tile.height};
                draw(context, paint::DrawImage{item.image, target}, alpha);
            }
        }
        return;
    }
    const cairo_rectangle_t cell{0, 0, item.step.width, item.step.height};
    const SurfaceHandle tile{cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &cell)};
    const ContextHandle recording{cairo_create(tile.get())};
    draw(recording.get(), paint::DrawImage{item.image, {0, 0, item.tile.width, item.tile.height}},
         1);
    cairo_set_source_surface(context, tile.get(), item.tile.x, item.tile.y);
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_REPEAT);
    cairo_paint_with_alpha(context, alpha);
}

}  // namespace ghreveal::draw
