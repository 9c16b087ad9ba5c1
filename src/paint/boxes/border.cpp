// Borders and outlines (CSS Backgrounds 3 §4, CSS 2.1 §17.6.2).
#include <array>
#include <numbers>

#include "paint/boxes/box_decorations.h"
#include "paint/rounded_rect.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

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

// Browsers shade 3-D borders by moving a colour's strongest channel by a third of the range, and
// the others in proportion.
Color with_strength(Color color, double strength) {
    const double strongest = std::max({color.red, color.green, color.blue}) / 255.0;
    if (strongest == 0) {
        const auto gray = static_cast<std::uint8_t>(std::lround(255 * strength));
        return {gray, gray, gray, color.alpha};
    }
    const auto channel = [&](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(value * strength / strongest));
    };
    return {channel(color.red), channel(color.green), channel(color.blue), color.alpha};
}

double strength_of(Color color) {
    return std::max({color.red, color.green, color.blue}) / 255.0;
}

Color darker(Color color) {
    return with_strength(color, std::max(0.0, strength_of(color) - 0.33));
}

Color lighter(Color color) {
    return with_strength(color, std::min(1.0, strength_of(color) + 0.33));
}

bool is_broken(BorderStyle style) {
    return style == BorderStyle::kDotted || style == BorderStyle::kDashed;
}

bool is_three_dimensional(BorderStyle style) {
    return style == BorderStyle::kInset || style == BorderStyle::kOutset ||
           style == BorderStyle::kGroove || style == BorderStyle::kRidge;
}

// Light comes from the top left: what seems to face away from it is dark. A colour too dark to be
// shaded is lightened instead, on both sides; one that is nearly white stays (as in Chromium).
Color three_dimensional_color(BorderStyle style, int side, Color color) {
    constexpr double kLeastContrast = 1.75;
    constexpr int kNearlyWhite = 0xEB;
    const bool top_left = side == kTop || side == kLeft;
    const bool in_shadow = (style == BorderStyle::kInset) == top_left;
    const Color dark = darker(color);
    if (contrast_ratio(color, dark) < kLeastContrast) {
        return in_shadow ? lighter(color) : lighter(lighter(color));
    }
    const bool nearly_white = std::min({color.red, color.green, color.blue}) > kNearlyWhite;
    return in_shadow ? dark : (nearly_white ? color : lighter(color));
}

// Where the cut at a corner ends: at the inner corner, or for a rounded one on the chord of its
// curve, on the same line (§4.4 leaves the curve's transition open; browsers go straight on).
Point cut_end(Point outer_corner, Point inner_corner, Size inner_radius) {
    const Point along{inner_corner.x - outer_corner.x, inner_corner.y - outer_corner.y};
    const double reach =
        std::abs(along.x) * inner_radius.height + std::abs(along.y) * inner_radius.width;
    if (reach <= 0) {
        return inner_corner;
    }
    const double share = inner_radius.width * inner_radius.height / reach;
    return {inner_corner.x + along.x * share, inner_corner.y + along.y * share};
}

std::array<Point, 4> corners(const Rect& rect) {
    return {Point{rect.x, rect.y}, Point{rect.right(), rect.y}, Point{rect.right(), rect.bottom()},
            Point{rect.x, rect.bottom()}};
}

// The part of the ring that belongs to a side: cut along the lines from the outer to the inner
// corners (§4.4), up to where the cuts of both ends meet.
std::vector<Point> side_wedge(int side, const Rect& outer, const RoundedRect& inner) {
    const std::array<Point, 4> far = corners(outer);
    const std::array<Point, 4> near = corners(inner.rect);
    const std::array<Size, 4> radius{inner.top_left, inner.top_right, inner.bottom_right,
                                     inner.bottom_left};
    const int next = (side + 1) % 4;
    return {far[side], far[next], cut_end(far[next], near[next], radius[next]),
            cut_end(far[side], near[side], radius[side])};
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

Px length_of(const RoundedRect& path) {
    Px length = 2 * (path.rect.width + path.rect.height);
    for (const Size& radius :
         {path.top_left, path.top_right, path.bottom_right, path.bottom_left}) {
        // A quarter of an ellipse's circumference, near enough, in place of two straight pieces.
        const Px curve =
            std::numbers::pi / 2 *
            std::sqrt((radius.width * radius.width + radius.height * radius.height) / 2);
        length += curve - radius.width - radius.height;
    }
    return length;
}

void paint_broken_ring(const RingPart& part, const Side& side, DisplayList& out) {
    const RoundedRect path = inset(part.outer, scaled(part.width, 0.5));
    out.push_back(StrokeRing{path, side.width, side.color,
                             border_dashes({side.style, side.width, length_of(path), true}),
                             has_round_dots(side.style, side.width), part.wedge});
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
    const Px length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
    const std::vector<Px> dashes = border_dashes({side.style, side.width, length, false});
    const bool round = has_round_dots(side.style, side.width);
    if (round) {
        // The caps of the first and the last dot end where the line does.
        const double share = side.width / 2 / std::max(length, side.width);
        const Point inset_by{(to.x - from.x) * share, (to.y - from.y) * share};
        from = {from.x + inset_by.x, from.y + inset_by.y};
        to = {to.x - inset_by.x, to.y - inset_by.y};
    }
    out.push_back(StrokeLine{from, to, side.width, side.color, dashes, round});
}

// A dotted or dashed side of a box with square corners: a line of its own, from corner to corner.
void paint_broken_side(const Rect& box, const Side& side, int index, DisplayList& out) {
    const Px half = side.width / 2;
    switch (index) {
        case kTop:
            paint_broken_line(side, {box.x, box.y + half}, {box.right(), box.y + half}, out);
            break;
        case kRight:
            paint_broken_line(side, {box.right() - half, box.y}, {box.right() - half, box.bottom()},
                              out);
            break;
        case kBottom:
            paint_broken_line(side, {box.x, box.bottom() - half},
                              {box.right(), box.bottom() - half}, out);
            break;
        default:
            paint_broken_line(side, {box.x + half, box.y}, {box.x + half, box.bottom()}, out);
            break;
    }
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
            paint_ring({outer, width, side_wedge(i, outer.rect, inner)}, sides[i], i, out);
        }
    }
}

}  // namespace

bool has_round_dots(BorderStyle style, Px width) {
    return style == BorderStyle::kDotted && width > 3;
}

std::vector<Px> border_dashes(const DashedStroke& stroke) {
    const Px width = stroke.width;
    if (width <= 0 || !is_broken(stroke.style)) {
        return {};
    }
    const bool dotted = stroke.style == BorderStyle::kDotted;
    const Px dash = width * (dotted ? 1 : (width < 3 ? 3 : 2));
    const Px gap = width * (!dotted && width < 3 ? 2 : 1);
    // Of the two numbers of dashes that come near, the one whose gap is nearer to what is wanted.
    const auto gap_for = [&](double dashes) {
        const double gaps = stroke.closed ? dashes : dashes - 1;
        return gaps < 1 ? 0 : (stroke.length - dashes * dash) / gaps;
    };
    const double fewer =
        std::floor((stroke.closed ? stroke.length : stroke.length + gap) / (dash + gap));
    const Px wide = gap_for(fewer);
    const Px narrow = gap_for(fewer + 1);
    const Px best = narrow <= 0 || std::abs(wide - gap) < std::abs(narrow - gap) ? wide : narrow;
    if (best <= 0) {
        return {};
    }
    // A round dot is a dash of no length with round caps; the last one must not miss the line's end
    // by an error of rounding.
    constexpr Px kRoundingError = 1e-3;
    return has_round_dots(stroke.style, width) ? std::vector<Px>{0, best + dash - kRoundingError}
                                               : std::vector<Px>{dash, best};
}

void paint_border(const DecoratedBox& box, const style::BoxStyle& style,
                  const css::Sides<Color>& color, DisplayList& out) {
    if (box.border == Edges{}) {
        return;
    }
    paint_sides(box.border_box, box.border, sides_of(box.border, style.border_style, color), out);
}

namespace {

// CSS UI 4 §3.4: however far an outline is inside, its outer edge is as long as two lines side by
// side at the least.
RoundedRect outline_edge(const RoundedRect& box, Px offset, Px width) {
    RoundedRect edge = spread_by(box, offset + width);
    const auto keep = [width](Px start, Px length, Px& edge_start, Px& edge_length) {
        if (edge_length < 2 * width) {
            edge_length = 2 * width;
            edge_start = start + (length - edge_length) / 2;
        }
    };
    keep(box.rect.x, box.rect.width, edge.rect.x, edge.rect.width);
    keep(box.rect.y, box.rect.height, edge.rect.y, edge.rect.height);
    return edge;
}

}  // namespace

void paint_outline(const DecoratedBox& box, const style::PaintStyle& paint, DisplayList& out) {
    if (paint.outline_width <= 0 || paint.outline_style == BorderStyle::kNone) {
        return;
    }
    const Px width = paint.outline_width;
    const RoundedRect outer = outline_edge(box.border_box, paint.outline_offset, width);
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
