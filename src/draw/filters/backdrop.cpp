#include "draw/filters/backdrop.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "draw/filters/filter_colors.h"

namespace ghreveal::draw {

namespace {

using css::FilterFunction;
using Kind = css::FilterFunction::Kind;

Px widest_blur(const std::vector<FilterFunction>& filters) {
    Px deviation = 0;
    for (const FilterFunction& filter : filters) {
        deviation = filter.kind == Kind::kBlur ? std::max(deviation, filter.amount) : deviation;
    }
    return deviation;
}

// What the pixels of the context's group show of an area.
Raster pixels_of(cairo_t* context, const Rect& area, double scale) {
    return rasterised(area, scale, [&](cairo_t* pixels) {
        cairo_surface_t* group = cairo_get_group_target(context);
        cairo_surface_flush(group);
        const PatternHandle pattern{cairo_pattern_create_for_surface(group)};
        cairo_matrix_t to_group;
        cairo_get_matrix(context, &to_group);
        cairo_pattern_set_matrix(pattern.get(), &to_group);
        cairo_set_source(pixels, pattern.get());
        cairo_paint(pixels);
    });
}

// The picture with its mirror images around it, so far that a blur takes nothing else: what is
// outside of the box does not show in it.
Raster mirrored_around(const Raster& raster, int margin) {
    const int width = cairo_image_surface_get_width(raster.surface.get());
    const int height = cairo_image_surface_get_height(raster.surface.get());
    const Px around = margin / raster.scale;
    Raster result{SurfaceHandle{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width + 2 * margin,
                                                           height + 2 * margin)},
                  raster.area.outset({around, around, around, around}), raster.scale};
    check(result.surface.get());
    const ContextHandle context{cairo_create(result.surface.get())};
    cairo_set_source_surface(context.get(), raster.surface.get(), margin, margin);
    cairo_pattern_set_extend(cairo_get_source(context.get()), CAIRO_EXTEND_REFLECT);
    cairo_pattern_set_filter(cairo_get_source(context.get()), CAIRO_FILTER_NEAREST);
    cairo_paint(context.get());
    cairo_surface_flush(result.surface.get());
    return result;
}

Raster without_margin(const Raster& raster, int margin) {
    const Px around = margin / raster.scale;
    const Rect area{raster.area.x + around, raster.area.y + around, raster.area.width - 2 * around,
                    raster.area.height - 2 * around};
    return rasterised(area, raster.scale,
                      [&](cairo_t* pixels) { paint_raster(pixels, raster, 1); });
}

Raster blurred(const Raster& raster, Px deviation) {
    const int margin = static_cast<int>(std::ceil(kBlurReach * deviation * raster.scale));
    Raster wide = mirrored_around(raster, margin);
    blur(wide, deviation);
    return without_margin(wide, margin);
}

Raster faded(const Raster& raster, double opacity) {
    return rasterised(raster.area, raster.scale,
                      [&](cairo_t* pixels) { paint_raster(pixels, raster, opacity); });
}

Raster filtered(Raster raster, const FilterFunction& filter) {
    if (is_of_colors(filter)) {
        filter_pixels(raster.surface.get(), std::span(&filter, 1));
        return raster;
    }
    switch (filter.kind) {
        case Kind::kBlur:
            return filter.amount > 0 ? blurred(raster, filter.amount) : std::move(raster);
        case Kind::kOpacity:
            return faded(raster, filter.amount);
        default:
            return raster;  // the shadow of what fills the box lies below it
    }
}

}  // namespace

bool takes_backdrop(const paint::DisplayList& list) {
    return std::any_of(list.begin(), list.end(), [](const paint::DisplayItem& item) {
        return std::holds_alternative<paint::TakeBackdrop>(item);
    });
}

Raster filtered_backdrop(cairo_t* context, const paint::TakeBackdrop& item) {
    const Rect area = on_pixels(context, item.shape.rect);
    const Px deviation = widest_blur(item.filters);
    double scale = raster_scale(context, area);
    if (deviation > 0) {
        scale = std::min(scale, kBlurSamples / deviation);
    }
    Raster raster = pixels_of(context, area, scale);
    for (const FilterFunction& filter : item.filters) {
        if (raster.surface) {
            raster = filtered(std::move(raster), filter);
        }
    }
    return raster;
}

void show_backdrop(cairo_t* context, const Raster& raster, const paint::RoundedRect& shape,
                   double alpha) {
    if (!raster.surface) {
        return;
    }
    const SavedState saved(context);
    clip_to(context, shape);
    cairo_translate(context, raster.area.x, raster.area.y);
    cairo_scale(context, 1 / raster.scale, 1 / raster.scale);
    cairo_set_source_surface(context, raster.surface.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
    cairo_paint_with_alpha(context, alpha);
}

}  // namespace ghreveal::draw
