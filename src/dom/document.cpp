#include "dom/document.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::dom {

const std::string* Node::attribute(std::string_view attribute_name) const {
    for (const Attribute& candidate : attributes) {
        if (candidate.name == attribute_name) {
            return &candidate.value;
        }
    }
    return nullptr;
}

void Node::set_attribute(std::string_view attribute_name, std::string value) {
    for (Attribute& candidate : attributes) {
        if (candidate.name == attribute_name) {
            candidate.value = std::move(value);
            return;
        }
    }
    attributes.push_back({std::string(attribute_name), std::move(value)});
}

bool Node::has_class(std::string_view class_name) const {
    const std::string* classes = attribute("class");
    return classes != nullptr &&
           ascii::any_word(*classes, [&](std::string_view word) { return word == class_name; });
}

void Node::add_class(std::string_view class_names) {
    const std::string* classes = attribute("class");
    std::string all = classes == nullptr ? "" : *classes;
    ascii::any_word(class_names, [&](std::string_view word) {
        if (!ascii::any_word(all, [&](std::string_view present) { return present == word; })) {
            all += (all.empty() ? "" : " ");
            all += word;
        }
        return false;
    });
    if (classes != nullptr || !all.empty()) {
        set_attribute("class", std::move(all));
    }
}

const Node* Node::next_element() const {
    const Node* sibling = next;
    while (sibling != nullptr && !sibling->is_element()) {
        sibling = sibling->next;
    }
    return sibling;
}

const Node* Node::previous_element() const {
    const Node* sibling = previous;
    while (sibling != nullptr && !sibling->is_element()) {
        sibling = sibling->previous;
    }
    return sibling;
}

Node& Document::create_element(std::string_view name) {
    Node& node = nodes_.emplace_back();
    node.index = static_cast<std::uint32_t>(nodes_.size() - 1);
    node.name = name;
    return node;
}

Node& Document::create_text(std::string_view text) {
    Node& node = nodes_.emplace_back();
    node.type = NodeType::kText;
    node.index = static_cast<std::uint32_t>(nodes_.size() - 1);
    node.text = text;
    return node;
}

void Document::remove_children(Node& parent) {
    while (parent.first_child != nullptr) {
        remove(*parent.first_child);
    }
}

void Document::number_in_order(Node& root, const std::function<bool(const Node&)>& is_late) {
    constexpr std::uint32_t kNone = 0xFFFFFFFF;
    for (Node& node : nodes_) {
        node.index = kNone;
    }
    std::uint32_t next = 0;
    std::vector<Node*> late;
    const auto number = [&](const auto& self, Node& node) -> void {
        if (is_late && is_late(node)) {
            late.push_back(&node);
            return;
        }
        node.index = next++;
        for (Node* child = node.first_child; child != nullptr; child = child->next) {
            self(self, *child);
        }
    };
    number(number, root);
    for (Node* node : late) {
        for_each(*node, [&next](Node& one) { one.index = next++; });
    }
    for (Node& node : nodes_) {
        node.index = node.index == kNone ? next++ : node.index;
    }
}

void Document::append_child(Node& parent, Node& child) {
    remove(child);
    child.parent = &parent;
    child.previous = parent.last_child;
    (parent.last_child == nullptr ? parent.first_child : parent.last_child->next) = &child;
    parent.last_child = &child;
}

void Document::insert_before(Node& reference, Node& child) {
    remove(child);
    child.parent = reference.parent;
    child.next = &reference;
    child.previous = reference.previous;
    (reference.previous == nullptr ? reference.parent->first_child : reference.previous->next) =
        &child;
    reference.previous = &child;
}

void Document::remove(Node& node) {
    if (node.parent == nullptr) {
        return;
    }
    (node.previous == nullptr ? node.parent->first_child : node.previous->next) = node.next;
    (node.next == nullptr ? node.parent->last_child : node.next->previous) = node.previous;
    node.parent = nullptr;
    node.previous = nullptr;
    node.next = nullptr;
}

}  // namespace ghreveal::dom
