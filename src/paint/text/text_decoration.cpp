#include "paint/text/text_decoration.h"

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "text/ink_spans.h"

namespace ghreveal::paint {

namespace {

using layout::Fragment;
using layout::FragmentKind;

// Like browsers: a tenth of the font size, in whole px; what is asked for is rounded. At least one.
Px thickness_of(const Decoration& decoration) {
    const Px size = decoration.font.size;
    const Px asked =
        decoration.thickness ? std::round(decoration.thickness->resolve(size)) : size / 10;
    return std::max(1.0, std::floor(asked));
}

// An underline's top edge below the baseline; what is asked for is to there as well.
Px gap_of(const Decoration& decoration, Px thickness) {
    const Px size = decoration.font.size;
    if (decoration.underline_offset) {
        return decoration.underline_offset->resolve(size);
    }
    return decoration.thickness ? std::max(1.0, std::ceil(thickness / 2))
                                : std::max(1.0, std::ceil(size / 20));
}

// With `text-underline-position: under`: below the descenders (CSS Text Decoration 4 §2.7).
Px gap_below(const Decoration& decoration, const text::FontMetrics& metrics) {
    constexpr Px kGap = 1;
    const auto& offset = decoration.underline_offset;
    return metrics.descent + (offset ? offset->resolve(decoration.font.size) : kGap);
}

// Evens dashes out over the length so that the line ends with one.
std::vector<Px> even_dashes(Px dash, Px gap, Px length) {
    const double count = std::floor((length + gap) / (dash + gap));
    if (count < 2) {
        return {};
    }
    return {dash, (length - count * dash) / (count - 1)};
}

// How far a line keeps from ink, as browsers have it.
Px gap_beside_ink(Px thickness) {
    constexpr Px kWidest = 13;
    return std::min(thickness, kWidest);
}

// Of an underline or overline, the parts that show beside the letters that cross it (CSS Text
// Decoration 4 §3.5), from left to right.
std::vector<LineExtent> parts_beside_ink(const LineExtent& text, Px top, Px height, Px gap) {
    std::vector<LineExtent> parts;
    Px begin = text.left;
    const Px end = text.left + text.width;
    const auto add_up_to = [&](Px right) {
        if (right > begin) {
            parts.push_back({begin, right - begin, text.baseline});
        }
    };
    const text::InkBand band{text.baseline - top - height, text.baseline - top};
    for (const layout::PlacedRun& placed : *text.runs) {
        for (const text::InkSpan& span : text::ink_spans(*placed.run, band)) {
            add_up_to(std::min(end, text.left + placed.x + span.left - gap));
            begin = std::max(begin, text.left + placed.x + span.right + gap);
        }
    }
    add_up_to(end);
    return parts;
}

// How high a line is from its upper edge on.
Px height_of(style::DecorationStyle style, Px thickness) {
    switch (style) {
        case style::DecorationStyle::kDouble:
            return 2 * thickness + 1;
        case style::DecorationStyle::kWavy:
            return 4 * thickness + 2;
        default:
            return thickness;
    }
}

// One line whose top edge is at `top`.
void paint_line(const LineExtent& extent, Px top, Px thickness, const Decoration& decoration,
                DisplayList& out) {
    top = std::floor(top + 0.5);
    const Px middle = top + thickness / 2;
    const Point from{extent.left, middle};
    const Point to{extent.left + extent.width, middle};
    const auto rule = [&](Px y) {
        const Rect rect{extent.left, y, extent.width, thickness};
        out.push_back(FillRect{{rect, {}, {}, {}, {}}, decoration.color, FillRole::kMark});
    };
    switch (decoration.style) {
        case style::DecorationStyle::kSolid:
            rule(top);
            break;
        case style::DecorationStyle::kDouble:
            rule(top);
            rule(top + thickness + 1);
            break;
        case style::DecorationStyle::kDotted: {
            const Px half = thickness / 2;
            const double gaps =
                std::max(1.0, std::round((extent.width - thickness) / (2 * thickness)));
            out.push_back(StrokeLine{{from.x + half, middle},
                                     {to.x - half, middle},
                                     thickness,
                                     decoration.color,
                                     {0, (extent.width - thickness) / gaps - 1e-3},
                                     true});
            break;
        }
        case style::DecorationStyle::kDashed:
            out.push_back(StrokeLine{from, to, thickness, decoration.color,
                                     even_dashes(2 * thickness, thickness, extent.width), false});
            break;
        case style::DecorationStyle::kWavy:
            out.push_back(StrokeWave{
                {extent.left, top + thickness + 1}, extent.width, thickness, decoration.color});
            break;
    }
}

// The same with gaps where ink of the text crosses it; the ink stands on the text's own baseline.
void paint_line_beside_ink(const LineExtent& extent, Px text_baseline, Px top, Px thickness,
                           const Decoration& decoration, DisplayList& out) {
    if (extent.runs == nullptr) {
        paint_line(extent, top, thickness, decoration, out);
        return;
    }
    LineExtent text = extent;
    text.baseline = text_baseline;
    const Px upper = std::floor(top + 0.5);
    const Px height = height_of(decoration.style, thickness);
    const std::vector<LineExtent> parts =
        parts_beside_ink(text, upper, height, gap_beside_ink(thickness));
    const bool is_whole = parts.size() == 1 && parts[0].width == extent.width;
    for (const LineExtent& part : parts) {
        if (is_whole || decoration.style == style::DecorationStyle::kSolid) {
            paint_line(part, top, thickness, decoration, out);
            continue;
        }
        // Dashes and waves go on behind the letters.
        out.push_back(PushClip{
            {{part.left, upper - thickness, part.width, height + 2 * thickness}, {}, {}, {}, {}}});
        paint_line(extent, top, thickness, decoration, out);
        out.push_back(Pop{});
    }
}

// Positions as browsers have them (measured): an underline's gap is half its thickness, rounded up;
// a line through sits a third of the ascent above the baseline; an overline on top of the ascent.
void paint_decoration(const LineExtent& extent, Px text_baseline, const Decoration& decoration,
                      std::uint8_t lines, text::FontBook& fonts, DisplayList& out) {
    const Px thickness = thickness_of(decoration);
    const text::FontMetrics& metrics = fonts.metrics(decoration.font);
    const Px ascent = metrics.ascent;
    if ((lines & style::kUnderline) != 0) {
        const Px gap = decoration.is_underline_below ? gap_below(decoration, metrics)
                                                     : gap_of(decoration, thickness);
        paint_line_beside_ink(extent, text_baseline, extent.baseline + gap, thickness, decoration,
                              out);
    }
    if ((lines & style::kOverline) != 0) {
        paint_line_beside_ink(extent, text_baseline, extent.baseline - ascent - thickness,
                              thickness, decoration, out);
    }
    if ((lines & style::kLineThrough) != 0) {
        paint_line(extent, extent.baseline - ascent / 3 - thickness / 2, thickness, decoration,
                   out);
    }
}

}  // namespace

Decorations decorations_inside(const Fragment& fragment, const FragmentTraits& traits,
                               const Decorations& outer) {
    Decorations inside = outer;
    const bool holds_lines =
        fragment.kind == FragmentKind::kBlock || fragment.kind == FragmentKind::kTableCell;
    if (holds_lines && traits.own != nullptr) {
        // They are those of the anonymous box around all that is inline in the block (CSS Text
        // Decoration 3 §2), and so in its font.
        for (Decoration& decoration : inside) {
            decoration.font = traits.own->text().font;
        }
    }
    if (fragment.kind == FragmentKind::kLine) {
        for (Decoration& decoration : inside) {
            decoration.baseline = fragment.border_box.y + fragment.baseline;
        }
    }
    if (traits.own == nullptr || traits.own->paint().decoration_lines == style::kNoLine ||
        is_table_wrapper(fragment)) {
        return inside;
    }
    const style::PaintStyle& paint = traits.own->paint();
    Decoration decoration{paint.decoration_lines,
                          paint.decoration_style,
                          paint.decoration_color,
                          traits.own->text().font,
                          std::nullopt,
                          paint.decoration_thickness,
                          traits.own->ink().underline_offset,
                          traits.own->ink().is_underline_below};
    for (const Fragment& child : fragment.children) {
        if (fragment.kind == FragmentKind::kInline && child.kind == FragmentKind::kText) {
            decoration.baseline = child.border_box.y + child.baseline;
            break;
        }
    }
    inside.push_back(std::move(decoration));
    return inside;
}

void paint_decorations(const LineExtent& text, const Decorations& decorations, std::uint8_t lines,
                       PaintContext& context, DisplayList& out) {
    for (const Decoration& decoration : decorations) {
        if ((decoration.lines & lines) == 0 || text.width <= 0) {
            continue;
        }
        LineExtent extent = text;
        extent.baseline = decoration.baseline.value_or(text.baseline);
        paint_decoration(extent, text.baseline, decoration, decoration.lines & lines,
                         context.shaper.fonts(), out);
    }
}

}  // namespace ghreveal::paint
