#include "draw/filters/rasterised.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "draw/blur.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

// Of an output that has no pixels of its own.
constexpr double kVectorScale = 2;

std::uint32_t* row_of(unsigned char* data, int stride, int y) {
    return reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(stride) * y);
}

// Calls change(pixel) for each.
template <typename Change>
void for_each_pixel(cairo_surface_t* surface, Change&& change) {
    cairo_surface_flush(surface);
    unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const int width = cairo_image_surface_get_width(surface);
    for (int y = 0; y < cairo_image_surface_get_height(surface); ++y) {
        std::uint32_t* row = row_of(data, stride, y);
        std::for_each(row, row + width, change);
    }
    cairo_surface_mark_dirty(surface);
}

std::uint32_t channel(std::uint32_t pixel, unsigned shift) {
    return (pixel >> shift) & 0xFFU;
}

// The pixels that are not transparent: left, top, right, bottom.
struct PixelBox {
    int left, top, right, bottom;
};

PixelBox used_pixels(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const int width = cairo_image_surface_get_width(surface);
    PixelBox box{width, cairo_image_surface_get_height(surface), 0, 0};
    const int height = box.top;
    for (int y = 0; y < height; ++y) {
        const std::uint32_t* row = row_of(cairo_image_surface_get_data(surface),
                                          cairo_image_surface_get_stride(surface), y);
        const auto* first = std::find_if(row, row + width, [](auto pixel) { return pixel != 0; });
        if (first == row + width) {
            continue;
        }
        const std::uint32_t* last = row + width - 1;
        while (*last == 0) {
            --last;
        }
        box = {std::min(box.left, static_cast<int>(first - row)), std::min(box.top, y),
               std::max(box.right, static_cast<int>(last - row) + 1), y + 1};
    }
    return box;
}

}  // namespace

Rect visible_area(cairo_t* context) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_clip_extents(context, &left, &top, &right, &bottom);
    return {left, top, right - left, bottom - top};
}

Rect on_pixels(cairo_t* context, const Rect& area) {
    cairo_matrix_t matrix;
    cairo_get_matrix(context, &matrix);
    if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || matrix.yy <= 0) {
        return area;
    }
    const auto down = [](Px at, double scale, double offset) {
        return (std::floor(at * scale + offset) - offset) / scale;
    };
    const auto up = [](Px at, double scale, double offset) {
        return (std::ceil(at * scale + offset) - offset) / scale;
    };
    const Px x = down(area.x, matrix.xx, matrix.x0);
    const Px y = down(area.y, matrix.yy, matrix.y0);
    return {x, y, up(area.right(), matrix.xx, matrix.x0) - x,
            up(area.bottom(), matrix.yy, matrix.y0) - y};
}

double raster_scale(cairo_t* context, const Rect& area) {
    const double device = scale_of(context);
    const bool has_pixels =
        cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_IMAGE;
    const double wanted = has_pixels ? device : std::max(device, 0.1) * kVectorScale;
    const double pixels = std::max(1.0, area.width * area.height);
    const double longest = std::max({1.0, area.width, area.height});
    const double most = std::min(std::sqrt(FixedLimits::filtered_pixels / pixels),
                                 FixedLimits::shadow_side / longest);
    return std::min(wanted, most);
}

Raster rasterised(const Rect& area, double scale, const std::function<void(cairo_t*)>& draw) {
    Raster raster{nullptr, area, scale};
    const int width = static_cast<int>(std::ceil(area.width * scale));
    const int height = static_cast<int>(std::ceil(area.height * scale));
    if (width <= 0 || height <= 0) {
        return raster;
    }
    raster.surface = SurfaceHandle{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)};
    check(raster.surface.get());
    const ContextHandle context{cairo_create(raster.surface.get())};
    cairo_scale(context.get(), scale, scale);
    cairo_translate(context.get(), -area.x, -area.y);
    draw(context.get());
    cairo_surface_flush(raster.surface.get());
    return raster;
}

Raster cropped(Raster raster) {
    if (!raster.surface) {
        return raster;
    }
    const PixelBox box = used_pixels(raster.surface.get());
    if (box.left >= box.right) {
        return {nullptr, raster.area, raster.scale};
    }
    const int width = box.right - box.left;
    const int height = box.bottom - box.top;
    Raster result{SurfaceHandle{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)},
                  {raster.area.x + box.left / raster.scale, raster.area.y + box.top / raster.scale,
                   width / raster.scale, height / raster.scale},
                  raster.scale};
    check(result.surface.get());
    for (int y = 0; y < height; ++y) {
        std::memcpy(row_of(cairo_image_surface_get_data(result.surface.get()),
                           cairo_image_surface_get_stride(result.surface.get()), y),
                    row_of(cairo_image_surface_get_data(raster.surface.get()),
                           cairo_image_surface_get_stride(raster.surface.get()), box.top + y) +
                        box.left,
                    static_cast<std::size_t>(width) * 4);
    }
    cairo_surface_mark_dirty(result.surface.get());
    return result;
}

void paint_raster(cairo_t* context, const Raster& raster, double alpha) {
    if (!raster.surface) {
        return;
    }
    const SavedState saved(context);
    cairo_translate(context, raster.area.x, raster.area.y);
    cairo_scale(context, 1 / raster.scale, 1 / raster.scale);
    cairo_set_source_surface(context, raster.surface.get(), 0, 0);
    cairo_paint_with_alpha(context, alpha);
}

void blur(Raster& raster, Px deviation) {
    if (!raster.surface || deviation * raster.scale < 0.05) {
        return;
    }
    cairo_surface_flush(raster.surface.get());
    const int width = cairo_image_surface_get_width(raster.surface.get());
    const int height = cairo_image_surface_get_height(raster.surface.get());
    const int stride = cairo_image_surface_get_stride(raster.surface.get());
    unsigned char* data = cairo_image_surface_get_data(raster.surface.get());
    for (std::ptrdiff_t byte = 0; byte < 4; ++byte) {
        Mask mask{width, height, {}};
        mask.bytes.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                mask.bytes[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                           static_cast<std::size_t>(x)] =
                    data[static_cast<std::ptrdiff_t>(y) * stride + std::ptrdiff_t{4} * x + byte];
            }
        }
        blur_mask(mask, deviation * raster.scale);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                data[static_cast<std::ptrdiff_t>(y) * stride + std::ptrdiff_t{4} * x + byte] =
                    mask.bytes[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                               static_cast<std::size_t>(x)];
            }
        }
    }
    cairo_surface_mark_dirty(raster.surface.get());
}

void tint(Raster& raster, const Color& color) {
    if (!raster.surface) {
        return;
    }
    for_each_pixel(raster.surface.get(), [&color](std::uint32_t& pixel) {
        const double alpha = channel(pixel, 24) * double{color.alpha};
        const auto part = [alpha](std::uint8_t value) {
            return static_cast<std::uint32_t>(std::lround(value * alpha / 255));
        };
        pixel = static_cast<std::uint32_t>(std::lround(alpha)) << 24U | part(color.red) << 16U |
                part(color.green) << 8U | part(color.blue);
    });
}

void make_luminance_alpha(Raster& raster) {
    if (!raster.surface) {
        return;
    }
    for_each_pixel(raster.surface.get(), [](std::uint32_t& pixel) {
        const double luminance =
            0.2125 * channel(pixel, 16) + 0.7154 * channel(pixel, 8) + 0.0721 * channel(pixel, 0);
        pixel = static_cast<std::uint32_t>(std::lround(luminance)) << 24U;
    });
}

}  // namespace ghreveal::draw
