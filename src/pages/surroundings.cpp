#include "pages/surroundings.h"

#include <fmt/format.h>

#include <unordered_map>

#include "boxes/box.h"
#include "layout/section.h"
#include "pages/shown_nodes.h"

namespace ghreveal::pages {

namespace {

// An element around the slides that has more in it than them.
bool holds_surroundings(const dom::Node& element, const dom::Node& towards_slides,
                        const deck::Deck& deck) {
    for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
        if (child != &towards_slides && child != deck.backgrounds && shows_something(*child)) {
            return true;
        }
    }
    return false;
}

bool has_surroundings(const style::SlideStyles& styles, const deck::Deck& deck) {
    if (deck.number.element != nullptr) {
        return true;
    }
    const dom::Node* below = deck.slides_element;
    for (const dom::Node* node = below->parent; node != nullptr && node != deck.html;
         below = node, node = node->parent) {
        const style::ElementStyles& entry = styles.entry(*node);
        if (entry.before || entry.after || holds_surroundings(*node, *below, deck)) {
            return true;
        }
    }
    return false;
}

// The slides' elements take no part in the flow: reveal.js's script gives them their places. What
// the canvas has from <body> is painted already.
std::vector<style::StyleOverride> places_of_slides(const deck::Deck& deck,
                                                   const paint::PageGeometry& geometry) {
    const Size area{deck.configuration.width * geometry.scale,
                    deck.configuration.height * geometry.scale};
    constexpr const char* kPlaced =
        "position: absolute; right: auto; bottom: auto; margin: 0; padding: 0; display: block; ";
    return {{deck.body, "background: none"},
            {deck.reveal, "overflow: visible"},  // slides show even where it has no height
            {deck.slides_element,
             fmt::format("{}left: {}px; top: {}px; width: {}px; height: {}px; z-index: 1; "
                         "overflow: visible; transform: none",
                         kPlaced, geometry.offset.x, geometry.offset.y, area.width, area.height)},
            {deck.backgrounds,
             fmt::format("{}left: 0; top: 0; width: 100%; height: 100%; z-index: 0", kPlaced)}};
}

using Texts = std::unordered_map<const dom::Node*, std::string>;

// The slide's number, in the parts of the element for it; those that it lacks are not there.
void show_number(const deck::Slide& slide, const deck::Deck& deck, Texts& texts,
                 std::vector<style::StyleOverride>& overrides) {
    if (deck.number.element == nullptr) {
        return;
    }
    const auto show = [&](const dom::Node& part, const std::string& text) {
        texts[part.first_child] = text;
        if (text.empty()) {
            overrides.push_back({&part, "display: none"});
        }
    };
    const deck::SlideNumberText number = deck::slide_number_text(deck, slide);
    show(*deck.number.first, number.first);
    show(*deck.number.delimiter, number.delimiter);
    show(*deck.number.second, number.second);
}

}  // namespace

std::optional<paint::LaidOutSurroundings> lay_out_surroundings(const deck::Slide& slide,
                                                               const style::SlideStyles& styles,
                                                               const paint::PageGeometry& geometry,
                                                               SlideContext& context) {
    if (context.deck.backgrounds == nullptr || !has_surroundings(styles, context.deck)) {
        return std::nullopt;
    }
    layout::LayoutContext& layout = context.layout;
    paint::LaidOutSurroundings around;
    std::vector<style::StyleOverride> overrides = places_of_slides(context.deck, geometry);
    Texts texts;
    show_number(slide, context.deck, texts, overrides);
    around.styles =
        context.styles.style_surroundings(slide, overrides, style::Surroundings::kAroundSlides);
    const boxes::Box box =
        boxes::build_boxes(*context.deck.body, around.styles,
                           {layout.images, layout.diagnostics, layout.file, layout.limits, &texts});
    around.fragment = layout::lay_out_section(box, {geometry.page, layout::Centring::kNone},
                                              around.styles, layout);
    return around;
}

}  // namespace ghreveal::pages
