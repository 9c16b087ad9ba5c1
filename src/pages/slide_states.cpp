#include "pages/slide_states.h"

#include "boxes/box.h"
#include "layout/section.h"
#include "pages/overflow_fit.h"

namespace ghreveal::pages {

namespace {

style::SlideStyles style_of(const deck::Slide& slide, int step,
                            const std::vector<style::StyleOverride>& overrides,
                            SlideContext& context) {
    const auto scope = context.timings.measure("style");
    return context.styles.style_slide(slide, step, overrides);
}

layout::Fragment lay_out(const deck::Slide& slide, const style::SlideStyles& styles,
                         SlideContext& context) {
    const auto scope = context.timings.measure("layout");
    layout::LayoutContext& layout = context.layout;
    const deck::Configuration& configuration = context.deck.configuration;
    const boxes::Box box = boxes::build_boxes(
        *slide.section, styles, {layout.images, layout.diagnostics, layout.file, layout.limits});
    return layout::lay_out_section(
        box, {{configuration.width, configuration.height}, configuration.center}, styles, layout);
}

paint::DisplayList paint(const deck::Slide& slide, const LaidOutState& state,
                         const paint::PageGeometry& geometry, SlideContext& context) {
    const auto scope = context.timings.measure("paint");
    return paint::paint_slide(slide, state.section, state.styles, geometry, context.paint);
}

}  // namespace

LaidOutState lay_out_state(const deck::Slide& slide, int step, SlideContext& context) {
    LaidOutState state;
    state.styles = style_of(slide, step, {}, context);
    state.section.fragment = lay_out(slide, state.styles, context);
    OverflowFit fit(slide, context.deck, context.overflow, context.layout.diagnostics);
    while (fit.wants_another_try(state.section.fragment, state.styles)) {
        state.overrides = fit.overrides();
        state.styles = style_of(slide, step, state.overrides, context);
        state.section.fragment = lay_out(slide, state.styles, context);
    }
    state.section.fit = fit.page_fit(state.section.fragment, state.styles);
    return state;
}

void paint_states(const deck::Slide& slide, int first_step, const paint::PageGeometry& geometry,
                  SlideContext& context, const VisitState& visit) {
    LaidOutState state = lay_out_state(slide, first_step, context);
    visit(first_step, paint(slide, state, geometry, context));
    for (int step = first_step + 1; step <= slide.steps; ++step) {
        style::SlideStyles styles = style_of(slide, step, state.overrides, context);
        if (styles.same_layout(state.styles)) {
            state.styles = std::move(styles);
        } else {
            state = lay_out_state(slide, step, context);
        }
        visit(step, paint(slide, state, geometry, context));
    }
}

}  // namespace ghreveal::pages
