// Draws groups through filters and masks. What only changes colours is done item by item, so that
// text stays text; blurs and shadows are pictures.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "draw/filters/rasterised.h"
#include "paint/display_list.h"

namespace ghreveal::draw {

class Canvas;

class FilterPainter {
public:
    using Filters = std::span<const css::FilterFunction>;
    // How the canvas itself draws items into its context.
    using DrawItems = std::function<void(const paint::DisplayList&)>;
    // Around a picture that stands for items: what they have of content is noted.
    using NotePicture =
        std::function<void(const paint::DisplayList&, const std::function<void()>&)>;

    FilterPainter();
    ~FilterPainter();
    FilterPainter(const FilterPainter&) = delete;
    FilterPainter& operator=(const FilterPainter&) = delete;

    struct Drawing {
        cairo_t* context;
        double alpha;
        const DrawItems& draw_items;
        const NotePicture& note_picture;
    };
    void draw(const Drawing&, const paint::DisplayList& items, Filters);

    // How opaque each place of a mask is, as a pattern of the context's user space.
    PatternHandle mask_pattern(cairo_t*, const paint::MaskList&, const DrawItems&);

private:
    Raster raster_of(const Rect& area, double scale, const paint::DisplayList&);
    void draw_blurred(const Drawing&, const paint::DisplayList& items, Px deviation);
    void draw_shadow(const Drawing&, const paint::DisplayList& items, const css::Shadow&);
    void draw_luminance(cairo_t*, const paint::DisplayList& items);

    std::unique_ptr<Canvas> pixels_;  // made when first needed
};

}  // namespace ghreveal::draw
