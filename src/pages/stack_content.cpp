#include "pages/stack_content.h"

#include <algorithm>

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

// `shown`: what the slide itself is there, as CSS text.
paint::LaidOutSurroundings lay_out_stack(const deck::Slide& slide, const char* shown,
                                         SlideContext& context) {
    const dom::Node& stack = *slide.section->parent;
    std::vector<style::StyleOverride> overrides;
    for (const dom::Node* child = stack.first_child; child != nullptr; child = child->next) {
        if (is_slide(*child)) {
            overrides.push_back({child, child == slide.section ? shown : "display: none"});
        }
    }
    layout::LayoutContext& layout = context.layout;
    paint::LaidOutSurroundings content;
    content.styles =
        context.styles.style_surroundings(slide, overrides, style::Surroundings::kInStack);
    const boxes::Box box = boxes::build_boxes(
        stack, content.styles, {layout.images, layout.diagnostics, layout.file, layout.limits});
    const deck::Configuration& configuration = context.deck.configuration;
    layout::SlideArea area{{configuration.width, configuration.height}, layout::Centring::kNone};
    begin_where_slides_do(area, content.styles.of(*context.deck.slides_element).box());
    content.fragment = layout::lay_out_section(box, area, content.styles, layout);
    return content;
}

bool has_content_beside(const deck::Slide& slide) {
    return slide.index.in_stack && has_content(*slide.section->parent);
}

}  // namespace

void begin_where_slides_do(layout::SlideArea& area, const style::BoxStyle& slides) {
    const auto share = [](const css::SizeValue& value, Px whole) {
        return value.length && value.length->has_percentage() ? value.length->resolve(whole) : 0;
    };
    const bool is_centred = area.centring != layout::Centring::kNone;
    area.static_position = {share(slides.offset.left, area.size.width),
                            is_centred ? 0 : share(slides.offset.top, area.size.height)};
    area.containing_block = area.containing_block.translated(area.static_position);
}

std::optional<paint::LaidOutSurroundings> lay_out_stack_content(const deck::Slide& slide,
                                                                SlideContext& context) {
    if (!has_content_beside(slide)) {
        return std::nullopt;
    }
    return lay_out_stack(slide, "display: none", context);
}

std::optional<Px> top_in_stack(const deck::Slide& slide, SlideContext& context) {
    if (!has_content_beside(slide)) {
        return std::nullopt;
    }
    // A box of no height in the flow stands where an absolutely positioned one would.
    constexpr const char* kPlaceholder =
        "position: static; display: block; height: 0; min-height: 0; margin: 0; padding: 0; "
        "border: 0; overflow: hidden";
    const paint::LaidOutSurroundings stack = lay_out_stack(slide, kPlaceholder, context);
    const auto& children = stack.fragment.children;
    const auto place = std::find_if(children.begin(), children.end(), [&](const auto& child) {
        return child.source.node == slide.section;
    });
    return place == children.end() ? std::nullopt : std::optional(place->border_box.y);
}

}  // namespace ghreveal::pages
