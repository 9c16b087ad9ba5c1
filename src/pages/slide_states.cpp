#include "pages/slide_states.h"

#include <algorithm>

#include "boxes/box.h"
#include "layout/section.h"
#include "pages/code_scroll.h"
#include "pages/overflow_fit.h"
#include "pages/script_sizes.h"
#include "pages/stack_content.h"
#include "pages/surroundings.h"

namespace ghreveal::pages {

namespace {

// Two sets of declarations, one for each element: `later` ones win.
std::vector<style::StyleOverride> merged(std::vector<style::StyleOverride> sizes,
                                         const std::vector<style::StyleOverride>& later) {
    for (const style::StyleOverride& one : later) {
        const auto same = std::find_if(sizes.begin(), sizes.end(), [&](const auto& size) {
            return size.element == one.element;
        });
        if (same == sizes.end()) {
            sizes.push_back(one);
        } else {
            same->declarations += "; " + one.declarations;
        }
    }
    return sizes;
}

style::SlideStyles style_of(const deck::Slide& slide, int step,
                            const std::vector<style::StyleOverride>& overrides,
                            SlideContext& context) {
    const auto scope = context.timings.measure("style");
    if (slide.covered.empty()) {
        return context.styles.style_slide(slide, step, overrides);
    }
    // What cannot be seen is not drawn: else its words are found twice in the page.
    std::vector<style::StyleOverride> all = overrides;
    for (const deck::Fragment& block : slide.covered) {
        if (block.step <= step) {
            all = merged(std::move(all), {{block.element, "visibility: hidden"}});
        }
    }
    return context.styles.style_slide(slide, step, all);
}

layout::Centring centring(const deck::Slide& slide, const deck::Deck& deck) {
    if (!deck.configuration.center && !slide.section->has_class("center")) {
        return layout::Centring::kNone;
    }
    return deck.version < deck::RevealVersion{3, 4} ? layout::Centring::kOffsetHeight
                                                    : layout::Centring::kScrollHeight;
}

layout::Fragment lay_out(const deck::Slide& slide, const style::SlideStyles& styles,
                         SlideContext& context) {
    const auto scope = context.timings.measure("layout");
    layout::LayoutContext& layout = context.layout;
    const deck::Configuration& configuration = context.deck.configuration;
    const boxes::Box box = boxes::build_boxes(
        *slide.section, styles, {layout.images, layout.diagnostics, layout.file, layout.limits});
    return layout::lay_out_section(
        box, {{configuration.width, configuration.height}, centring(slide, context.deck)}, styles,
        layout);
}

paint::DisplayList paint(const paint::SlideContent& content, const paint::PageGeometry& geometry,
                         SlideContext& context) {
    const auto scope = context.timings.measure("paint");
    return paint::paint_slide(content, geometry, context.paint);
}

void style_and_lay_out(const deck::Slide& slide, int step, LaidOutState& state,
                       SlideContext& context) {
    state.styles = style_of(slide, step, state.overrides, context);
    state.section.fragment = lay_out(slide, state.styles, context);
}

}  // namespace

LaidOutState lay_out_state(const deck::Slide& slide, int step, SlideContext& context) {
    LaidOutState state;
    if (has_script_sizes(slide)) {
        state.overrides = measuring_sizes(slide);
        style_and_lay_out(slide, step, state, context);
        state.overrides = script_sizes(slide, state, context);
    }
    const std::vector<style::StyleOverride> sizes = state.overrides;
    style_and_lay_out(slide, step, state, context);
    OverflowFit fit(slide, context.deck, context.overflow, context.layout.diagnostics);
    while (fit.wants_another_try(state.section.fragment, state.styles)) {
        state.overrides = merged(sizes, fit.overrides());
        style_and_lay_out(slide, step, state, context);
    }
    scroll_to_highlighted_lines(state.section.fragment);
    state.section.fit = fit.page_fit(state.section.fragment, state.styles);
    return state;
}

void paint_states(const deck::Slide& slide, int first_step, const paint::PageGeometry& geometry,
                  SlideContext& context, const VisitState& visit) {
    LaidOutState state = lay_out_state(slide, first_step, context);
    const auto around = lay_out_surroundings(slide, state.styles, geometry, context);
    const auto stack = lay_out_stack_content(slide, context);
    const auto painted = [&] {
        return paint({slide, state.section, state.styles, around ? &*around : nullptr,
                      stack ? &*stack : nullptr},
                     geometry, context);
    };
    visit(first_step, painted());
    for (int step = first_step + 1; step <= slide.steps; ++step) {
        style::SlideStyles styles = style_of(slide, step, state.overrides, context);
        if (styles.same_layout(state.styles)) {
            state.styles = std::move(styles);
        } else {
            state = lay_out_state(slide, step, context);
        }
        visit(step, painted());
    }
}

}  // namespace ghreveal::pages
