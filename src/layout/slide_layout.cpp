#include "layout/slide_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/layout_cache.h"
#include "layout/overflow_fit.h"
#include "layout/positioned.h"
#include "layout/scrollable_overflow.h"

namespace ghreveal::layout {

namespace {

// Shrinking, then wrapping, then whatever rounding left over.
constexpr int kFitAttempts = 3;

struct SlideContext {
    const deck::Deck& deck;
    const deck::Slide& slide;
    const LayoutOptions& options;
    LayoutContext& layout;

    const deck::Configuration& configuration() const { return deck.configuration; }
    SourcePosition position(const dom::Node& node) const {
        return node.line != 0 ? dom::position_of(node, layout.file)
                              : SourcePosition{layout.file, slide.first_line};
    }
};

void make_absolute(Fragment& fragment) {
    for (Fragment& child : fragment.children) {
        move_to(child, {child.border_box.x + fragment.border_box.x,
                        child.border_box.y + fragment.border_box.y});
        make_absolute(child);
    }
}

// The page in the slide area's coordinates: what fixed boxes go by.
Rect page_around(const deck::Configuration& configuration, const Size& page) {
    return {(configuration.width - page.width) / 2, (configuration.height - page.height) / 2,
            page.width, page.height};
}

// reveal.js centres by the section's scrollHeight, which is in whole px.
Px section_top(const deck::Configuration& configuration, Px scroll_height) {
    const Px free = configuration.height - std::round(scroll_height);
    return configuration.center ? std::max(free / 2, 0.0) : 0;
}

Fragment lay_out_section(const SlideContext& context, const style::SlideStyles& styles) {
    LayoutContext& layout = context.layout;
    const deck::Configuration& configuration = context.configuration();
    const boxes::Box box = boxes::build_boxes(*context.slide.section, styles, layout.images,
                                              layout.diagnostics, layout.file);
    LayoutCache cache;
    layout.cache = &cache;
    layout.styles = &styles;
    ForcedSize forced;
    if (box.style->box().width.is_auto()) {
        forced.width = configuration.width;
    }
    Fragment section =
        lay_out_independent(box, {configuration.width, configuration.height}, forced, layout)
            .fragment;
    const Rect page = page_around(configuration, context.options.page);
    if (cache.has_positioned) {
        // Positioned boxes count in the section's height, and fixed ones need its place.
        Fragment measured = section;
        place_positioned(measured, styles, page, layout);
        move_to(section, {0, section_top(configuration, scroll_height(measured, styles))});
        place_positioned(section, styles, page, layout);
    } else {
        move_to(section, {0, section_top(configuration, scroll_height(section, styles))});
    }
    layout.cache = nullptr;
    layout.styles = nullptr;
    make_absolute(section);
    return section;
}

std::string percent(double share) {
    return fmt::format("{:.0f} %", share * 100);
}

void warn_of_fit(const SlideContext& context, const ScrollOverflow& overflow, double scale,
                 bool wraps) {
    context.layout.diagnostics.warn(
        context.position(*overflow.element),
        fmt::format("text does not fit its box: it is shown at {} of its size{}", percent(scale),
                    wraps ? " and its lines wrap" : ""),
        "shorten it, or choose --overflow clip to cut it as a browser does");
}

void warn_of_cut(const SlideContext& context, const ScrollOverflow& overflow) {
    const char* where = overflow.is_too_wide && overflow.is_too_high ? "at the right and below"
                        : overflow.is_too_wide                       ? "at the right"
                                                                     : "below";
    context.layout.diagnostics.warn(context.position(*overflow.element),
                                    fmt::format("text is cut {}: it does not fit its box", where),
                                    "shorten it, or leave out --overflow clip to shrink it");
}

// What has been done so far to one scroll box.
struct FittedBox {
    ScrollOverflow overflow;
    TextFit fit;
};

FittedBox& fitted_box(std::vector<FittedBox>& fitted, const ScrollOverflow& overflow) {
    const auto found = std::find_if(
        fitted.begin(), fitted.end(),
        [&overflow](const FittedBox& box) { return box.overflow.element == overflow.element; });
    if (found != fitted.end()) {
        found->overflow = overflow;
        return *found;
    }
    return fitted.emplace_back(FittedBox{overflow, {}});
}

// One more attempt: overrides by all boxes fitted so far, sizes relative to the slide's own styles.
std::vector<style::StyleOverride> tightened(std::vector<FittedBox>& fitted,
                                            const std::vector<ScrollOverflow>& overflows,
                                            bool is_last_attempt,
                                            const style::SlideStyles& own_styles) {
    for (const ScrollOverflow& overflow : overflows) {
        FittedBox& box = fitted_box(fitted, overflow);
        const TextFit more = text_fit(overflow, is_last_attempt);
        box.fit.wraps = box.fit.wraps || more.wraps || box.fit.font_scale * more.font_scale < 0.6;
        box.fit.font_scale = std::max(0.6, box.fit.font_scale * more.font_scale);
    }
    std::vector<style::StyleOverride> overrides;
    overrides.reserve(fitted.size());
    for (const FittedBox& box : fitted) {
        overrides.push_back(override_for(box.overflow, box.fit, own_styles));
    }
    return overrides;
}

void fit_scroll_boxes(SlideLayout& result, int step, style::StyleEngine& engine,
                      const style::SlideStyles& styles, const SlideContext& context) {
    std::vector<FittedBox> fitted;
    std::vector<ScrollOverflow> overflows = scroll_overflows(result.section, styles);
    for (int attempt = 1; attempt <= kFitAttempts && !overflows.empty(); ++attempt) {
        result.overrides = tightened(fitted, overflows, attempt > 1, styles);
        const style::SlideStyles changed =
            engine.style_slide(context.slide, step, result.overrides);
        result.section = lay_out_section(context, changed);
        overflows = scroll_overflows(result.section, changed);
    }
    for (const FittedBox& box : fitted) {
        warn_of_fit(context, box.overflow, box.fit.font_scale, box.fit.wraps);
    }
}

void fit_page(SlideLayout& result, const SlideContext& context) {
    const deck::Configuration& configuration = context.configuration();
    const Px page_edge = configuration.height * (1 + configuration.margin / 2);
    const Px bottom = visible_bottom(result.section);
    if (bottom <= page_edge) {
        return;
    }
    const SourcePosition where{context.layout.file, context.slide.first_line};
    if (context.options.overflow == OverflowMode::kFit) {
        result.scale = configuration.height / bottom;
        context.layout.diagnostics.warn(
            where,
            fmt::format("the slide is too tall: it is shown at {} of its size",
                        percent(result.scale)),
            "split it with §break");
    } else {
        context.layout.diagnostics.warn(
            where,
            fmt::format("the slide is too tall: {:.0f} px run off the page", bottom - page_edge),
            "split it with §break, or leave out --overflow clip to shrink it");
    }
}

}  // namespace

SlideLayout lay_out_slide(const deck::Deck& deck, const deck::Slide& slide, int step,
                          style::StyleEngine& engine, const style::SlideStyles& styles,
                          const LayoutOptions& options, LayoutContext& layout) {
    const SlideContext context{deck, slide, options, layout};
    SlideLayout result;
    result.section = lay_out_section(context, styles);
    if (options.overflow == OverflowMode::kFit) {
        fit_scroll_boxes(result, step, engine, styles, context);
    } else {
        for (const ScrollOverflow& overflow : scroll_overflows(result.section, styles)) {
            warn_of_cut(context, overflow);
        }
    }
    fit_page(result, context);
    return result;
}

}  // namespace ghreveal::layout
