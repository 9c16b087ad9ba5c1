#include "paint/slide_background.h"

#include <array>

#include "paint/box_decorations.h"

namespace ghreveal::paint {

namespace {

bool has_background(const style::PaintStyle& paint) {
    return paint.background_color.alpha > 0 || !paint.background_layers.empty();
}

DecoratedBox plain_box(const Rect& rect) {
    return {{rect, {}, {}, {}, {}}, {}, {}};
}

}  // namespace

void paint_canvas_background(const style::SlideStyles& styles, const PageGeometry& geometry,
                             PaintContext& context, DisplayList& out) {
    const DecoratedBox page = plain_box({0, 0, geometry.page.width, geometry.page.height});
    const auto paint_of = [&](const dom::Node* element) {
        return element != nullptr && styles.has(*element) ? &styles.of(*element).paint() : nullptr;
    };
    // The canvas takes html's background, or body's where html has none.
    const style::PaintStyle* html = paint_of(context.deck.html);
    const bool html_covers = html != nullptr && has_background(*html);
    const std::array<const dom::Node*, 3> around{html_covers ? context.deck.html : nullptr,
                                                 context.deck.body, context.deck.reveal};
    for (const dom::Node* element : around) {
        if (const style::PaintStyle* paint = paint_of(element)) {
            paint_background(page, *paint, context, out);
        }
    }
    if (const style::PaintStyle* slides = paint_of(context.deck.slides_element)) {
        const deck::Configuration& configuration = context.deck.configuration;
        const DecoratedBox area =
            plain_box({geometry.offset.x, geometry.offset.y, configuration.width * geometry.scale,
                       configuration.height * geometry.scale});
        paint_background(area, *slides, context, out);
    }
}

void paint_slide_background(const deck::Slide&, Size, PaintContext&, DisplayList&) {}

}  // namespace ghreveal::paint
