// The walk over a slide's elements, and over those around the slides.
#include <utility>

#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "style/style_builder.h"
#include "style/style_engine_impl.h"

namespace ghreveal::style {

OverrideBlocks StyleEngine::Impl::blocks_of(const std::vector<StyleOverride>& overrides) {
    OverrideBlocks found;
    for (const StyleOverride& one : overrides) {
        found[one.element] = &blocks.of_override(one.declarations);
    }
    return found;
}

void StyleEngine::Impl::show_state_of(const deck::Slide& slide) {
    const dom::Node* viewport = deck.version.major >= 4 ? deck.body : deck.html;
    const std::string* state = slide.section->attribute("data-state");
    if (viewport != nullptr) {
        // No temporary string: the classes are looked at until the next slide.
        facts.set_state(*viewport, state == nullptr ? std::string_view() : *state);
    }
}

void StyleEngine::Impl::style_below(const dom::Node& element, const StylePtr& parent,
                                    const Walk& walk) {
    std::vector<ElementStyles>& by_node = walk.styles.by_node;
    const auto overriding = walk.overrides.find(&element);
    const std::size_t at = element.index - walk.styles.first_node;
    if (at >= by_node.size()) {
        by_node.resize(at + 1);
    }
    by_node[at] = element_styles(element, parent,
                                 overriding == walk.overrides.end() ? nullptr : overriding->second);
    const StylePtr own = by_node[at].element;
    by_node[at].is_closed = walk.is_closed && walk.is_closed(element);
    if (own->box().display == Display::kNone || by_node[at].is_closed) {
        return;
    }
    for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
        if (child->is_element()) {
            style_below(*child, own, walk);
        }
    }
}

void StyleEngine::Impl::style_whole(const deck::Slide& slide, const Walk& walk) {
    SlideStyles& styles = walk.styles;
    styles.counter_styles = sheets.counter_styles;
    styles.first_node = slide.section->index;
    std::vector<const dom::Node*> path;
    for (const dom::Node* node = slide.section->parent; node != nullptr; node = node->parent) {
        path.insert(path.begin(), node);
    }
    StylePtr parent = initial_style();
    for (const dom::Node* node : path) {
        styles.around.push_back(element_styles(*node, parent, nullptr));
        parent = styles.around.back().element;
        if (node->parent == nullptr) {
            root_font_size = parent->text().font.size;
            root_line_height = line_height_unit(parent->text(), &fonts);
        }
        if (slide.background != nullptr && node == slide.background->parent->parent) {
            styles.backgrounds = element_styles(*slide.background->parent, parent, nullptr).element;
            styles.slide_background =
                element_styles(*slide.background, styles.backgrounds, nullptr).element;
        }
    }
    style_below(*slide.section, parent, walk);
}

// Of an element that was styled before, in what is around it.
void StyleEngine::Impl::style_anew(const dom::Node& element, const Walk& walk) {
    SlideStyles& styles = walk.styles;
    if (element.index == styles.first_node) {
        styles.by_node.clear();
        style_below(element, styles.around.empty() ? initial_style() : styles.around.back().element,
                    walk);
        return;
    }
    if (!styles.has(*element.parent)) {
        return;
    }
    dom::for_each(element, [&](const dom::Node& node) {
        const std::size_t at = node.index - styles.first_node;
        if (at < styles.by_node.size()) {
            styles.by_node[at] = {};
        }
    });
    const StylePtr parent = styles.entry(*element.parent).element;
    if (parent->box().display != Display::kNone) {
        style_below(element, parent, walk);
    }
}

SlideStyles StyleEngine::style_slide(const deck::Slide& slide, int step,
                                     const std::vector<StyleOverride>& overrides,
                                     const ContainerSizes& containers) {
    Impl& impl = *impl_;
    StyledWith now{step, impl.blocks_of(overrides)};
    impl.show_state_of(slide);
    for (const deck::Fragment& fragment : slide.fragments) {
        impl.facts.set_step_classes(*fragment.element, step_classes(fragment.step, step));
    }
    SlideStyles& styles = impl.last_styles;
    const Impl::Walk walk{styles, now.overrides, {}};
    const bool is_known =
        std::exchange(impl.last_slide, nullptr) == &slide && impl.container_sizes == containers;
    impl.walked = &styles;
    impl.container_sizes = containers;
    if (is_known && impl.index.step_reaches_only_inside()) {
        for (const dom::Node* element : changed_elements(slide, impl.last_with, now)) {
            impl.style_anew(*element, walk);
        }
    } else {
        styles = {};
        impl.style_whole(slide, walk);
    }
    impl.report_looks();
    for (const deck::Fragment& fragment : slide.fragments) {
        impl.facts.set_step_classes(*fragment.element, kNoStepClass);
    }
    impl.last_slide = &slide;
    impl.last_with = std::move(now);
    return styles;
}

SlideStyles StyleEngine::style_surroundings(const deck::Slide& slide,
                                            const std::vector<StyleOverride>& overrides,
                                            Surroundings how_far) {
    Impl& impl = *impl_;
    const OverrideBlocks override_blocks = impl.blocks_of(overrides);
    impl.show_state_of(slide);
    const dom::Node* stack = how_far == Surroundings::kInStack ? slide.section->parent : nullptr;
    const dom::Node* slides = impl.deck.slides_element;
    const auto is_closed = [&](const dom::Node& element) {
        const bool is_slide =
            element.parent == stack || (element.parent == slides && stack != nullptr);
        return &element == impl.deck.backgrounds || (stack == nullptr && &element == slides) ||
               (is_slide && &element != stack && element.is_element("section"));
    };
    SlideStyles styles;
    impl.walked = &styles;
    impl.style_below(*impl.deck.html, initial_style(), {styles, override_blocks, is_closed});
    return styles;
}

}  // namespace ghreveal::style
