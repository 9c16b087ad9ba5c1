#include "deck/page/generators.h"

#include <vector>

namespace ghreveal::deck {

void move_quarto_elements(Deck& deck) {
    std::vector<dom::Node*> holders;
    std::vector<dom::Node*> moved;
    dom::for_each(*deck.body, [&](dom::Node& node) {
        if (!node.is_element("div") || !node.has_class("quarto-auto-generated-content")) {
            return;
        }
        holders.push_back(&node);
        dom::for_each(node, [&](dom::Node& inner) {
            if (inner.is_element() &&
                (inner.has_class("footer-default") || inner.has_class("slide-logo"))) {
                moved.push_back(&inner);
            }
        });
    });
    for (dom::Node* node : moved) {
        deck.document.remove(*node);
        deck.document.append_child(*deck.reveal, *node);
    }
    for (dom::Node* holder : holders) {
        deck.document.remove(*holder);
    }
}

}  // namespace ghreveal::deck
