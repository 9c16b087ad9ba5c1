#include "paint/boxes/replaced_painting.h"

#include "paint/links.h"
#include "paint/rounded_rect.h"
#include "style/svg_markup.h"

namespace ghreveal::paint {

namespace {

// The picture, and areas over it for the links inside it.
void draw_picture(const media::ImagePtr& image, const Rect& target, PaintContext& context,
                  DisplayList& out) {
    out.push_back(DrawImage{image, target});
    for (const media::ImageLink& link : image->links()) {
        BeginLink area =
            link_to(link.address,
                    {target.x + link.area.x * target.width, target.y + link.area.y * target.height,
                     link.area.width * target.width, link.area.height * target.height},
                    context);
        if (!area.areas.empty()) {
            out.push_back(std::move(area));
            out.push_back(EndLink{});
        }
    }
}

}  // namespace

void paint_picture(const layout::Fragment& fragment, const DecoratedBox& box, PaintContext& context,
                   DisplayList& out) {
    if (!fragment.image || fragment.image_rect.empty()) {
        return;
    }
    const Rect target = snapped(fragment.image_rect);
    const RoundedRect content = box.content_box();
    const bool clipped = !content.is_rectangle() || !contains(content.rect, target);
    if (clipped) {
        out.push_back(PushClip{content});
    }
    draw_picture(fragment.image, target, context, out);
    if (clipped) {
        out.push_back(Pop{});
    }
}

void paint_inline_svg(const layout::Fragment& fragment, const style::SlideStyles& styles,
                      PaintContext& context, DisplayList& out) {
    const Rect target = snapped(fragment.content_box());
    if (target.empty()) {
        return;
    }
    const dom::Node& svg = *fragment.source.node;
    const media::ImagePtr image =
        context.images.from_svg_text(style::svg_markup(svg, styles, fragment.content_box().size()),
                                     dom::position_of(svg, context.deck.file));
    if (image) {
        draw_picture(image, target, context, out);
    }
}

namespace {

// A point by its shares of the box's width and height.
Point in_box(const Rect& box, double x, double y) {
    return {box.x + x * box.width, box.y + y * box.height};
}

}  // namespace

void paint_bullet(const layout::Fragment& fragment, const Color& color, DisplayList& out) {
    const Rect& box = fragment.border_box;
    switch (fragment.bullet) {
        case layout::BulletShape::kDisc:
            out.push_back(FillEllipse{box, color});
            break;
        case layout::BulletShape::kCircle:
            out.push_back(StrokeEllipse{box.inset({0.5, 0.5, 0.5, 0.5}), 1, color});
            break;
        case layout::BulletShape::kSquare:
            out.push_back(FillRect{{box, {}, {}, {}, {}}, color, FillRole::kMark});
            break;
        case layout::BulletShape::kPointsDown:
            out.push_back(FillPolygon{
                {in_box(box, 0, 0.07), in_box(box, 0.5, 0.93), in_box(box, 1, 0.07)}, color});
            break;
        case layout::BulletShape::kPointsRight:
            out.push_back(
                FillPolygon{{in_box(box, 0, 0), in_box(box, 0.86, 0.5), in_box(box, 0, 1)}, color});
            break;
    }
}

}  // namespace ghreveal::paint
