// Borders and outlines (CSS Backgrounds 3 §4, CSS 2.1 §17.6.2).
#include <array>

#include "paint/box_decorations.h"
#include "paint/rounded_rect.h"

namespace ghreveal::paint {

namespace {

using style::BorderStyle;

enum SideIndex { kTop, kRight, kBottom, kLeft };

struct Side {
    Px width = 0;
    BorderStyle style = BorderStyle::kNone;
    Color color;
    bool drawn() const {
        return width > 0 && style != BorderStyle::kNone && style != BorderStyle::kHidden &&
               color.alpha > 0;
    }
    bool operator==(const Side&) const = default;
};

using SideArray = std::array<Side, 4>;

SideArray sides_of(const Edges& width, const css::Sides<BorderStyle>& style,
                   const css::Sides<Color>& color) {
    return {Side{width.top, style.top, color.top}, Side{width.right, style.right, color.right},
            Side{width.bottom, style.bottom, color.bottom},
            Side{width.left, style.left, color.left}};
}

// The darker one of a 3-D border's two colours, as browsers derive it: a third taken off the
// strongest channel, the others in proportion.
Color shaded(Color color) {
    const double strongest = std::max({color.red, color.green, color.blue}) / 255.0;
    const double factor = strongest == 0 ? 0 : std::max(0.0, (strongest - 0.33) / strongest);
    const auto channel = [factor](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(value * factor));
    };
    return {channel(color.red), channel(color.green), channel(color.blue), color.alpha};
}

bool is_three_dimensional(BorderStyle style) {
    return style == BorderStyle::kInset || style == BorderStyle::kOutset ||
           style == BorderStyle::kGroove || style == BorderStyle::kRidge;
}

// Light comes from the top left: what seems to face away from it is dark.
Color three_dimensional_color(BorderStyle style, int side, Color color) {
    const bool top_left = side == kTop || side == kLeft;
    return (style == BorderStyle::kInset) == top_left ? shaded(color) : color;
}

// The part of the ring that belongs to a side: cut along the lines from the outer to the inner
// corners (§4.4), up to where the cuts of both ends meet.
std::vector<Point> side_wedge(int side, const Rect& outer, const Rect& inner) {
    const std::array<Point, 4> far{Point{outer.x, outer.y}, Point{outer.right(), outer.y},
                                   Point{outer.right(), outer.bottom()},
                                   Point{outer.x, outer.bottom()}};
    const std::array<Point, 4> near{Point{inner.x, inner.y}, Point{inner.right(), inner.y},
                                    Point{inner.right(), inner.bottom()},
                                    Point{inner.x, inner.bottom()}};
    const int next = (side + 1) % 4;
    return {far[side], far[next], near[next], near[side]};
}

// Rounded corners reach further in than the border's width; the cut goes on to the inner curve.
Rect wedge_inner(const RoundedRect& inner) {
    const Px horizontal = std::max({inner.top_left.width, inner.bottom_left.width,
                                    inner.top_right.width, inner.bottom_right.width});
    const Px vertical = std::max({inner.top_left.height, inner.bottom_left.height,
                                  inner.top_right.height, inner.bottom_right.height});
    return inner.rect.inset({vertical, horizontal, vertical, horizontal});
}

Edges scaled(const Edges& edges, double factor) {
    return {edges.top * factor, edges.right * factor, edges.bottom * factor, edges.left * factor};
}

struct RingPart {
    const RoundedRect& outer;
    const Edges& width;
    std::vector<Point> wedge;
};

// The ring between two fractions of the border's width, counted from outside.
FillRing ring_between(const RingPart& part, double from, double to, Color color) {
    return {inset(part.outer, scaled(part.width, from)), inset(part.outer, scaled(part.width, to)),
            color, part.wedge};
}

void paint_broken_ring(const RingPart& part, const Side& side, DisplayList& out) {
    const RoundedRect path = inset(part.outer, scaled(part.width, 0.5));
    const Px length = 2 * (path.rect.width + path.rect.height);
    out.push_back(StrokeRing{path, side.width, side.color,
                             border_dashes(side.style, side.width, length),
                             side.style == BorderStyle::kDotted, part.wedge});
}

// One side, or the whole ring when the wedge is empty.
void paint_ring(const RingPart& part, const Side& side, int index, DisplayList& out) {
    switch (side.style) {
        case BorderStyle::kNone:
        case BorderStyle::kHidden:
            break;
        case BorderStyle::kSolid:
            out.push_back(ring_between(part, 0, 1, side.color));
            break;
        case BorderStyle::kInset:
        case BorderStyle::kOutset:
            out.push_back(
                ring_between(part, 0, 1, three_dimensional_color(side.style, index, side.color)));
            break;
        case BorderStyle::kDouble: {
            // A double border of less than 3 px is too thin for two lines and a gap.
            const double line = side.width < 3 ? 0.5 : std::round(side.width / 3) / side.width;
            out.push_back(ring_between(part, 0, line, side.color));
            out.push_back(ring_between(part, 1 - line, 1, side.color));
            break;
        }
        case BorderStyle::kGroove:
        case BorderStyle::kRidge: {
            const bool groove = side.style == BorderStyle::kGroove;
            const auto outer = groove ? BorderStyle::kInset : BorderStyle::kOutset;
            const auto inner = groove ? BorderStyle::kOutset : BorderStyle::kInset;
            out.push_back(
                ring_between(part, 0, 0.5, three_dimensional_color(outer, index, side.color)));
            out.push_back(
                ring_between(part, 0.5, 1, three_dimensional_color(inner, index, side.color)));
            break;
        }
        case BorderStyle::kDotted:
        case BorderStyle::kDashed:
            paint_broken_ring(part, side, out);
            break;
    }
}

void paint_broken_line(const Side& side, Point from, Point to, DisplayList& out) {
    const bool dotted = side.style == BorderStyle::kDotted;
    const Px length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
    // Round dots stand on the line's ends, so that corners have one dot together.
    out.push_back(StrokeLine{from, to, side.width, side.color,
                             border_dashes(side.style, side.width, length), dotted});
}

// A dotted or dashed side of a box with square corners: a line of its own, from corner to corner.
void paint_broken_side(const Rect& box, const Side& side, int index, DisplayList& out) {
    const Px half = side.width / 2;
    const Px end = side.style == BorderStyle::kDotted ? half : 0;
    switch (index) {
        case kTop:
            paint_broken_line(side, {box.x + end, box.y + half}, {box.right() - end, box.y + half},
                              out);
            break;
        case kRight:
            paint_broken_line(side, {box.right() - half, box.y + end},
                              {box.right() - half, box.bottom() - end}, out);
            break;
        case kBottom:
            paint_broken_line(side, {box.x + end, box.bottom() - half},
                              {box.right() - end, box.bottom() - half}, out);
            break;
        default:
            paint_broken_line(side, {box.x + half, box.y + end}, {box.x + half, box.bottom() - end},
                              out);
            break;
    }
}

bool is_broken(BorderStyle style) {
    return style == BorderStyle::kDotted || style == BorderStyle::kDashed;
}

// Whether the sides that are drawn look the same, so that one ring draws them all.
bool is_uniform(const SideArray& sides) {
    const Side* first = nullptr;
    for (const Side& side : sides) {
        if (side.width == 0) {
            continue;
        }
        if (first != nullptr && (side.style != first->style || !(side.color == first->color))) {
            return false;
        }
        first = &side;
    }
    return first != nullptr && !is_three_dimensional(first->style) &&
           (first->style == BorderStyle::kSolid ||
            (sides[0] == sides[1] && sides[0] == sides[2] && sides[0] == sides[3]));
}

// Then the ring in one colour with the others' sides over it has no seams between equal sides.
bool all_solid_and_opaque(const SideArray& sides) {
    return std::all_of(sides.begin(), sides.end(), [](const Side& side) {
        return side.width == 0 || (side.style == BorderStyle::kSolid && side.color.alpha == 1);
    });
}

const Side& most_common(const SideArray& sides) {
    const auto uses = [&sides](const Side& wanted) {
        return wanted.width == 0 ? 0
                                 : std::count_if(sides.begin(), sides.end(), [&](const Side& side) {
                                       return side.width > 0 && side.color == wanted.color;
                                   });
    };
    return *std::max_element(sides.begin(), sides.end(),
                             [&uses](const Side& a, const Side& b) { return uses(a) < uses(b); });
}

void paint_sides(const RoundedRect& outer, const Edges& width, const SideArray& sides,
                 DisplayList& out) {
    const bool rounded = !outer.is_rectangle();
    if (is_uniform(sides) && (rounded || !is_broken(sides[0].style))) {
        const auto first = std::find_if(sides.begin(), sides.end(),
                                        [](const Side& side) { return side.width > 0; });
        if (first->drawn()) {
            paint_ring({outer, width, {}}, *first, 0, out);
        }
        return;
    }
    const RoundedRect inner = inset(outer, width);
    const Side* base = all_solid_and_opaque(sides) ? &most_common(sides) : nullptr;
    if (base != nullptr) {
        paint_ring({outer, width, {}}, *base, 0, out);
    }
    for (int i = 0; i < 4; ++i) {
        if (!sides[i].drawn() || (base != nullptr && sides[i].color == base->color)) {
            continue;
        }
        if (is_broken(sides[i].style) && !rounded) {
            paint_broken_side(outer.rect, sides[i], i, out);
        } else {
            const Rect near = rounded ? wedge_inner(inner) : inner.rect;
            paint_ring({outer, width, side_wedge(i, outer.rect, near)}, sides[i], i, out);
        }
    }
}

}  // namespace

std::vector<Px> border_dashes(BorderStyle style, Px width, Px length) {
    if (width <= 0 || !is_broken(style)) {
        return {};
    }
    if (style == BorderStyle::kDotted) {
        // Round dots a diameter apart: dashes of no length with round caps.
        const double gaps = std::max(1.0, std::round(length / (2 * width)));
        return {0, length / gaps};
    }
    // Dashes of two widths (three when thin, as browsers have it) with gaps of about one; a dash
    // at both ends.
    const Px dash = width * (width < 3 ? 3 : 2);
    const Px gap = width * (width < 3 ? 2 : 1);
    const double count = std::max(2.0, std::floor((length + gap) / (dash + gap)));
    const Px fitted = (length - count * dash) / (count - 1);
    return fitted > 0 ? std::vector<Px>{dash, fitted} : std::vector<Px>{};
}

void paint_border(const DecoratedBox& box, const style::BoxStyle& style,
                  const css::Sides<Color>& color, DisplayList& out) {
    if (box.border == Edges{}) {
        return;
    }
    paint_sides(box.border_box, box.border, sides_of(box.border, style.border_style, color), out);
}

void paint_outline(const DecoratedBox& box, const style::PaintStyle& paint, DisplayList& out) {
    if (paint.outline_width <= 0 || paint.outline_style == BorderStyle::kNone) {
        return;
    }
    const Px width = paint.outline_width;
    const RoundedRect outer = spread_by(box.border_box, paint.outline_offset + width);
    const Side side{width, paint.outline_style, paint.outline_color};
    paint_sides(outer, {width, width, width, width}, {side, side, side, side}, out);
}

void paint_collapsed_border(const layout::Fragment::CollapsedBorder& border, DisplayList& out) {
    const Side side{border.width, border.style, border.color};
    if (!side.drawn()) {
        return;
    }
    const Px half = border.width / 2;
    const bool horizontal =
        std::abs(border.to.x - border.from.x) >= std::abs(border.to.y - border.from.y);
    if (is_broken(border.style)) {
        paint_broken_line(side, border.from, border.to, out);
        return;
    }
    const Rect line =
        horizontal
            ? Rect{border.from.x, border.from.y - half, border.to.x - border.from.x, border.width}
            : Rect{border.from.x - half, border.from.y, border.width, border.to.y - border.from.y};
    const Rect whole = snapped(line);
    // §17.6.2: inset and outset are drawn as ridge and groove here, one side being shared.
    const Edges across = horizontal ? Edges{border.width, 0, 0, 0} : Edges{0, 0, 0, border.width};
    paint_ring({{whole, {}, {}, {}, {}}, across, {}}, side, horizontal ? kTop : kLeft, out);
}

}  // namespace ghreveal::paint
