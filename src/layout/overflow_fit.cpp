#include "layout/overflow_fit.h"

#include <fmt/format.h>

#include <algorithm>

namespace ghreveal::layout {

namespace {

constexpr double kSmallestFontScale = 0.6;
// Glyphs do not shrink in exact proportion: positions are rounded to browsers' units.
constexpr double kShrinkMargin = 0.995;
constexpr Px kTolerance = 0.5;

bool is_scroll_box(const Fragment& fragment, const style::SlideStyles& styles) {
    if (!fragment.clips || fragment.source.is_anonymous || fragment.source.node == nullptr ||
        fragment.source.pseudo != style::PseudoElement::kNone) {
        return false;
    }
    const style::BoxStyle& style = styles.of(fragment.source).box();
    const auto scrolls = [](style::Overflow overflow) {
        return overflow == style::Overflow::kAuto || overflow == style::Overflow::kScroll;
    };
    const std::string& name = fragment.source.node->name;
    return scrolls(style.overflow_x) || scrolls(style.overflow_y) || name == "pre" ||
           name == "code";
}

bool has_ink(const text::GlyphRun& run) {
    return run.text.find_first_not_of(' ') != std::string::npos;
}

// The lower right corner of all text below a fragment.
void extend_to_text(const Fragment& fragment, Point& corner) {
    for (const PlacedRun& placed : fragment.runs) {
        if (has_ink(*placed.run)) {
            corner.x = std::max(corner.x, fragment.border_box.x + placed.x + placed.run->width);
        }
    }
    if (fragment.kind == FragmentKind::kText || fragment.kind == FragmentKind::kLine) {
        corner.y = std::max(corner.y, fragment.border_box.bottom());
    }
    for (const Fragment& child : fragment.children) {
        extend_to_text(child, corner);
    }
}

void find_overflows(const Fragment& fragment, const style::SlideStyles& styles,
                    std::vector<ScrollOverflow>& found) {
    if (is_scroll_box(fragment, styles)) {
        const Rect content_box = fragment.content_box();
        const Rect padding_box = fragment.padding_box();
        Point corner = content_box.origin();
        extend_to_text(fragment, corner);
        ScrollOverflow overflow;
        overflow.element = fragment.source.node;
        overflow.content = {corner.x - content_box.x, corner.y - content_box.y};
        overflow.room = content_box.size();
        overflow.is_too_wide = corner.x > padding_box.right() + kTolerance;
        overflow.is_too_high = corner.y > padding_box.bottom() + kTolerance;
        if (overflow.is_too_wide || overflow.is_too_high) {
            found.push_back(overflow);
            return;
        }
    }
    for (const Fragment& child : fragment.children) {
        find_overflows(child, styles, found);
    }
}

double shrink_factor(Px room, Px content) {
    return content > 0 ? std::max(0.0, room) / content : 1;
}

}  // namespace

std::vector<ScrollOverflow> scroll_overflows(const Fragment& root,
                                             const style::SlideStyles& styles) {
    std::vector<ScrollOverflow> found;
    find_overflows(root, styles, found);
    return found;
}

TextFit text_fit(const ScrollOverflow& overflow, bool is_last_attempt) {
    double scale = 1;
    if (overflow.is_too_wide) {
        scale = std::min(scale, shrink_factor(overflow.room.width, overflow.content.width));
    }
    if (overflow.is_too_high) {
        scale = std::min(scale, shrink_factor(overflow.room.height, overflow.content.height));
    }
    scale *= kShrinkMargin;
    return {std::max(scale, kSmallestFontScale), is_last_attempt || scale < kSmallestFontScale};
}

style::StyleOverride override_for(const ScrollOverflow& overflow, const TextFit& fit,
                                  const style::SlideStyles& styles) {
    const style::TextStyle& text = styles.of(*overflow.element).text();
    style::StyleOverride made{overflow.element, ""};
    made.declarations = fmt::format("font-size: {:.3f}px;", text.font.size * fit.font_scale);
    // Lengths and numbers scale alike, but an inherited length does not follow the font.
    if (text.line_height.kind == style::LineHeight::Kind::kLength) {
        made.declarations +=
            fmt::format(" line-height: {:.3f}px;", text.line_height.value * fit.font_scale);
    }
    if (fit.wraps) {
        made.declarations +=
            " white-space: pre-wrap; overflow-wrap: anywhere; max-height: none; height: auto;";
    }
    return made;
}

Px visible_bottom(const Fragment& section) {
    Px bottom = 0;
    for (const Fragment& child : section.children) {
        if (child.kind != FragmentKind::kLine && child.border_box.height > 0) {
            bottom = std::max(bottom, child.border_box.bottom());
        }
        if (!child.clips) {
            bottom = std::max(bottom, visible_bottom(child));
        }
    }
    return bottom;
}

}  // namespace ghreveal::layout
