#include "draw/filters/filter_painter.h"

#include <algorithm>

#include "draw/canvas.h"
#include "draw/filters/filter_colors.h"
#include "draw/filters/filtered_items.h"

namespace ghreveal::draw {

namespace {

using css::FilterFunction;
using Kind = css::FilterFunction::Kind;
using paint::DisplayList;

// Filters of colours go before all others: they change what is blurred or casts a shadow as they
// change what comes of it, when shadows are given their colours too.
struct OrderedFilters {
    std::vector<FilterFunction> colors;
    std::vector<FilterFunction> others;
};

OrderedFilters ordered(FilterPainter::Filters filters) {
    OrderedFilters result;
    for (const FilterFunction& filter : filters) {
        if (!is_of_colors(filter)) {
            result.others.push_back(filter);
            continue;
        }
        result.colors.push_back(filter);
        for (FilterFunction& other : result.others) {
            other.shadow.color = filtered(other.shadow.color, std::span(&filter, 1));
        }
    }
    return result;
}

// A group around the items.
DisplayList grouped(paint::DisplayItem group, const DisplayList& items) {
    DisplayList list{std::move(group)};
    list.insert(list.end(), items.begin(), items.end());
    list.push_back(paint::Pop{});
    return list;
}

}  // namespace

FilterPainter::FilterPainter() = default;
FilterPainter::~FilterPainter() = default;

Raster FilterPainter::raster_of(const Rect& area, double scale, const DisplayList& items) {
    return rasterised(area, scale, [&](cairo_t* context) {
        if (!pixels_) {
            pixels_ = std::make_unique<Canvas>(Output::kRaster);
        }
        pixels_->draw(items, context);
    });
}

void FilterPainter::draw(const Drawing& drawing, const DisplayList& items, Filters filters) {
    const OrderedFilters order = ordered(filters);
    DisplayList content = with_filtered_colors(items, order.colors);
    if (order.others.empty()) {
        drawing.draw_items(content);
        return;
    }
    const FilterFunction& last = order.others.back();
    if (order.others.size() > 1) {
        std::vector<FilterFunction> before(order.others.begin(), order.others.end() - 1);
        content = grouped(paint::PushFilter{std::move(before)}, content);
    }
    switch (last.kind) {
        case Kind::kOpacity:
            drawing.draw_items(
                grouped(paint::PushOpacity{static_cast<float>(last.amount)}, content));
            break;
        case Kind::kDropShadow:
            draw_shadow(drawing, content, last.shadow);
            drawing.draw_items(content);
            break;
        default:
            draw_blurred(drawing, content, last.amount);
            break;
    }
}

void FilterPainter::draw_blurred(const Drawing& drawing, const DisplayList& items, Px deviation) {
    if (deviation <= 0) {
        drawing.draw_items(items);
        return;
    }
    const Px reach = kBlurReach * deviation;
    const Rect area = on_pixels(drawing.context,
                                visible_area(drawing.context).outset({reach, reach, reach, reach}));
    const double scale = std::min(raster_scale(drawing.context, area), kBlurSamples / deviation);
    Raster raster = raster_of(area, scale, items);
    blur(raster, deviation);
    raster = cropped(std::move(raster));
    if (raster.surface) {
        drawing.note_picture(items, [&] { paint_raster(drawing.context, raster, drawing.alpha); });
    }
}

void FilterPainter::draw_shadow(const Drawing& drawing, const DisplayList& items,
                                const css::Shadow& shadow) {
    const Px reach = kBlurReach * shadow.blur;
    const Rect seen = visible_area(drawing.context).translated({-shadow.x, -shadow.y});
    const Rect area = on_pixels(drawing.context, seen.outset({reach, reach, reach, reach}));
    double scale = raster_scale(drawing.context, area);
    if (shadow.blur > 0) {
        scale = std::min(scale, kBlurSamples / shadow.blur);
    }
    Raster raster = raster_of(area, scale, items);
    blur(raster, shadow.blur);
    tint(raster, shadow.color);
    raster = cropped(std::move(raster));
    raster.area = raster.area.translated({shadow.x, shadow.y});
    paint_raster(drawing.context, raster, drawing.alpha);
}

void FilterPainter::draw_luminance(cairo_t* context, const DisplayList& items) {
    const Rect area = on_pixels(context, visible_area(context));
    Raster raster = raster_of(area, raster_scale(context, area), items);
    make_luminance_alpha(raster);
    paint_raster(context, raster, 1);
}

PatternHandle FilterPainter::mask_pattern(cairo_t* context, const paint::MaskList& mask,
                                          const DrawItems& draw_items) {
    static constexpr cairo_operator_t kOperators[]{CAIRO_OPERATOR_OVER, CAIRO_OPERATOR_OUT,
                                                   CAIRO_OPERATOR_IN, CAIRO_OPERATOR_XOR};
    cairo_push_group(context);
    for (const paint::MaskPart& part : mask.parts) {
        const bool is_first = &part == &mask.parts.front();
        if (!is_first) {
            cairo_push_group(context);
        }
        if (part.is_luminance) {
            draw_luminance(context, part.items);
        } else {
            draw_items(part.items);
        }
        if (!is_first) {
            cairo_pop_group_to_source(context);
            cairo_set_operator(context, kOperators[static_cast<std::size_t>(part.composite)]);
            cairo_paint(context);
            cairo_set_operator(context, CAIRO_OPERATOR_OVER);
        }
    }
    return PatternHandle{cairo_pop_group(context)};
}

}  // namespace ghreveal::draw
