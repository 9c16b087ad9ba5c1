#include "pages/overflow_fit.h"

#include <fmt/format.h>

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::pages {

namespace {

// Shrinking, then wrapping, then whatever rounding left over.
constexpr int kAttempts = 3;
constexpr double kSmallestFontScale = 0.6;
// Glyphs do not shrink in exact proportion: positions are rounded to browsers' units.
constexpr double kShrinkMargin = 0.995;
constexpr Px kTolerance = 0.5;

bool is_scroll_box(const layout::Fragment& fragment, const style::SlideStyles& styles) {
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
void extend_to_text(const layout::Fragment& fragment, Point& corner) {
    for (const layout::PlacedRun& placed : fragment.runs) {
        if (has_ink(*placed.run)) {
            corner.x = std::max(corner.x, fragment.border_box.x + placed.x + placed.run->width);
        }
    }
    if (fragment.kind == layout::FragmentKind::kText ||
        fragment.kind == layout::FragmentKind::kLine) {
        corner.y = std::max(corner.y, fragment.border_box.bottom());
    }
    for (const layout::Fragment& child : fragment.children) {
        extend_to_text(child, corner);
    }
}

void find_overflows(const layout::Fragment& fragment, const style::SlideStyles& styles,
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
    for (const layout::Fragment& child : fragment.children) {
        find_overflows(child, styles, found);
    }
}

// Scroll boxes (`overflow: auto` and `scroll`, for code `hidden` too) whose text is cut, in
// document order. `root` is in absolute coordinates.
std::vector<ScrollOverflow> scroll_overflows(const layout::Fragment& root,
                                             const style::SlideStyles& styles) {
    std::vector<ScrollOverflow> found;
    find_overflows(root, styles, found);
    return found;
}

double shrink_factor(Px room, Px content) {
    return content > 0 ? std::max(0.0, room) / content : 1;
}

// By how much more the text has to shrink; may be less than is allowed.
double wanted_shrink(const ScrollOverflow& overflow) {
    double scale = 1;
    if (overflow.is_too_wide) {
        scale = std::min(scale, shrink_factor(overflow.room.width, overflow.content.width));
    }
    if (overflow.is_too_high) {
        scale = std::min(scale, shrink_factor(overflow.room.height, overflow.content.height));
    }
    return scale * kShrinkMargin;
}

// How far down the slide reaches, px from the slide area's top: text, pictures and boxes.
Px visible_bottom(const layout::Fragment& section) {
    Px bottom = 0;
    for (const layout::Fragment& child : section.children) {
        if (child.kind != layout::FragmentKind::kLine && child.border_box.height > 0) {
            bottom = std::max(bottom, child.border_box.bottom());
        }
        if (!child.clips) {
            bottom = std::max(bottom, visible_bottom(child));
        }
    }
    return bottom;
}

std::string percent(double share) {
    return fmt::format("{:.0f} %", share * 100);
}

}  // namespace

OverflowFit::OverflowFit(const deck::Slide& slide, const deck::Deck& deck, OverflowMode mode,
                         Diagnostics& diagnostics)
    : slide_(slide), deck_(deck), mode_(mode), diagnostics_(diagnostics) {}

bool OverflowFit::wants_another_try(const layout::Fragment& section,
                                    const style::SlideStyles& styles) {
    const std::vector<ScrollOverflow> overflows = scroll_overflows(section, styles);
    if (mode_ == OverflowMode::kClip) {
        for (const ScrollOverflow& overflow : overflows) {
            warn_of_cut(overflow);
        }
        return false;
    }
    if (overflows.empty() || attempts_ == kAttempts) {
        warn_of_fit();
        return false;
    }
    ++attempts_;
    if (!own_styles_) {
        own_styles_ = styles;
    }
    tighten(overflows);
    return true;
}

OverflowFit::FittedBox& OverflowFit::fitted_box(const ScrollOverflow& overflow) {
    const auto found = std::find_if(
        fitted_.begin(), fitted_.end(),
        [&overflow](const FittedBox& box) { return box.overflow.element == overflow.element; });
    if (found != fitted_.end()) {
        found->overflow = overflow;
        return *found;
    }
    return fitted_.emplace_back(FittedBox{overflow, {}});
}

void OverflowFit::tighten(const std::vector<ScrollOverflow>& overflows) {
    const bool is_last_resort = attempts_ > 1;  // shrinking alone did not do
    for (const ScrollOverflow& overflow : overflows) {
        FittedBox& box = fitted_box(overflow);
        const double more = wanted_shrink(overflow);
        const double wanted = box.fit.font_scale * std::max(more, kSmallestFontScale);
        box.fit.wraps = box.fit.wraps || is_last_resort || more < kSmallestFontScale ||
                        wanted < kSmallestFontScale;
        box.fit.font_scale = std::max(kSmallestFontScale, wanted);
    }
}

std::vector<style::StyleOverride> OverflowFit::overrides() const {
    std::vector<style::StyleOverride> overrides;
    overrides.reserve(fitted_.size());
    for (const FittedBox& box : fitted_) {
        const style::TextStyle& text = own_styles_->of(*box.overflow.element).text();
        style::StyleOverride& made = overrides.emplace_back();
        made.element = box.overflow.element;
        made.declarations =
            fmt::format("font-size: {:.3f}px;", text.font.size * box.fit.font_scale);
        // Lengths and numbers scale alike, but an inherited length does not follow the font.
        if (text.line_height.kind == style::LineHeight::Kind::kLength) {
            made.declarations +=
                fmt::format(" line-height: {:.3f}px;", text.line_height.value * box.fit.font_scale);
        }
        if (box.fit.wraps) {
            made.declarations +=
                " white-space: pre-wrap; overflow-wrap: anywhere; max-height: none; height: auto;";
        }
    }
    return overrides;
}

double OverflowFit::page_scale(const layout::Fragment& section) const {
    const deck::Configuration& configuration = deck_.configuration;
    const Px page_edge = configuration.height * (1 + configuration.margin / 2);
    const Px bottom = visible_bottom(section);
    if (bottom <= page_edge) {
        return 1;
    }
    const SourcePosition where{deck_.file, slide_.first_line};
    if (mode_ == OverflowMode::kClip) {
        diagnostics_.warn(
            where,
            fmt::format("the slide is too tall: {:.0f} px run off the page", bottom - page_edge),
            "split it with §break, or leave out --overflow clip to shrink it");
        return 1;
    }
    const double scale = configuration.height / bottom;
    diagnostics_.warn(
        where, fmt::format("the slide is too tall: it is shown at {} of its size", percent(scale)),
        "split it with §break");
    return scale;
}

SourcePosition OverflowFit::position(const dom::Node& node) const {
    return node.line != 0 ? dom::position_of(node, deck_.file)
                          : SourcePosition{deck_.file, slide_.first_line};
}

void OverflowFit::warn_of_fit() const {
    for (const FittedBox& box : fitted_) {
        diagnostics_.warn(
            position(*box.overflow.element),
            fmt::format("text does not fit its box: it is shown at {} of its size{}",
                        percent(box.fit.font_scale), box.fit.wraps ? " and its lines wrap" : ""),
            "shorten it, or choose --overflow clip to cut it as a browser does");
    }
}

void OverflowFit::warn_of_cut(const ScrollOverflow& overflow) const {
    const char* where = overflow.is_too_wide && overflow.is_too_high ? "at the right and below"
                        : overflow.is_too_wide                       ? "at the right"
                                                                     : "below";
    diagnostics_.warn(position(*overflow.element),
                      fmt::format("text is cut {}: it does not fit its box", where),
                      "shorten it, or leave out --overflow clip to shrink it");
}

}  // namespace ghreveal::pages
