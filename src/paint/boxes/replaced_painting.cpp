#include "paint/boxes/replaced_painting.h"

#include "paint/rounded_rect.h"

namespace ghreveal::paint {

void paint_picture(const layout::Fragment& fragment, const DecoratedBox& box, DisplayList& out) {
    if (!fragment.image || fragment.image_rect.empty()) {
        return;
    }
    const Rect target = snapped(fragment.image_rect);
    const RoundedRect content = box.content_box();
    const bool clipped = !content.is_rectangle() || !contains(content.rect, target);
    if (clipped) {
        out.push_back(PushClip{content});
    }
    out.push_back(DrawImage{fragment.image, target});
    if (clipped) {
        out.push_back(Pop{});
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
