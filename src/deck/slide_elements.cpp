#include "deck/slide_elements.h"

namespace ghreveal::deck {

namespace {

dom::Node& add_element(dom::Document& document, dom::Node& parent, std::string_view name,
                       std::string_view classes) {
    dom::Node& element = document.create_element(name);
    element.add_class(classes);
    document.append_child(parent, element);
    return element;
}

void add_part(dom::Document& document, dom::Node& parent, std::string_view classes,
              const std::string& text) {
    if (!text.empty()) {
        dom::Node& span = add_element(document, parent, "span", classes);
        document.append_child(span, document.create_text(text));
    }
}

}  // namespace

void add_backgrounds(Deck& deck) {
    deck.backgrounds = &add_element(deck.document, *deck.reveal, "div", "backgrounds");
    for (Slide& slide : deck.slides) {
        const std::string* classes = slide.section->attribute("class");
        slide.background =
            &add_element(deck.document, *deck.backgrounds, "div", "slide-background present");
        slide.background->add_class(classes == nullptr ? "" : *classes);
    }
}

void add_number_elements(Deck& deck) {
    for (Slide& slide : deck.slides) {
        const SlideNumberText number = slide_number_text(deck, slide);
        if (number.empty()) {
            continue;
        }
        slide.number_element = &add_element(deck.document, *deck.reveal, "div", "slide-number");
        dom::Node* parent = slide.number_element;
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
        add_part(deck.document, *parent, "slide-number-a", number.first);
        add_blank();
        add_part(deck.document, *parent, "slide-number-delimiter", number.delimiter);
        add_blank();
        add_part(deck.document, *parent, "slide-number-b", number.second);
    }
}

}  // namespace ghreveal::deck
