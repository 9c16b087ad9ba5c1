// What is taken of the page for `backdrop-filter`. Where an output has no pixels, the page is drawn
// with some first, and what is taken of these is kept until its turn.
#include <utility>

#include "draw/canvas/canvas_impl.h"
#include "draw/filters/backdrop.h"

namespace ghreveal::draw {

void Canvas::Impl::draw(const paint::TakeBackdrop& item) {
    if (output == Output::kRaster) {
        backdrop = std::make_shared<const Raster>(filtered_backdrop(context, item));
        if (collected != nullptr) {
            collected->push_back(backdrop);
        }
        return;
    }
    backdrop.reset();
    if (!page_backdrops.empty()) {
        backdrop = std::move(page_backdrops.front());
        page_backdrops.pop_front();
    }
}

void Canvas::Impl::draw(const paint::ShowBackdrop& item) {
    if (backdrop) {
        show_backdrop(context, *backdrop, item.shape, alpha);
    }
}

void Canvas::Impl::collect_backdrops(const paint::DisplayList& list) {
    page_backdrops.clear();
    if (output == Output::kRaster || !takes_backdrop(list)) {
        return;
    }
    const Rect page = visible_area(context);
    const auto draw_pixels = [&](cairo_t* pixels) {
        set_color(pixels, kWhite, 1);  // paper
        cairo_paint(pixels);
        Canvas canvas(Output::kRaster);
        canvas.impl_->collected = &page_backdrops;
        canvas.impl_->begin_page(pixels);
        canvas.impl_->draw_list(list);
    };
    rasterised(page, raster_scale(context, page), draw_pixels);
}

}  // namespace ghreveal::draw
