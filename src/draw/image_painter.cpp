#include "draw/image_painter.h"

#include <array>

#include "draw/canvas/recording.h"
#include "draw/filters/filter_colors.h"
#include "draw/filters/rasterised.h"
#include "media/formats/svg.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

constexpr std::size_t kKeptPixels = 16u << 20;  // in surfaces, from page to page

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

// Cairo puts the JPEG itself into the PDF, stretched over the surface, and takes its size from its
// header: a surface of one pixel will do, and saves the memory of one that nobody looks at.
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

// From a picture as it is stored to where it is shown upright (EXIF 2.3, tag 0x0112).
void scale_and_turn(cairo_t* context, media::Orientation orientation, const Size& stored,
                    const Size& shown) {
    if (orientation == media::Orientation::kTopLeft) {
        cairo_scale(context, shown.width / stored.width, shown.height / stored.height);
        return;
    }
    // Of unit squares.
    static constexpr std::array<cairo_matrix_t, 7> kTurns{{
        {-1, 0, 0, 1, 1, 0},   // mirrored
        {-1, 0, 0, -1, 1, 1},  // upside down
        {1, 0, 0, -1, 0, 1},   // upside down and mirrored
        {0, 1, 1, 0, 0, 0},    // rows are columns
        {0, 1, -1, 0, 1, 0},   // to be turned to the right
        {0, -1, -1, 0, 1, 1},  // rows are columns, from the end
        {0, -1, 1, 0, 0, 1},   // to be turned to the left
    }};
    cairo_scale(context, shown.width, shown.height);
    cairo_transform(context, &kTurns.at(static_cast<std::size_t>(orientation) - 2));
    cairo_scale(context, 1 / stored.width, 1 / stored.height);
}

// How large the picture's stored rows and columns are drawn, in pixels of the output.
Size size_on_device(cairo_t* context, const media::Image& image, const Rect& target) {
    Point across{target.width, 0};
    Point down{0, target.height};
    cairo_user_to_device_distance(context, &across.x, &across.y);
    cairo_user_to_device_distance(context, &down.x, &down.y);
    const Size size{std::hypot(across.x, across.y), std::hypot(down.x, down.y)};
    return image.orientation() >= media::Orientation::kLeftTop ? Size{size.height, size.width}
                                                               : size;
}

Size drawing_size(const media::Image& image) {
    return media::drawing_size(image.intrinsic_size(), image.intrinsic_ratio());
}

// Vectors, recorded once and played back wherever the picture is.
SurfaceHandle recorded_surface(const media::Image& image) {
    const Size size = drawing_size(image);
    const Rect extents{0, 0, size.width, size.height};
    SurfaceHandle surface = recording_surface(extents);
    const ContextHandle context{cairo_create(surface.get())};
    constexpr std::size_t kManyShapes = 32u << 10;  // of bytes that describe them
    if (image.svg().text().size() > kManyShapes) {
        cover(context.get(), extents);
    }
    image.svg().draw(context.get(), extents);
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

// Pixels of another page that take much room go; Cairo is done with them.
void ImagePainter::begin_page() {
    uses_.clear();
    if (pixels_ <= kKeptPixels) {
        return;
    }
    std::erase_if(surfaces_, [this](const auto& entry) {
        cairo_surface_t* surface = entry.second.get();
        const bool is_pixels = cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE &&
                               cairo_image_surface_get_width(surface) > 1;
        if (is_pixels) {
            wrappers_.erase(surface);
        }
        return is_pixels;
    });
    pixels_ = 0;
}

SurfaceHandle ImagePainter::new_surface(const media::ImagePtr& image) {
    if (image->format() == media::Format::kSvg) {
        return recorded_surface(*image);
    }
    if (const auto jpeg = output_ == Output::kPdf ? image->jpeg() : nullptr) {
        return jpeg_surface(jpeg);
    }
    const media::PixelsPtr pixels = image->pixels();
    pixels_ += static_cast<std::size_t>(pixels->width) * static_cast<std::size_t>(pixels->height);
    return pixel_surface(pixels);
}

cairo_surface_t* ImagePainter::surface_of(const media::ImagePtr& image) {
    SurfaceHandle& surface = surfaces_[image->unique_id()];
    if (!surface) {
        surface = new_surface(image);
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
        wrappers.push_back(recording_surface({0, 0, size.width, size.height}));
        const ContextHandle context{cairo_create(wrappers.back().get())};
        cairo_set_source_surface(context.get(), surface, 0, 0);
        cairo_paint(context.get());
    }
    return wrappers[use - 1].get();
}

void ImagePainter::draw_at(cairo_t* context, const paint::DrawImage& item, double alpha) {
    const auto& [image, target] = std::tie(item.image, item.target);
    if (target.empty()) {
        return;
    }
    // Into a PDF vectors go once, and are played back from there; Cairo 1.16 does not free what it
    // plays back into an SVG.
    if (image->format() == media::Format::kSvg && output_ != Output::kPdf && alpha == 1) {
        const SavedState saved(context);
        image->svg().draw(context, target);
        return;
    }
    // A page of pixels is done with a picture once it is drawn, and needs no more of its pixels
    // than it has itself.
    SurfaceHandle passing;
    if (output_ == Output::kRaster && image->format() != media::Format::kSvg) {
        const auto wanted =
            item.shows_pixels ? image->intrinsic_size() : size_on_device(context, *image, target);
        passing = pixel_surface(image->pixels(wanted));
    }
    const Size size = size_of(*image, passing ? passing.get() : surface_of(image));
    if (size.width <= 0 || size.height <= 0) {
        return;
    }
    const SavedState saved(context);
    cairo_translate(context, target.x, target.y);
    scale_and_turn(context, image->orientation(), size, target.size());
    cairo_set_source_surface(context, passing ? passing.get() : surface_for_use(image), 0, 0);
    if (item.shows_pixels) {
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST);
    }
    if (output_ == Output::kRaster) {
        // Beyond its edge a picture goes on with its last pixels: otherwise scaling fades the edge.
        cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
        cairo_rectangle(context, 0, 0, size.width, size.height);
        cairo_clip(context);
    }
    cairo_paint_with_alpha(context, alpha);
}

void ImagePainter::draw_filtered(cairo_t* context, const paint::DrawImage& item, double alpha) {
    const Raster raster = rasterised(
        item.target, raster_scale(context, item.target),
        [&item](cairo_t* pixels) { ImagePainter(Output::kRaster).draw_at(pixels, item, 1); });
    if (raster.surface) {
        filter_pixels(raster.surface.get(), item.filters);
        paint_raster(context, raster, alpha);
    }
}

void ImagePainter::draw(cairo_t* context, const paint::DrawImage& item, double alpha) {
    try {
        if (item.filters.empty()) {
            draw_at(context, item, alpha);
        } else {
            draw_filtered(context, item, alpha);
        }
    } catch (const Error&) {
        if (item.image->format() != media::Format::kSvg) {
            throw;  // it was decoded before: there is too little memory for the page
        }
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
                paint::DrawImage copy{item.image, target};
                copy.filters = item.filters;
                copy.shows_pixels = item.shows_pixels;
                draw(context, copy, alpha);
            }
        }
        return;
    }
    const SurfaceHandle tile = recording_surface({0, 0, item.step.width, item.step.height});
    const ContextHandle recording{cairo_create(tile.get())};
    paint::DrawImage cell_image{item.image, {0, 0, item.tile.width, item.tile.height}};
    cell_image.filters = item.filters;
    cell_image.shows_pixels = item.shows_pixels;
    draw(recording.get(), cell_image, 1);
    cairo_set_source_surface(context, tile.get(), item.tile.x, item.tile.y);
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_REPEAT);
    cairo_paint_with_alpha(context, alpha);
}

}  // namespace ghreveal::draw
