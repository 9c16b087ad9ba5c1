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

DisplayList paint_slide(const deck::Slide& slide, const LaidOutSection& section,
                        const style::SlideStyles& styles, const PageGeometry& geometry,
                        PaintContext& context) {
    DisplayList list;
    list.reserve(256);
    paint_canvas_background(styles, geometry, context, list);
    paint_slide_background(slide, geometry.page, context, list);
    list.push_back(PushTransform{page_transform(geometry, section.fit)});
    paint_fragments(section.fragment, styles, context, list);
    list.push_back(Pop{});
    paint_slide_number(slide, geometry.page, context, list);
    return list;
}

DisplayList paint_content(const layout::Fragment& section, const style::SlideStyles& styles,
                          PaintContext& context) {
    DisplayList list;
    paint_fragments(section, styles, context, list);
    return list;
}

}  // namespace ghreveal::paint
