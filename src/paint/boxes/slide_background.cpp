#include "paint/boxes/slide_background.h"

#include "paint/boxes/box_decorations.h"
#include "style/properties/paint_style.h"
#include "style/section_background.h"

namespace ghreveal::paint {

namespace {

bool has_background(const style::PaintStyle& paint) {
    return paint.background_color.alpha > 0 || !paint.background_layers.empty();
}

DecoratedBox plain_box(const Rect& rect) {
    return {{rect, {}, {}, {}, {}}, {}, {}};
}

void paint_section_background(const dom::Node& section, Size page, PaintContext& context,
                              DisplayList& out) {
    const style::SectionBackground background =
        style::section_background(section, page, context.deck.version);
    const DecoratedBox box = plain_box({0, 0, page.width, page.height});
    if (has_background(background.color)) {
        paint_background(box, background.color, context, out);
    }
    if (background.picture_address.empty() || background.picture_opacity <= 0) {
        return;
    }
    // Loaded here for the warning's line; the layer finds it again by its address.
    context.images.load(background.picture_address, dom::position_of(section, context.deck.file));
    if (background.picture_opacity < 1) {
        out.push_back(PushOpacity{static_cast<float>(background.picture_opacity)});
    }
    paint_background(box, background.picture, context, out);
    if (background.picture_opacity < 1) {
        out.push_back(Pop{});
    }
}

}  // namespace

void paint_canvas_background(const style::SlideStyles& styles, const PageGeometry& geometry,
                             PaintContext& context, DisplayList& out) {
    enum Around : std::size_t { kHtml, kBody, kReveal, kSlides };
    const auto paint_around = [&](Around element, const Rect& area) {
        if (element < styles.around.size()) {
            paint_background(plain_box(area), styles.around[element].element->paint(), context,
                             out);
        }
    };
    const Rect page{0, 0, geometry.page.width, geometry.page.height};
    // The canvas takes html's background, or body's where html has none; both cover the page.
    paint_around(kHtml, page);
    paint_around(kBody, page);
    paint_around(kReveal, page);
    const deck::Configuration& configuration = context.deck.configuration;
    paint_around(kSlides,
                 {geometry.offset.x, geometry.offset.y, configuration.width * geometry.scale,
                  configuration.height * geometry.scale});
}

void paint_slide_background(const deck::Slide& slide, Size page, PaintContext& context,
                            DisplayList& out) {
    const dom::Node* section = slide.section;
    if (section == nullptr) {
        return;
    }
    if (section->parent != nullptr && section->parent->is_element("section")) {
        paint_section_background(*section->parent, page, context, out);
    }
    paint_section_background(*section, page, context, out);
}

}  // namespace ghreveal::paint
