#include "pages/slide_states.h"

#include <algorithm>
#include <utility>

#include "boxes/box.h"
#include "layout/section.h"
#include "layout/sizing/container_sizes.h"
#include "pages/code_scroll.h"
#include "pages/overflow/overflow_fit.h"
#include "pages/script_sizes.h"
#include "pages/stack_content.h"
#include "pages/surroundings.h"
#include "paint/painted_states.h"
#include "style/properties/box_style.h"

namespace ghreveal::pages {

namespace {

// So many are painted sooner than it is known what they have in common.
constexpr int kFewSteps = 8;

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

// What cannot be seen is not drawn: else its words are found twice in the page.
std::vector<style::StyleOverride> without_covered(std::vector<style::StyleOverride> overrides,
                                                  const deck::Slide& slide, int step) {
    for (const deck::Fragment& block : slide.covered) {
        if (block.step <= step) {
            overrides = merged(std::move(overrides), {{block.element, "visibility: hidden"}});
        }
    }
    return overrides;
}

layout::Centring centring(const deck::Slide& slide, const deck::Deck& deck) {
    if (!deck.configuration.center && !slide.section->has_class("center")) {
        return layout::Centring::kNone;
    }
    return deck.version < deck::RevealVersion{3, 4} ? layout::Centring::kOffsetHeight
                                                    : layout::Centring::kScrollHeight;
}

bool has_top(const style::ComputedStyle& style) {
    return style.box().offset.top.length.has_value();
}

style::SlideStyles style_of(const deck::Slide& slide, int step, const LaidOutState& state,
                            SlideContext& context) {
    const auto scope = context.timings.measure("style");
    std::vector<style::StyleOverride> all = without_covered(state.overrides, slide, step);
    const bool is_centred = centring(slide, context.deck) != layout::Centring::kNone;
    // reveal.js writes its own into the section's `style`, which yields to `!important` only.
    const auto with_own_top = [&] {
        all = merged({{slide.section, "top: auto"}}, all);
        return context.styles.style_slide(slide, step, all, state.containers);
    };
    if (is_centred && context.deck.version.major < 3) {
        return with_own_top();  // its sheet gives all sections one
    }
    style::SlideStyles styles = context.styles.style_slide(slide, step, all, state.containers);
    return is_centred && has_top(styles.of(*slide.section)) ? with_own_top() : std::move(styles);
}

// The slides' area, or of a slide in a stack what the stack's box leaves of it.
layout::SlideArea area_of(const deck::Slide& slide, const style::SlideStyles& styles,
                          SlideContext& context) {
    const deck::Configuration& configuration = context.deck.configuration;
    layout::SlideArea area{{configuration.width, configuration.height},
                           centring(slide, context.deck)};
    const bool is_centred = area.centring != layout::Centring::kNone;
    const std::size_t inside = slide.index.in_stack ? 2 : 1;
    if (styles.around.size() >= inside) {
        const auto& slides = styles.around[styles.around.size() - inside].element;
        begin_where_slides_do(area, slides->box());
    }
    if (!slide.index.in_stack || styles.around.empty()) {
        return area;
    }
    boxes::Box stack;
    stack.style = styles.around.back().element;
    if (stack.style->box().position != style::Position::kAbsolute) {
        return area;
    }
    layout::SlideArea around = area;
    around.centring = layout::Centring::kNone;
    layout::Fragment placed = layout::lay_out_section(stack, around, styles, context.layout);
    if (is_centred) {
        // reveal.js writes `top: 0` into a stack's style where it centres others.
        placed.border_box.y = layout::used_margins(stack, area.size.width).top;
    }
    area.containing_block = placed.padding_box();
    area.static_position = placed.content_box().origin();
    if (!is_centred) {
        area.static_position.y = top_in_stack(slide, context).value_or(area.static_position.y);
    }
    return area;
}

layout::Fragment lay_out(const deck::Slide& slide, const style::SlideStyles& styles,
                         SlideContext& context) {
    const auto scope = context.timings.measure("layout");
    layout::LayoutContext& layout = context.layout;
    const boxes::Box box = boxes::build_boxes(
        *slide.section, styles, {layout.images, layout.diagnostics, layout.file, layout.limits});
    return layout::lay_out_section(box, area_of(slide, styles, context), styles, layout);
}

paint::DisplayList paint(const paint::SlideContent& content, const paint::PageGeometry& geometry,
                         SlideContext& context) {
    const auto scope = context.timings.measure("paint");
    return paint::paint_slide(content, geometry, context.paint);
}

// Of those on the slide, and of `.slides`, which the configuration gives its size.
style::ContainerSizes container_sizes(const deck::Slide& slide, const LaidOutState& state,
                                      SlideContext& context) {
    const deck::Configuration& configuration = context.deck.configuration;
    style::ContainerSizes sizes;
    layout::add_container_sizes(state.section.fragment, state.styles, sizes);
    for (const dom::Node* node = slide.section->parent; node != nullptr; node = node->parent) {
        if (node->has_class("slides")) {
            sizes.emplace(node, Size{configuration.width, configuration.height});
        }
    }
    return sizes;
}

void style_and_lay_out(const deck::Slide& slide, int step, LaidOutState& state,
                       SlideContext& context) {
    // One container in another is one round each; what never settles is left as it is.
    constexpr int kMostRounds = 8;
    for (int round = 0; round < kMostRounds; ++round) {
        state.styles = style_of(slide, step, state, context);
        state.section.fragment = lay_out(slide, state.styles, context);
        if (!context.styles.asks_for_containers()) {
            return;
        }
        auto sizes = container_sizes(slide, state, context);
        if (sizes == state.containers) {
            return;
        }
        state.containers = std::move(sizes);
    }
}

}  // namespace

LaidOutState lay_out_state(const deck::Slide& slide, int step, SlideContext& context) {
    LaidOutState state;
    if (has_script_sizes(slide)) {
        state.overrides = measuring_sizes(slide);
        style_and_lay_out(slide, step, state, context);
        const bool is_measured_again = is_stretched_in_line(slide, state);
        state.overrides = script_sizes(slide, state, context);
        if (is_measured_again) {
            state.overrides = merged(state.overrides, measuring_sizes(slide));
            style_and_lay_out(slide, step, state, context);
            state.overrides = script_sizes(slide, state, context);
        }
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
    paint::PaintedStates states;
    const bool has_many_states = slide.steps - first_step > kFewSteps;
    const auto visit_painted = [&](int step) {
        auto list = std::make_shared<const paint::DisplayList>(
            paint({slide, state.section, state.styles, around ? &*around : nullptr,
                   stack ? &*stack : nullptr, has_many_states ? &states : nullptr},
                  geometry, context));
        states.end_state(list);
        visit(step, std::move(list));
    };
    visit_painted(first_step);
    for (int step = first_step + 1; step <= slide.steps; ++step) {
        style::SlideStyles styles = style_of(slide, step, state, context);
        if (!styles.same_layout(state.styles)) {
            state = lay_out_state(slide, step, context);
            states.forget();
        } else {
            if (has_many_states) {
                states.begin_state(*slide.section, state.styles, styles);
            }
            state.styles = std::move(styles);
        }
        visit_painted(step);
    }
}

}  // namespace ghreveal::pages
