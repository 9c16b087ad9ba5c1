#include "draw/images/image_painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "draw/canvas/recording.h"
#include "draw/filters/filter_colors.h"
#include "draw/filters/rasterised.h"
#include "draw/images/image_surfaces.h"
#include "draw/images/reduced_image.h"
#include "media/formats/svg.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

constexpr std::size_t kKeptPixels = 16u << 20;  // in surfaces, from page to page

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

constexpr double kFewTiles = 4;

// Viewers round a pattern's cell to their pixels: of one of 16.4 px they would lose 1 px in 40.
bool has_whole_steps(const paint::TileImage& item) {
    const auto is_whole = [](Px side) {
        constexpr Px kHair = 0.001;
        return std::abs(side - std::round(side)) < kHair;
    };
    return is_whole(item.step.width) && is_whole(item.step.height);
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

// Between whole pixels, so that nothing shines through where copies meet.
Rect on_whole_pixels(cairo_t* context, const Rect& target) {
    cairo_matrix_t matrix;
    cairo_get_matrix(context, &matrix);
    if (matrix.xy != 0 || matrix.yx != 0) {
        return target;
    }
    Point from{target.x, target.y};
    Point to{target.right(), target.bottom()};
    for (Point* corner : {&from, &to}) {
        cairo_user_to_device(context, &corner->x, &corner->y);
        *corner = {std::round(corner->x), std::round(corner->y)};
        cairo_device_to_user(context, &corner->x, &corner->y);
    }
    return {from.x, from.y, to.x - from.x, to.y - from.y};
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
        return output_ == Output::kPdf ? recorded_surface_with_text(*image)
                                       : recorded_surface(*image);
    }
    if (const auto jpeg = output_ == Output::kPdf ? image->jpeg() : nullptr) {
        return jpeg_surface(jpeg);
    }
    const media::PixelsPtr pixels = image->pixels();
    pixels_ += static_cast<std::size_t>(pixels->width) * static_cast<std::size_t>(pixels->height);
    return pixel_surface(pixels);
}

cairo_surface_t* ImagePainter::whole_surface_of(const media::ImagePtr& image) {
    SurfaceHandle& surface = surfaces_[image->unique_id()];
    if (!surface) {
        surface = new_surface(image);
        set_unique_id(surface.get(), image->unique_id());
    }
    return surface.get();
}

// Of what is shown at several sizes the document may have a larger one already.
cairo_surface_t* ImagePainter::surface_of(const Use& use) {
    if (!use.wanted) {
        return whole_surface_of(use.image);
    }
    std::vector<Size>& sizes = sizes_[use.image->unique_id()];
    const auto suffices = [&](const Size& size) {
        return size == Size{} ||
               (size.width >= use.wanted->width && size.height >= use.wanted->height);
    };
    const auto found = std::find_if(sizes.begin(), sizes.end(), suffices);
    const Size size = found != sizes.end() ? *found : *use.wanted;
    if (size == Size{}) {
        return whole_surface_of(use.image);
    }
    const std::string id = fmt::format("{}@{}x{}", use.image->unique_id(), size.width, size.height);
    SurfaceHandle& surface = surfaces_[id];
    if (!surface) {
        surface = reduced_surface(*use.image, size);
        if (found == sizes.end()) {
            sizes.push_back(surface ? size : Size{});
        }
        if (!surface) {
            surfaces_.erase(id);
            return whole_surface_of(use.image);
        }
        set_unique_id(surface.get(), id);
        pixels_ += static_cast<std::size_t>(size.width * size.height);
    }
    return surface.get();
}

ImagePainter::Use ImagePainter::use_of(cairo_t* context, const paint::DrawImage& item) const {
    Use use{item.image, std::nullopt};
    if (output_ == Output::kPdf && image_dpi_ > 0 && !item.shows_pixels &&
        item.image->format() != media::Format::kSvg) {
        constexpr double kPointsInInch = 72;
        const Size shown = size_on_device(context, *item.image, item.target);
        const double density = unit_ * image_dpi_ / kPointsInInch;
        use.wanted = Size{std::max(1.0, std::round(shown.width * density)),
                          std::max(1.0, std::round(shown.height * density))};
    }
    return use;
}

cairo_surface_t* ImagePainter::surface_for_use(const Use& use_of_image) {
    const media::Image& image = *use_of_image.image;
    cairo_surface_t* surface = surface_of(use_of_image);
    if (output_ != Output::kPdf) {
        return surface;
    }
    const std::size_t use = uses_[surface]++;
    if (use == 0) {
        return surface;
    }
    std::vector<SurfaceHandle>& wrappers = wrappers_[surface];
    while (wrappers.size() < use) {
        const Size size = size_of(image, surface);
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
    const Use use = use_of(context, item);
    const Size size = size_of(*image, passing ? passing.get() : surface_of(use));
    if (size.width <= 0 || size.height <= 0) {
        return;
    }
    const SavedState saved(context);
    cairo_translate(context, target.x, target.y);
    scale_and_turn(context, image->orientation(), size, target.size());
    cairo_set_source_surface(context, passing ? passing.get() : surface_for_use(use), 0, 0);
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
    const bool is_pattern = output_ == Output::kPdf && has_whole_steps(item);
    const double most = is_pattern ? kFewTiles : FixedLimits::picture_copies;
    if (range.count() <= most) {
        const bool adjoins =
            output_ == Output::kRaster && has_whole_steps(item) && item.step == item.tile.size();
        for (int row = 0; row < range.rows; ++row) {
            for (int column = 0; column < range.columns; ++column) {
                const Rect target{range.first_x + column * item.step.width,
                                  range.first_y + row * item.step.height, item.tile.width,
                                  item.tile.height};
                paint::DrawImage copy{item.image,
                                      adjoins ? on_whole_pixels(context, target) : target};
                copy.filters = item.filters;
                copy.shows_pixels = item.shows_pixels;
                draw(context, copy, alpha);
            }
        }
        return;
    }
    draw_tiled(context, item, alpha);
}

// One tile, which the viewer repeats. In a PDF its sides are whole units (Cairo rounds them), so it
// is recorded as large as that and scaled.
void ImagePainter::draw_tiled(cairo_t* context, const paint::TileImage& item, double alpha) {
    const bool is_pdf = output_ == Output::kPdf;
    const Size cell = is_pdf ? Size{std::max(1.0, std::round(item.step.width)),
                                    std::max(1.0, std::round(item.step.height))}
                             : item.step;
    const Size scale{cell.width / item.step.width, cell.height / item.step.height};
    const SurfaceHandle tile = recording_surface({0, 0, cell.width, cell.height});
    const ContextHandle recording{cairo_create(tile.get())};
    cairo_scale(recording.get(), scale.width, scale.height);
    paint::DrawImage cell_image{item.image, {0, 0, item.tile.width, item.tile.height}};
    cell_image.filters = item.filters;
    cell_image.shows_pixels = item.shows_pixels;
    const double unit = set_unit(unit_ * scale_of(context) / scale.width);
    draw(recording.get(), cell_image, 1);
    set_unit(unit);
    cairo_set_source_surface(context, tile.get(), 0, 0);
    cairo_pattern_t* pattern = cairo_get_source(context);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT);
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, scale.width, scale.height);
    cairo_matrix_translate(&matrix, -item.tile.x, -item.tile.y);
    cairo_pattern_set_matrix(pattern, &matrix);
    cairo_paint_with_alpha(context, alpha);
}

}  // namespace ghreveal::draw
