#include "deck/slide_elements.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace ghreveal::deck {

namespace {

dom::Node& add_element(dom::Document& document, dom::Node& parent, std::string_view name,
                       std::string_view classes) {
    dom::Node& element = document.create_element(name);
    element.add_class(classes);
    document.append_child(parent, element);
    return element;
}

dom::Node& add_part(dom::Document& document, dom::Node& parent, std::string_view classes) {
    dom::Node& span = add_element(document, parent, "span", classes);
    document.append_child(span, document.create_text(""));
    return span;
}

}  // namespace

// The picture behind all slides, in the words of reveal.js's script.
void show_parallax_background(Deck& deck) {
    const ParallaxBackground& parallax = deck.configuration.parallax;
    if (parallax.image.empty()) {
        return;
    }
    std::string style = fmt::format("background-image: url(\"{}\")", parallax.image);
    const auto declare = [&](std::string_view property, const std::string& value) {
        if (!value.empty()) {
            style += fmt::format("; {}: {}", property, value);
        }
    };
    declare("background-size", parallax.size);
    declare("background-repeat", parallax.repeat);
    declare("background-position", parallax.position);
    deck.backgrounds->set_attribute("style", style);
    deck.reveal->add_class("has-parallax-background");
}

void expose_sizes(Deck& deck) {
    const Configuration& configuration = deck.configuration;
    const std::string* own = deck.body->attribute("style");
    std::string style = own == nullptr ? "" : *own + "; ";
    const auto declare = [&](const RevealVersion& since, std::string_view name, double value,
                             std::string_view unit) {
        if (deck.version >= since) {
            fmt::format_to(std::back_inserter(style), "--{}: {}{}; ", name, value, unit);
        }
    };
    const double outside = 1 + configuration.margin;
    declare({4, 1}, "slide-width", configuration.width, "px");
    declare({4, 1}, "slide-height", configuration.height, "px");
    declare({4, 4}, "slide-scale", 1, "");
    declare({5, 0}, "viewport-width", std::floor(configuration.width * outside), "px");
    declare({5, 0}, "viewport-height", std::floor(configuration.height * outside), "px");
    if (!style.empty()) {
        deck.body->set_attribute("style", style);
    }
}

void add_backgrounds(Deck& deck) {
    deck.backgrounds = &add_element(deck.document, *deck.reveal, "div", "backgrounds");
    show_parallax_background(deck);
    for (Slide& slide : deck.slides) {
        const std::string* classes = slide.section->attribute("class");
        slide.background =
            &add_element(deck.document, *deck.backgrounds, "div", "slide-background present");
        slide.background->add_class(classes == nullptr ? "" : *classes);
    }
}

void add_number_element(Deck& deck) {
    constexpr RevealVersion kHasNumbers{2, 6};
    if (deck.configuration.slide_number == SlideNumberFormat::kNone || deck.version < kHasNumbers) {
        return;
    }
    deck.number.element = &add_element(deck.document, *deck.reveal, "div", "slide-number");
    dom::Node* parent = deck.number.element;
    // Version 4 and later make it a link, with blanks between its parts.
    const bool is_link = deck.version.major >= 4;
    if (is_link) {
        parent = &add_element(deck.document, *parent, "a", "");
    }
    const auto add_blank = [&] {
        if (is_link) {
            deck.document.append_child(*parent, deck.document.create_text(" "));
        }
    };
    deck.number.first = &add_part(deck.document, *parent, "slide-number-a");
    add_blank();
    deck.number.delimiter = &add_part(deck.document, *parent, "slide-number-delimiter");
    add_blank();
    deck.number.second = &add_part(deck.document, *parent, "slide-number-b");
}

void number_nodes(Deck& deck) {
    deck.document.number_in_order(*deck.html, [&](const dom::Node& node) {
        return node.parent != nullptr &&
               (node.parent == deck.slides_element || node.parent == deck.backgrounds);
    });
}

}  // namespace ghreveal::deck
