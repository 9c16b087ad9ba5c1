#include "pages/slides_area.h"

#include <fmt/format.h>

#include "style/properties/box_style.h"

namespace ghreveal::pages {

namespace {

bool begins_in_the_middle(const deck::Deck& deck) {
    return deck.version.major < 3;
}

css::Sides<css::SizeValue> all_zero() {
    const auto zero = css::SizeValue::of({});
    return {zero, zero, zero, zero};
}

bool is_zero_or_auto(const css::SizeValue& value) {
    return !value.length || *value.length == css::LengthPercentage{};
}

bool is_whole(const css::SizeValue& size) {
    return size.length == css::LengthPercentage{0, 100};
}

bool has_no_edges(const style::BoxStyle& box) {
    return box.border_width == Edges{} && box.padding == css::Sides<css::LengthPercentage>{};
}

// An element from <body> to `.reveal` that covers the page.
bool covers_page(const style::BoxStyle& box) {
    const auto& [top, right, bottom, left] = box.offset;
    const bool is_in_place = box.position == style::Position::kStatic ||
                             (is_zero_or_auto(top) && is_zero_or_auto(left) &&
                              (box.position == style::Position::kRelative ||
                               (is_zero_or_auto(right) && is_zero_or_auto(bottom))));
    return is_in_place && has_no_edges(box) && box.margin == all_zero() &&
           (box.width.is_auto() || is_whole(box.width)) && is_whole(box.height);
}

bool is_where_reveal_puts_it(const style::BoxStyle& area, const deck::Deck& deck) {
    if (area.position != style::Position::kAbsolute || area.border_width != Edges{}) {
        return false;
    }
    if (begins_in_the_middle(deck)) {
        const auto half = css::SizeValue::of({0, 50});
        return area.offset.left == half && area.offset.top == half;
    }
    return area.offset == all_zero() && area.margin == css::Sides<css::SizeValue>{};
}

// An offset of the area of reveal.js 2, less what its sections go back.
std::string moved_back(const css::SizeValue& offset, Px half) {
    const css::LengthPercentage from = offset.length.value_or(css::LengthPercentage{});
    return fmt::format("calc({}px + {}%)", from.px - half, from.percent);
}

}  // namespace

bool is_slides_area_moved(const style::SlideStyles& styles, const deck::Deck& deck) {
    for (const dom::Node* node = deck.slides_element->parent; node != deck.html;
         node = node->parent) {
        if (node == nullptr || !covers_page(styles.of(*node).box())) {
            return node != nullptr;
        }
    }
    return !is_where_reveal_puts_it(styles.of(*deck.slides_element).box(), deck);
}

std::string slides_area_declarations(const style::SlideStyles& styles, const deck::Deck& deck,
                                     const paint::PageGeometry& geometry) {
    const Px width = deck.configuration.width * geometry.scale;
    const Px height = deck.configuration.height * geometry.scale;
    std::string size = fmt::format("width: {}px; height: {}px; ", width, height);
    if (begins_in_the_middle(deck)) {
        const auto& offset = styles.of(*deck.slides_element).box().offset;
        return fmt::format("{}left: {}; top: {}; right: auto; bottom: auto; ", size,
                           moved_back(offset.left, width / 2), moved_back(offset.top, height / 2));
    }
    if (geometry.scale != 1) {
        return fmt::format(
            "{}left: calc(50% - {}px); top: calc(50% - {}px); right: auto; bottom: auto; ", size,
            width / 2, height / 2);
    }
    return size;
}

}  // namespace ghreveal::pages
