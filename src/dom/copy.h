#pragma once

#include "dom/document.h"

namespace ghreveal::dom {

// The node without what is in it, in no parent yet; messages about it name the same place.
inline Node& shallow_copy_of(Document& document, const Node& node) {
    Node& copy =
        node.is_text() ? document.create_text(node.text) : document.create_element(node.name);
    copy.attributes = node.attributes;
    copy.is_foreign = node.is_foreign;
    place_at(copy, node);
    return copy;
}

// The node and all that is in it. It may be of another document, which has to outlive the copy.
inline Node& copy_of(Document& document, const Node& node) {
    Node& copy = shallow_copy_of(document, node);
    for (const Node* child = node.first_child; child != nullptr; child = child->next) {
        document.append_child(copy, copy_of(document, *child));
    }
    return copy;
}

}  // namespace ghreveal::dom
