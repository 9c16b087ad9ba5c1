#include "pages/stack_content.h"

#include "boxes/box.h"
#include "layout/section.h"
#include "pages/shown_nodes.h"

namespace ghreveal::pages {

namespace {

bool is_slide(const dom::Node& node) {
    return node.is_element("section");
}

bool has_content(const dom::Node& stack) {
    for (const dom::Node* child = stack.first_child; child != nullptr; child = child->next) {
        const bool is_notes = child->is_element("aside") && child->has_class("notes");
        if (!is_slide(*child) && !is_notes && shows_something(*child)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<paint::LaidOutSurroundings> lay_out_stack_content(const deck::Slide& slide,
                                                                SlideContext& context) {
    const dom::Node& stack = *slide.section->parent;
    if (!slide.index.in_stack || !has_content(stack)) {
        return std::nullopt;
    }
    std::vector<style::StyleOverride> overrides;
    for (const dom::Node* child = stack.first_child; child != nullptr; child = child->next) {
        if (is_slide(*child)) {
            overrides.push_back({child, "display: none"});
        }
    }
    layout::LayoutContext& layout = context.layout;
    paint::LaidOutSurroundings content;
    content.styles =
        context.styles.style_surroundings(slide, overrides, style::Surroundings::kInStack);
    const boxes::Box box = boxes::build_boxes(
        stack, content.styles, {layout.images, layout.diagnostics, layout.file, layout.limits});
    const deck::Configuration& configuration = context.deck.configuration;
    content.fragment = layout::lay_out_section(
        box, {{configuration.width, configuration.height}, layout::Centring::kNone}, content.styles,
        layout);
    return content;
}

}  // namespace ghreveal::pages
