#include "pages/overflow/overflow_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "style/properties/text_style.h"
#include "support/rules.h"

namespace ghreveal::pages {

namespace {

// "<table>", as its author finds it.
std::string tag_of(const dom::Node* node) {
    while (node != nullptr && !node->is_element()) {
        node = node->parent;
    }
    return node == nullptr ? "what is in it" : fmt::format("<{}>", node->name);
}

// Growing, shrinking, wrapping, then whatever rounding left over; breaking words, shrinking tables.
constexpr int kAttempts = 8;
constexpr double kSmallestFontScale = 0.6;
// Glyphs do not shrink in exact proportion: positions are rounded to browsers' units.
constexpr double kShrinkMargin = 0.995;
constexpr Px kTolerance = 0.5;

double shrink_factor(Px room, Px content) {
    return content > 0 ? std::max(0.0, room) / content : 1;
}

// By how much the text has to shrink; may be more than is allowed.
double wanted_shrink(const ScrollOverflow& overflow) {
    double scale = 1;
    if (overflow.is_too_wide) {
        scale = std::min(scale, shrink_factor(overflow.room.width, overflow.content.width));
    }
    if (overflow.is_too_high) {
        scale = std::min(scale, shrink_factor(overflow.room.height, overflow.content.height));
    }
    return scale;
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
    if (mode_ == OverflowMode::kClip) {
        for (const ScrollOverflow& overflow : scroll_overflows(section, styles)) {
            warn_of_cut(overflow);
        }
        return false;
    }
    const bool may_try = attempts_ < kAttempts;
    if (may_try && (fit_scroll_boxes(section, styles) || fit_sides(section, styles))) {
        if (!own_styles_) {
            own_styles_ = styles;
        }
        ++attempts_;
        return true;
    }
    report();
    return false;
}

OverflowFit::FittedBox* OverflowFit::find(const dom::Node& element, FittedBox::Kind kind) {
    const auto found = place_in_fitted_.find({&element, kind});
    return found != place_in_fitted_.end() ? &fitted_[found->second] : nullptr;
}

OverflowFit::FittedBox& OverflowFit::add(const dom::Node& element, FittedBox::Kind kind) {
    place_in_fitted_.emplace(std::pair(&element, kind), fitted_.size());
    FittedBox& box = fitted_.emplace_back();
    box.element = &element;
    box.kind = kind;
    return box;
}

void OverflowFit::shrink(FittedBox& box, double by) const {
    const double more = by * kShrinkMargin;
    const double wanted = box.font_scale * std::max(more, kSmallestFontScale);
    box.wraps =
        box.wraps || box.font_scale < 1 || more < kSmallestFontScale || wanted < kSmallestFontScale;
    box.font_scale = std::max(kSmallestFontScale, wanted);
}

// A box that is as wide as its parent, whose width goes by what is in it (a list that shrinks to
// fit), is never wide enough by its own: so it tries to grow first.
void OverflowFit::begin_growth(FittedBox& box, FragmentFinder& fragments) const {
    FragmentInParent place = fragments.find(*box.element);
    Px edges = 0;
    if (place.parent != nullptr && place.parent->source.node != nullptr &&
        place.parent->source.node->name == "pre") {
        edges = place.fragment->border.horizontal() + place.fragment->padding.horizontal();
        place = fragments.find(*place.parent->source.node);
    }
    if (place.parent != nullptr) {
        box.is_growing = true;
        box.widened = place.fragment->source.node;
        box.parent_width = place.parent->content_box().width;
        box.width = box.first.content.width + edges + kTolerance;
    }
}

// True when the box could not grow, and shrinks instead: by the room there was when it tried, which
// its parent does not get narrower by.
bool OverflowFit::judge_growth(FittedBox& box, FragmentFinder& fragments) const {
    box.is_growing = false;
    const FragmentInParent place = fragments.find(*box.widened);
    const FragmentInParent inner = fragments.find(*box.element);
    if (place.parent == nullptr || inner.fragment == nullptr) {
        return false;
    }
    const Rect around = place.parent->content_box();
    const Rect& grown = place.fragment->border_box;
    // Asked for a little more than its text takes, so that a parent made to measure shows.
    const bool gave_way = around.width > box.parent_width + kTolerance / 2;
    const bool is_inside = grown.x >= around.x - kTolerance &&
                           grown.right() <= around.right() + kTolerance && grown.x >= -kTolerance &&
                           grown.right() <= deck_.configuration.width + kTolerance;
    if (gave_way && is_inside) {
        return false;
    }
    ScrollOverflow overflow = box.first;
    box.width.reset();
    if (gave_way) {
        // A box that shrinks to fit takes no less than what is in it, and so may run off the slide.
        const Px beyond =
            std::max(0.0, around.right() - deck_.configuration.width) + std::max(0.0, -around.x);
        const Px room = around.width - beyond;
        const Px edges = grown.width - inner.fragment->content_box().width;
        overflow.room.width = std::max(overflow.room.width, room - edges);
        box.width = room - (grown.width - place.fragment->content_box().width);
    }
    shrink(box, wanted_shrink(overflow));
    return true;
}

bool OverflowFit::fit_scroll_boxes(const layout::Fragment& section,
                                   const style::SlideStyles& styles) {
    bool changed = false;
    FragmentFinder fragments(section);
    std::unordered_set<const dom::Node*> judged;
    for (FittedBox& box : fitted_) {
        if (box.is_growing && judge_growth(box, fragments)) {
            judged.insert(box.element);
            changed = true;
        }
    }
    for (const ScrollOverflow& overflow : scroll_overflows(section, styles)) {
        if (judged.contains(overflow.element)) {
            continue;
        }
        changed = true;
        if (FittedBox* known = find(*overflow.element, FittedBox::Kind::kScrollBox)) {
            shrink(*known, wanted_shrink(overflow));
            continue;
        }
        FittedBox& box = add(*overflow.element, FittedBox::Kind::kScrollBox);
        box.first = overflow;
        if (overflow.is_too_wide && !overflow.is_too_high) {
            begin_growth(box, fragments);
        }
        if (!box.is_growing) {
            shrink(box, wanted_shrink(overflow));
        }
    }
    return changed;
}

// The page's edges: the slide's area and half its margin on either side (layout-facts "The page").
PageSides OverflowFit::page_sides() const {
    const deck::Configuration& configuration = deck_.configuration;
    const Px beside = configuration.width * configuration.margin / 2 + kTolerance;
    return {-beside, configuration.width + beside};
}

// Words are broken where only that helps; tables and code shrink, and break theirs as a last
// resort.
bool OverflowFit::fit_sides(const layout::Fragment& section, const style::SlideStyles& styles) {
    bool changed = false;
    const auto known_or_new = [&](const dom::Node& element, FittedBox::Kind kind) -> FittedBox& {
        FittedBox* known = find(element, kind);
        changed = changed || known == nullptr;
        return known != nullptr ? *known : add(element, kind);
    };
    std::unordered_set<const dom::Node*> shrunk;
    for (const SideOverflow& overflow : side_overflows(section, page_sides(), styles)) {
        if (overflow.shrinkable == nullptr) {
            FittedBox* tried = find(*overflow.block, FittedBox::Kind::kWords);
            changed = changed || (tried != nullptr && tried->helps);
            if (tried != nullptr) {
                tried->helps = false;  // no word is too long: the block itself is
            } else {
                known_or_new(*overflow.block, FittedBox::Kind::kWords);
            }
            continue;
        }
        if (!shrunk.insert(overflow.shrinkable).second) {
            continue;  // another cell of it
        }
        FittedBox& table = known_or_new(*overflow.shrinkable, FittedBox::Kind::kTable);
        if (table.font_scale > kSmallestFontScale) {
            shrink(table, shrink_factor(deck_.configuration.width, overflow.width));
            changed = true;
        } else {
            known_or_new(*overflow.shrinkable, FittedBox::Kind::kBrokenTable);
        }
    }
    return changed;
}

std::string OverflowFit::text_declarations(const FittedBox& box) const {
    using Kind = FittedBox::Kind;
    std::string css;
    if (box.helps && (box.kind == Kind::kWords || box.kind == Kind::kBrokenTable)) {
        css += " overflow-wrap: anywhere;";
    }
    if (box.font_scale < 1) {
        const style::TextStyle& text = own_styles_->of(*box.element).text();
        css += fmt::format(" font-size: {:.3f}px;", text.font.size * box.font_scale);
        // Lengths and numbers scale alike, but an inherited length does not follow the font.
        if (text.line_height.kind == style::LineHeight::Kind::kLength) {
            css += fmt::format(" line-height: {:.3f}px;", text.line_height.value * box.font_scale);
        }
    }
    if (box.wraps && box.kind == Kind::kScrollBox) {
        css += " white-space: pre-wrap; overflow-wrap: anywhere; max-height: none; height: auto;";
    }
    return css;
}

std::vector<style::StyleOverride> OverflowFit::overrides() const {
    std::vector<style::StyleOverride> overrides;
    std::unordered_map<const dom::Node*, std::size_t> place;
    const auto add = [&](const dom::Node* element, const std::string& css) {
        const auto [known, is_new] = place.try_emplace(element, overrides.size());
        if (is_new) {
            overrides.push_back({element, ""});
        }
        overrides[known->second].declarations += css;
    };
    for (const FittedBox& box : fitted_) {
        add(box.element, text_declarations(box));
        if (box.width) {
            add(box.widened, fmt::format(" box-sizing: content-box; width: {:.3f}px; "
                                         "max-width: none;",
                                         *box.width));
        }
    }
    return overrides;
}

paint::SlideFit OverflowFit::page_fit(const layout::Fragment& section,
                                      const style::SlideStyles& styles) const {
    const deck::Configuration& configuration = deck_.configuration;
    const VisibleExtent extent = visible_extent(section, styles);
    const PageSides sides = page_sides();
    const Px foot = configuration.height * (1 + configuration.margin / 2);
    const bool is_too_tall = extent.bottom > foot;
    const bool is_too_wide = extent.left < sides.left || extent.right > sides.right;
    if (!is_too_tall && !is_too_wide) {
        return {};
    }
    const SourcePosition where =
        is_too_tall ? SourcePosition{deck_.file, slide_.first_line} : position(extent.widest);
    const char* how = is_too_tall && is_too_wide ? "large" : is_too_tall ? "tall" : "wide";
    const Px over = std::max(sides.left - extent.left, extent.right - sides.right);
    const std::string hint = !is_too_tall
                                 ? fmt::format("{} runs {:.0f} px off the page: make it narrower",
                                               tag_of(extent.widest), over)
                             : deck_.format == deck::Format::kGhReveal ? "split it with §break"
                                                                       : "split it into two";
    if (mode_ == OverflowMode::kClip) {
        const Px cut = is_too_tall ? extent.bottom - foot : over;
        diagnostics_.warn(is_too_tall ? Rule::kOverflow : Rule::kOverflowSide, where,
                          fmt::format("the slide is too {}: {:.0f} px run off the page", how, cut),
                          hint + ", or leave out --overflow clip to shrink it");
        return {};
    }
    const Px left = is_too_wide ? std::min(0.0, extent.left) : 0;
    const Px right =
        is_too_wide ? std::max(configuration.width, extent.right) : configuration.width;
    paint::SlideFit fit;
    fit.scale = std::min(is_too_tall ? configuration.height / extent.bottom : 1,
                         configuration.width / (right - left));
    fit.shift = configuration.width / 2 - (left + right) / 2 * fit.scale;
    diagnostics_.warn(
        is_too_tall ? Rule::kOverflow : Rule::kOverflowSide, where,
        fmt::format("the slide is too {}: it is shown at {} of its size", how, percent(fit.scale)),
        hint);
    return fit;
}

SourcePosition OverflowFit::position(const dom::Node* node) const {
    return node != nullptr && node->line != 0 ? dom::position_of(*node, deck_.file)
                                              : SourcePosition{deck_.file, slide_.first_line};
}

void OverflowFit::report() const {
    for (const FittedBox& box : fitted_) {
        if (box.helps) {
            report(box);
        }
    }
}

void OverflowFit::report(const FittedBox& box) const {
    constexpr const char* kHint =
        "shorten it, or choose --overflow clip to cut it as a browser does";
    switch (box.kind) {
        case FittedBox::Kind::kScrollBox:
            if (box.font_scale < 1) {
                diagnostics_.warn(
                    Rule::kOverflow, position(box.element),
                    fmt::format("text does not fit its box: it is shown at {} of its size{}",
                                percent(box.font_scale), box.wraps ? " and its lines wrap" : ""),
                    kHint);
            }
            break;
        case FittedBox::Kind::kTable:
            diagnostics_.warn(Rule::kOverflow, position(box.element),
                              fmt::format("the {} is wider than the page: it is shown at {} of its "
                                          "size",
                                          box.element->name == "table" ? "table" : "code",
                                          percent(box.font_scale)),
                              kHint);
            break;
        case FittedBox::Kind::kBrokenTable:
        case FittedBox::Kind::kWords:
            diagnostics_.warn(Rule::kOverflowSide, position(box.element),
                              "a word is too long for the page: it is broken where it fits", kHint);
            break;
    }
}

void OverflowFit::warn_of_cut(const ScrollOverflow& overflow) const {
    const char* where = overflow.is_too_wide && overflow.is_too_high ? "at the right and below"
                        : overflow.is_too_wide                       ? "at the right"
                                                                     : "below";
    diagnostics_.warn(Rule::kOverflow, position(overflow.element),
                      fmt::format("text is cut {}: it does not fit its box", where),
                      "shorten it, or leave out --overflow clip to shrink it");
}

}  // namespace ghreveal::pages
