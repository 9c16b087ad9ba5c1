// Pictures for borders: cut into nine, of which eight are drawn along the border (CSS Backgrounds 3
// §5).
#include <algorithm>
#include <cmath>

#include "paint/boxes/box_decorations.h"
#include "support/limits.h"

namespace ghreveal::paint {

namespace {

using css::BorderImage;
using Extent = css::BorderImage::Extent;

struct Source {
    media::ImagePtr image;  // null: the gradient
    std::shared_ptr<const css::Gradient> gradient;
    Size size;
};

// §5.3: percentages of the picture, numbers in its pixels.
Px slice_of(const Extent& slice, Px size) {
    return std::clamp(slice.number.value_or(slice.length.resolve(size)), 0.0, size);
}

Px outset_of(const Extent& outset, Px border) {
    return outset.number ? *outset.number * border : outset.length.resolve(0);
}

// §5.4: numbers are multiples of the border, `auto` is the slice as wide as it is.
Px width_of(const Extent& width, Px border, Px slice, Px area) {
    return width.is_auto  ? slice
           : width.number ? *width.number * border
                          : width.length.resolve(area);
}

// Widths that overlap are made smaller together. Pieces begin and end at whole pixels, as browsers
// have them: else what is behind the border would shine through where two of them meet.
Edges fitted(const Edges& widths, Size area) {
    const double across = widths.horizontal() > 0 ? area.width / widths.horizontal() : 1;
    const double down = widths.vertical() > 0 ? area.height / widths.vertical() : 1;
    const double scale = std::min({1.0, across, down});
    const Px top = std::round(widths.top * scale);
    const Px left = std::round(widths.left * scale);
    return {top, std::min(std::round(widths.right * scale), area.width - left),
            std::min(std::round(widths.bottom * scale), area.height - top), left};
}

// A stretch of the picture along one axis, where it goes, and how it fills that.
struct Axis {
    Px from = 0;
    Px length = 0;
    Px to = 0;
    Px room = 0;
    double scale = 1;  // of a copy, before it is fitted
    BorderImage::Repeat repeat = BorderImage::Repeat::kStretch;
};

Axis between(const Axis& first, const Axis& last, double scale, BorderImage::Repeat repeat) {
    const Px from = first.from + first.length;
    const Px to = first.to + first.room;
    return {from, last.from - from, to, last.to - to, scale, repeat};
}

struct Copies {
    Px start = 0;
    Px length = 0;
    Px step = 0;
    int count = 1;
};

// §5.5. Copies that are repeated are centred.
Copies copies_of(const Axis& axis) {
    const Px length = axis.length * axis.scale;
    if (axis.repeat == BorderImage::Repeat::kStretch || length <= 0) {
        return {axis.to, axis.room, axis.room, 1};
    }
    const auto counted = [](double number) {
        return static_cast<int>(std::min(number, FixedLimits::gradient_tiles));
    };
    switch (axis.repeat) {
        case BorderImage::Repeat::kRound: {
            const int count = std::max(1, counted(std::round(axis.room / length)));
            return {axis.to, axis.room / count, axis.room / count, count};
        }
        case BorderImage::Repeat::kSpace: {
            const int count = counted(std::floor(axis.room / length));
            const Px gap = (axis.room - count * length) / (count + 1);
            return {axis.to + gap, length, length + gap, count};
        }
        default:
            break;
    }
    const int side = counted(std::ceil(std::max(0.0, axis.room - length) / 2 / length));
    return {axis.to + (axis.room - length) / 2 - side * length, length, length, 2 * side + 1};
}

// The part of the source that is at `from` in it, stretched over `to`.
void paint_part(const Source& source, const Rect& from, const Rect& to, DisplayList& out) {
    const double scale_x = to.width / from.width;
    const double scale_y = to.height / from.height;
    const Rect whole{to.x - from.x * scale_x, to.y - from.y * scale_y, source.size.width * scale_x,
                     source.size.height * scale_y};
    if (source.image) {
        out.push_back(PushClip{{to, {}, {}, {}, {}}});
        out.push_back(DrawImage{source.image, whole});
        out.push_back(Pop{});
        return;
    }
    out.push_back(PushTransform{Transform::translation(whole.origin()) *
                                Transform::scaling(scale_x, scale_y)});
    out.push_back(FillGradient{
        {from, {}, {}, {}, {}}, {0, 0, source.size.width, source.size.height}, source.gradient});
    out.push_back(Pop{});
}

void paint_region(const Source& source, const Axis& x, const Axis& y, DisplayList& out) {
    if (x.length <= 0 || y.length <= 0 || x.room <= 0 || y.room <= 0) {
        return;
    }
    const Copies across = copies_of(x);
    const Copies down = copies_of(y);
    if (static_cast<double>(across.count) * down.count > FixedLimits::gradient_tiles) {
        return;
    }
    const Rect from{x.from, y.from, x.length, y.length};
    out.push_back(PushClip{{{x.to, y.to, x.room, y.room}, {}, {}, {}, {}}});
    for (int row = 0; row < down.count; ++row) {
        for (int column = 0; column < across.count; ++column) {
            paint_part(source, from,
                       {across.start + column * across.step, down.start + row * down.step,
                        across.length, down.length},
                       out);
        }
    }
    out.push_back(Pop{});
}

Source source_of(const BorderImage& border, Size area, PaintContext& context) {
    Source source{nullptr, border.image.gradient, area};
    if (!source.gradient && !border.image.image_url.empty()) {
        source.image = context.images.load(border.image.image_url, {});
        if (source.image) {
            const Size natural = source.image->intrinsic_size();
            source.size = natural.width > 0 && natural.height > 0 ? natural : area;
        }
    }
    return source;
}

// The scale of copies along an edge is that of its thickness (§5.5).
double scale_along(Px thickness, Px slice) {
    return slice > 0 ? thickness / slice : 1;
}

void paint_nine(const Source& source, const BorderImage& border, const Rect& area,
                const Edges& width, DisplayList& out) {
    const Edges slice{slice_of(border.slice.top, source.size.height),
                      slice_of(border.slice.right, source.size.width),
                      slice_of(border.slice.bottom, source.size.height),
                      slice_of(border.slice.left, source.size.width)};
    const Axis left{0, slice.left, area.x, width.left};
    const Axis right{source.size.width - slice.right, slice.right, area.right() - width.right,
                     width.right};
    const Axis top{0, slice.top, area.y, width.top};
    const Axis bottom{source.size.height - slice.bottom, slice.bottom, area.bottom() - width.bottom,
                      width.bottom};
    const auto middle_x = [&](double scale) {
        return between(left, right, scale, border.repeat_x);
    };
    const auto middle_y = [&](double scale) {
        return between(top, bottom, scale, border.repeat_y);
    };
    for (const Axis& y : {top, bottom}) {
        paint_region(source, left, y, out);
        paint_region(source, middle_x(scale_along(y.room, y.length)), y, out);
        paint_region(source, right, y, out);
    }
    for (const Axis& x : {left, right}) {
        paint_region(source, x, middle_y(scale_along(x.room, x.length)), out);
    }
    if (border.fills) {
        const double across = slice.top > 0      ? width.top / slice.top
                              : slice.bottom > 0 ? width.bottom / slice.bottom
                                                 : 1;
        const double down = slice.left > 0    ? width.left / slice.left
                            : slice.right > 0 ? width.right / slice.right
                                              : 1;
        paint_region(source, middle_x(across), middle_y(down), out);
    }
}

}  // namespace

bool paint_border_image(const DecoratedBox& box, const style::PaintStyle& paint,
                        PaintContext& context, DisplayList& out) {
    const auto& border = paint.border_image.value;
    if (!border) {
        return false;
    }
    const Edges& edge = box.border;
    const Rect area = box.border_box.rect.outset(
        {outset_of(border->outset.top, edge.top), outset_of(border->outset.right, edge.right),
         outset_of(border->outset.bottom, edge.bottom), outset_of(border->outset.left, edge.left)});
    const Source source = source_of(*border, area.size(), context);
    if ((!source.image && !source.gradient) || source.size.width <= 0 || source.size.height <= 0) {
        return false;
    }
    const Edges width{width_of(border->width.top, edge.top,
                               slice_of(border->slice.top, source.size.height), area.height),
                      width_of(border->width.right, edge.right,
                               slice_of(border->slice.right, source.size.width), area.width),
                      width_of(border->width.bottom, edge.bottom,
                               slice_of(border->slice.bottom, source.size.height), area.height),
                      width_of(border->width.left, edge.left,
                               slice_of(border->slice.left, source.size.width), area.width)};
    paint_nine(source, *border, area, fitted(width, area.size()), out);
    return true;
}

}  // namespace ghreveal::paint
