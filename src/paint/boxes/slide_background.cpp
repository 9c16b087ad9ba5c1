#include "paint/boxes/slide_background.h"

#include <algorithm>

#include "paint/boxes/box_decorations.h"
#include "style/properties/paint_style.h"
#include "style/section_background.h"

namespace ghreveal::paint {

namespace {

DecoratedBox plain_box(const Rect& rect) {
    return {{rect, {}, {}, {}, {}}, {}, {}};
}

// `element`: what sheets say of the slide's `.slide-background`, on which the attributes' values
// are written.
void paint_section_background(const dom::Node& section, const style::ComputedStyle* element,
                              const Rect& page, PaintContext& context, DisplayList& out) {
    const style::SectionBackground background =
        style::section_background(section, page.size(), context.deck.version);
    const DecoratedBox box = plain_box(page);
    if (has_background(background.color)) {
        paint_background(box, background.color, context, out);
    } else if (element != nullptr && has_background(element->paint())) {
        paint_background(box, element->paint(), context, out);
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

bool has_background(const style::PaintStyle& paint) {
    const auto& layers = paint.background_layers;
    return paint.background_color.alpha > 0 ||
           std::any_of(layers.begin(), layers.end(), [](const css::BackgroundLayer& layer) {
               return layer.gradient || !layer.image_url.empty();
           });
}

void paint_page_background(const style::SlideStyles& styles, const PageGeometry& geometry,
                           PaintContext& context, DisplayList& out) {
    const DecoratedBox page = plain_box({0, 0, geometry.page.width, geometry.page.height});
    // The canvas takes html's background, or body's where html has none; both cover the page.
    for (std::size_t depth = 0; depth < 2 && depth < styles.around.size(); ++depth) {
        paint_background(page, styles.around[depth].element->paint(), context, out);
    }
}

void paint_canvas_background(const style::SlideStyles& styles, const PageGeometry& geometry,
                             PaintContext& context, DisplayList& out) {
    paint_page_background(styles, geometry, context, out);
    const deck::Deck& deck = context.deck;
    if (deck.slides_element == nullptr) {
        return;
    }
    paint_background(plain_box({0, 0, geometry.page.width, geometry.page.height}),
                     styles.of(*deck.reveal).paint(), context, out);
    const Size area{deck.configuration.width * geometry.scale,
                    deck.configuration.height * geometry.scale};
    paint_background(plain_box({geometry.offset.x, geometry.offset.y, area.width, area.height}),
                     styles.of(*deck.slides_element).paint(), context, out);
}

void paint_slide_background(const deck::Slide& slide, const style::ComputedStyle* element,
                            const Rect& page, PaintContext& context, DisplayList& out) {
    const dom::Node* section = slide.section;
    if (section == nullptr) {
        return;
    }
    if (section->parent != nullptr && section->parent->is_element("section")) {
        paint_section_background(*section->parent, nullptr, page, context, out);
    }
    paint_section_background(*section, element, page, context, out);
}

}  // namespace ghreveal::paint
