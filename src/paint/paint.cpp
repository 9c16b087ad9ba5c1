#include "paint/paint.h"

#include "paint/boxes/slide_background.h"
#include "paint/stacking.h"
#include "paint/text/slide_number.h"

namespace ghreveal::paint {

namespace {

// From the slide's area to the page.
Transform page_transform(const PageGeometry& geometry, const SlideFit& fit) {
    return Transform::translation(geometry.offset) *
           Transform::scaling(geometry.scale, geometry.scale) *
           Transform::translation({fit.shift, 0}) * Transform::scaling(fit.scale, fit.scale);
}

}  // namespace

DisplayList paint_slide(const SlideContent& content, const PageGeometry& geometry,
                        PaintContext& context) {
    DisplayList list;
    list.reserve(256);
    const auto paint_background = [&](DisplayList& out, Point place) {
        paint_slide_background(content.slide, content.styles.slide_background.get(),
                               {place.x, place.y, geometry.page.width, geometry.page.height},
                               context, out);
    };
    const auto paint_section = [&](DisplayList& out, Point place) {
        PageGeometry placed = geometry;
        placed.offset = place;
        if (content.stack != nullptr) {
            out.push_back(PushTransform{page_transform(placed, {})});
            paint_fragments(content.stack->fragment, content.stack->styles, context, out);
            out.push_back(Pop{});
        }
        out.push_back(PushTransform{page_transform(placed, content.section.fit)});
        paint_fragments(content.section.fragment, content.styles, context, out, {}, content.states);
        out.push_back(Pop{});
    };
    if (content.around == nullptr) {
        paint_canvas_background(content.styles, geometry, context, list);
        paint_background(list, {});
        paint_section(list, geometry.offset);
    } else {
        paint_page_background(content.styles, geometry, context, list);
        paint_fragments(content.around->fragment, content.around->styles, context, list,
                        {{context.deck.backgrounds, paint_background},
                         {context.deck.slides_element, paint_section}});
    }
    if (context.deck.number.element == nullptr) {
        paint_slide_number(content.slide, geometry.page, context, list);
    }
    return list;
}

DisplayList paint_content(const layout::Fragment& section, const style::SlideStyles& styles,
                          PaintContext& context) {
    DisplayList list;
    paint_fragments(section, styles, context, list);
    return list;
}

}  // namespace ghreveal::paint
