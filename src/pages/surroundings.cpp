#include "pages/surroundings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "boxes/box.h"
#include "layout/section.h"
#include "pages/shown_nodes.h"
#include "pages/slides_area.h"
#include "paint/boxes/slide_background.h"
#include "support/ascii.h"

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
    const bool shows_backgrounds =
        styles.backgrounds != nullptr && paint::has_background(styles.backgrounds->paint());
    if (deck.number.element != nullptr || shows_backgrounds || is_slides_area_moved(styles, deck)) {
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

// How far the picture behind all slides moves each time that another of `slides` shows (px): as the
// deck says, or so that the last one shows its end. Not finite where reveal.js's script moves
// nothing.
Px parallax_step(const std::optional<Px>& said, Px picture, Px page, std::ptrdiff_t slides) {
    return said ? *said : (picture - page) / static_cast<Px>(slides - 1);
}

// reveal.js's updateParallax() reads the numbers of the size, whatever their units; NaN: none.
Size parallax_size(const std::string& size) {
    std::array<Px, 2> numbers{std::nan(""), std::nan("")};
    const std::vector<std::string_view> words = ascii::words(size);
    for (std::size_t at = 0; at < words.size() && at < numbers.size(); ++at) {
        std::from_chars(words[at].data(), words[at].data() + words[at].size(), numbers[at]);
    }
    return {numbers[0], words.size() == 1 ? numbers[0] : numbers[1]};
}

// A declaration, or nothing.
std::string parallax_position(const deck::Slide& slide, const deck::Deck& deck, Size page) {
    const deck::ParallaxBackground& parallax = deck.configuration.parallax;
    if (parallax.image.empty()) {
        return "";
    }
    const auto in_stacks = std::count_if(deck.slides.begin(), deck.slides.end(),
                                         [](const deck::Slide& one) { return one.index.in_stack; });
    const Size picture = parallax_size(parallax.size);
    const Px x = slide.index.h * parallax_step(parallax.horizontal, picture.width, page.width,
                                               deck.slides.back().index.h + 1);
    const Px y = in_stacks == 0 ? 0
                                : slide.index.v * parallax_step(parallax.vertical, picture.height,
                                                                page.height, in_stacks);
    return std::isfinite(x) && std::isfinite(y)
               ? fmt::format("; background-position: {}px {}px", -x, -y)
               : "";
}

// The slides' elements take no part in the flow: reveal.js's script gives them their places. What
// the canvas has from <body> is painted already.
std::vector<style::StyleOverride> places_of_slides(const deck::Slide& slide,
                                                   const style::SlideStyles& styles,
                                                   const deck::Deck& deck,
                                                   const paint::PageGeometry& geometry) {
    return {{deck.html, "background: none"},
            {deck.body, "background: none"},
            {deck.reveal, "overflow: visible"},  // slides show even where it has no height
            {deck.slides_element,
             slides_area_declarations(styles, deck, geometry) +
                 "position: absolute; display: block; padding: 0; z-index: 1; overflow: visible; "
                 "transform: none"},
            {deck.backgrounds,
             "position: absolute; left: 0; top: 0; right: auto; bottom: auto; width: 100%; "
             "height: 100%; margin: 0; padding: 0; display: block; z-index: 0" +
                 parallax_position(slide, deck, geometry.page)}};
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
    std::vector<style::StyleOverride> overrides =
        places_of_slides(slide, styles, context.deck, geometry);
    Texts texts;
    show_number(slide, context.deck, texts, overrides);
    around.styles =
        context.styles.style_surroundings(slide, overrides, style::Surroundings::kAroundSlides);
    const boxes::Box box =
        boxes::build_boxes(*context.deck.html, around.styles,
                           {layout.images, layout.diagnostics, layout.file, layout.limits, &texts});
    around.fragment = layout::lay_out_section(box, {geometry.page, layout::Centring::kNone},
                                              around.styles, layout);
    return around;
}

}  // namespace ghreveal::pages
