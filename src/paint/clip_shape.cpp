#include "paint/clip_shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "paint/rounded_rect.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

using css::BasicShape;

Point point_in(const BasicShape::Vertex& vertex, const Rect& box) {
    return {box.x + vertex.x.resolve(box.width), box.y + vertex.y.resolve(box.height)};
}

Size radius_in(const css::CornerRadius& radius, const Rect& box) {
    return {radius.horizontal.resolve(box.width), radius.vertical.resolve(box.height)};
}

// Radii that do not fit are made smaller together, as borders' are (CSS Backgrounds 3 §5.5).
RoundedRect fitted(RoundedRect shape) {
    const Rect& rect = shape.rect;
    double scale = 1;
    const auto fit = [&scale](Px side, Px sum) {
        scale = sum > side ? std::min(scale, side / sum) : scale;
    };
    fit(rect.width, shape.top_left.width + shape.top_right.width);
    fit(rect.width, shape.bottom_left.width + shape.bottom_right.width);
    fit(rect.height, shape.top_left.height + shape.bottom_left.height);
    fit(rect.height, shape.top_right.height + shape.bottom_right.height);
    for (Size* corner :
         {&shape.top_left, &shape.top_right, &shape.bottom_right, &shape.bottom_left}) {
        *corner = {corner->width * scale, corner->height * scale};
    }
    return shape;
}

RoundedRect inset_shape(const BasicShape& shape, const Rect& box) {
    const auto edge = [](const std::optional<css::LengthPercentage>& length, Px basis) {
        return length ? length->resolve(basis) : 0;
    };
    const Px left = edge(shape.edges.left, box.width);
    const Px top = edge(shape.edges.top, box.height);
    const Rect rect{box.x + left, box.y + top,
                    std::max(0.0, box.width - left - edge(shape.edges.right, box.width)),
                    std::max(0.0, box.height - top - edge(shape.edges.bottom, box.height))};
    return fitted({rect, radius_in(shape.top_left, box), radius_in(shape.top_right, box),
                   radius_in(shape.bottom_right, box), radius_in(shape.bottom_left, box)});
}

// `rect(top, right, bottom, left)`: all from the top left corner; `auto` is the border edge.
RoundedRect rect_shape(const BasicShape& shape, const Rect& box) {
    const auto edge = [](const std::optional<css::LengthPercentage>& length, Px otherwise) {
        return length ? length->px : otherwise;
    };
    const Px left = edge(shape.edges.left, 0);
    const Px top = edge(shape.edges.top, 0);
    return {{box.x + left, box.y + top, std::max(0.0, edge(shape.edges.right, box.width) - left),
             std::max(0.0, edge(shape.edges.bottom, box.height) - top)},
            {},
            {},
            {},
            {}};
}

struct Axis {
    Px to_start = 0;  // from the centre to the box's edges
    Px to_end = 0;
    Px basis = 0;  // of percentages
};

Px used_radius(const BasicShape::Radius& radius, const Axis& axis) {
    using Kind = BasicShape::Radius::Kind;
    const Px start = std::abs(axis.to_start);
    const Px end = std::abs(axis.to_end);
    return radius.kind == Kind::kLength        ? radius.length.resolve(axis.basis)
           : radius.kind == Kind::kClosestSide ? std::min(start, end)
                                               : std::max(start, end);
}

RoundedRect round_shape(const BasicShape& shape, const Rect& box) {
    const Point center = point_in(shape.center, box);
    const Axis across{center.x - box.x, box.right() - center.x, box.width};
    const Axis down{center.y - box.y, box.bottom() - center.y, box.height};
    Size radius;
    if (shape.kind == BasicShape::Kind::kEllipse) {
        radius = {used_radius(shape.radius_x, across), used_radius(shape.radius_y, down)};
    } else {
        const Px diagonal = std::hypot(box.width, box.height) / std::numbers::sqrt2;
        const Axis either{across.to_start, across.to_end, diagonal};
        const Axis other{down.to_start, down.to_end, diagonal};
        const Px x = used_radius(shape.radius_x, either);
        const Px y = used_radius(shape.radius_x, other);
        const Px used = shape.radius_x.kind == BasicShape::Radius::Kind::kFarthestSide
                            ? std::max(x, y)
                            : std::min(x, y);
        radius = {used, used};
    }
    return {
        {center.x - radius.width, center.y - radius.height, 2 * radius.width, 2 * radius.height},
        radius,
        radius,
        radius,
        radius};
}

PushClip clip_of(const BasicShape& shape, const Rect& box) {
    switch (shape.kind) {
        case BasicShape::Kind::kInset:
            return PushClip{inset_shape(shape, box)};
        case BasicShape::Kind::kRect:
            return PushClip{rect_shape(shape, box)};
        case BasicShape::Kind::kCircle:
        case BasicShape::Kind::kEllipse:
            return PushClip{round_shape(shape, box)};
        case BasicShape::Kind::kPolygon:
            break;
    }
    PushClip clip;
    clip.is_even_odd = shape.is_even_odd;
    for (const BasicShape::Vertex& vertex : shape.vertices) {
        clip.polygon.push_back(point_in(vertex, box));
    }
    return clip;
}

// Only absolutely positioned boxes heed `clip` (CSS 2.1 §11.1.2).
bool heeds_clip(const style::ComputedStyle& style) {
    const auto position = style.box().position;
    return style.paint().clip.value != nullptr &&
           (position == style::Position::kAbsolute || position == style::Position::kFixed);
}

Rect area_of(const layout::Fragment& fragment, css::BoxArea area) {
    return area == css::BoxArea::kPaddingBox   ? fragment.padding_box()
           : area == css::BoxArea::kContentBox ? fragment.content_box()
                                               : fragment.border_box;
}

// A box, with the corners that `border-radius` gives it (CSS Shapes 1 §3.3).
RoundedRect rounded_area(const layout::Fragment& fragment, const style::PaintStyle& paint,
                         css::BoxArea area) {
    const RoundedRect border_box =
        rounded_border_box(fragment.border_box, paint, fragment.inline_edges);
    return area == css::BoxArea::kPaddingBox ? inset(border_box, fragment.border)
           : area == css::BoxArea::kContentBox
               ? inset(border_box, fragment.border + fragment.padding)
               : border_box;
}

}  // namespace

bool has_clip_shape(const style::ComputedStyle& style) {
    return style.paint().clip_path.value != nullptr || heeds_clip(style);
}

std::vector<PushClip> clip_shapes(const layout::Fragment& fragment,
                                  const style::ComputedStyle& style) {
    std::vector<PushClip> clips;
    if (heeds_clip(style)) {
        clips.push_back(clip_of(*style.paint().clip.value, fragment.border_box));
    }
    if (const auto& shape = style.paint().clip_path.value) {
        const bool is_box = shape->kind == BasicShape::Kind::kRect;
        clips.push_back(is_box ? PushClip{rounded_area(fragment, style.paint(), shape->area)}
                               : clip_of(*shape, area_of(fragment, shape->area)));
    }
    return clips;
}

}  // namespace ghreveal::paint
