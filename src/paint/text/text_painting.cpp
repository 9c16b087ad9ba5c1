#include "paint/text/text_painting.h"

#include "style/properties/ink_style.h"

namespace ghreveal::paint {

namespace {

bool has_ink(const text::GlyphRun& run) {
    return run.text.find_first_not_of(' ') != std::string::npos;
}

Content content_of(const style::StyleSource& source) {
    switch (source.pseudo) {
        case style::PseudoElement::kBefore:
            return {source.node, ContentPart::kBefore};
        case style::PseudoElement::kAfter:
            return {source.node, ContentPart::kAfter};
        case style::PseudoElement::kMarker:
            return {source.node, ContentPart::kMarker};
        case style::PseudoElement::kFirstLetter:
        case style::PseudoElement::kFirstLine:
        case style::PseudoElement::kNone:
            break;
    }
    // A control's value is its element's.
    return source.text != nullptr ? Content{source.text, ContentPart::kText}
                                  : Content{source.node, ContentPart::kBefore};
}

void paint_shadows(const layout::Fragment& text, const style::InkStyle& ink, Point origin,
                   DisplayList& out) {
    for (auto shadow = ink.text_shadow.rbegin(); shadow != ink.text_shadow.rend(); ++shadow) {
        if (shadow->color.alpha == 0) {
            continue;
        }
        for (const layout::PlacedRun& placed : text.runs) {
            if (has_ink(*placed.run)) {
                out.push_back(GlyphShadow{placed.run,
                                          {origin.x + placed.x + shadow->x, origin.y + shadow->y},
                                          shadow->blur,
                                          shadow->color});
            }
        }
    }
}

// Browsers put the baseline on a whole px, x stays fractional.
Point text_origin(const layout::Fragment& text) {
    return {text.border_box.x, std::round(text.border_box.y + text.baseline)};
}

void add_text_below(const layout::Fragment& fragment, const style::SlideStyles& styles,
                    std::vector<PlacedGlyphs>& glyphs) {
    if (fragment.kind == layout::FragmentKind::kText) {
        const bool is_visible =
            styles.of(fragment.source).ink().visibility == style::Visibility::kVisible;
        const Point origin = text_origin(fragment);
        for (const layout::PlacedRun& placed : fragment.runs) {
            if (is_visible && has_ink(*placed.run)) {
                glyphs.push_back({placed.run, {origin.x + placed.x, origin.y}});
            }
        }
    }
    for (const layout::Fragment& child : fragment.children) {
        add_text_below(child, styles, glyphs);
    }
}

}  // namespace

std::vector<PlacedGlyphs> text_below(const layout::Fragment& fragment,
                                     const style::SlideStyles& styles) {
    std::vector<PlacedGlyphs> glyphs;
    add_text_below(fragment, styles, glyphs);
    return glyphs;
}

void paint_text(const layout::Fragment& text, const style::InkStyle& ink,
                const Decorations& decorations, PaintContext& context, DisplayList& out) {
    const Point origin = text_origin(text);
    const LineExtent extent{origin.x, text.border_box.width, origin.y,
                            ink.skips_ink ? &text.runs : nullptr};
    paint_shadows(text, ink, origin, out);
    // CSS Text Decoration 3 §2.6: underlines and overlines below the text, lines through above it.
    paint_decorations(extent, decorations, style::kUnderline | style::kOverline, context, out);
    if (ink.fill().alpha > 0 || ink.text_stroke_width > 0) {
        const Content content = content_of(text.source);
        const Color stroke = ink.text_stroke_color.value_or(ink.color);
        for (const layout::PlacedRun& placed : text.runs) {
            out.push_back(DrawGlyphs{placed.run,
                                     {origin.x + placed.x, origin.y},
                                     ink.fill(),
                                     content,
                                     ink.text_stroke_width,
                                     stroke});
        }
    }
    paint_decorations(extent, decorations, style::kLineThrough, context, out);
}

}  // namespace ghreveal::paint
