// The tree every later stage reads: elements and text, as the HTML standard's parser builds them.
// A Document owns its nodes; everything else points at them. Node addresses are stable.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.h"

namespace ghreveal::dom {

enum class NodeType : std::uint8_t { kElement, kText };

struct Attribute {
    std::string name;  // lower case for HTML elements
    std::string value;
};

struct Node {
    NodeType type = NodeType::kElement;
    bool is_foreign = false;  // inside <svg> or <math>: names keep their case
    // Dense, in order of creation or of number_in_order(): lets a stage keep a vector beside the
    // tree.
    std::uint32_t index = 0;
    int line = 0;                       // line in the deck's source, 0 when unknown
    const std::string* file = nullptr;  // the included file it was written in; else the deck's own
    std::string name;                   // element name, lower case; empty for text
    std::string text;                   // character data of a text node
    std::vector<Attribute> attributes;
    Node* parent = nullptr;
    Node* first_child = nullptr;
    Node* last_child = nullptr;
    Node* previous = nullptr;  // siblings
    Node* next = nullptr;

    bool is_element() const { return type == NodeType::kElement; }
    bool is_element(std::string_view tag) const { return is_element() && name == tag; }
    bool is_text() const { return type == NodeType::kText; }
    // The attribute's value, or nullptr when it is not there.
    const std::string* attribute(std::string_view attribute_name) const;
    void set_attribute(std::string_view attribute_name, std::string value);
    bool has_class(std::string_view class_name) const;
    void add_class(std::string_view class_names);
    const Node* next_element() const;
    const Node* previous_element() const;
};

class Document {
public:
    Document() = default;
    Document(Document&&) = default;
    Document& operator=(Document&&) = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Node& create_element(std::string_view name);
    Node& create_text(std::string_view text);
    void append_child(Node& parent, Node& child);
    void insert_before(Node& reference, Node& child);
    // Detaches the node from its parent; the Document still owns it.
    void remove(Node& node);
    void remove_children(Node& parent);
    std::size_t size() const { return nodes_.size(); }
    // Numbers the nodes below `root`, it first, in document order, and all others behind them: what
    // belongs together is together, whenever it was made. Those at and below nodes that `is_late`
    // names come after the tree's others, so that what is around them is together as well.
    void number_in_order(Node& root, const std::function<bool(const Node&)>& is_late = {});
    // The files that a deck includes, numbered from 1. Their names stay where they are: nodes point
    // at them.
    int add_file(std::string included) {
        files_.push_back(std::move(included));
        return static_cast<int>(files_.size());
    }
    const std::deque<std::string>& files() const { return files_; }
    // The file of this number; nullptr for 0, the deck itself.
    const std::string* file(int number) const {
        return number == 0 ? nullptr : &files_.at(static_cast<std::size_t>(number) - 1);
    }

private:
    std::deque<Node> nodes_;
    std::deque<std::string> files_;
};

// Where a node was written, for messages.
inline SourcePosition position_of(const Node& node, const std::string& deck_file) {
    return {node.file == nullptr ? deck_file : *node.file, node.line};
}

// `made` stands where `like` was written, for messages.
inline void place_at(Node& made, const Node& like) {
    made.line = like.line;
    made.file = like.file;
}

// Whether one text is all that is in the element.
inline bool has_only_text(const Node& element) {
    return element.first_child != nullptr && element.first_child == element.last_child &&
           element.first_child->is_text();
}

// Calls visit(node) for `root` and all below it, in document order.
template <typename N, typename Visit>
void for_each(N& root, Visit&& visit) {
    visit(root);
    for (auto* child = root.first_child; child != nullptr;) {
        auto* next = child->next;
        for_each(*child, visit);
        child = next;
    }
}

// The first of `root` and all below it, in document order, of which predicate(node) is true; null
// when there is none.
template <typename N, typename Predicate>
N* find_first(N& root, Predicate&& predicate) {
    if (predicate(root)) {
        return &root;
    }
    for (auto* child = root.first_child; child != nullptr; child = child->next) {
        N& below = *child;
        if (N* found = find_first(below, predicate)) {
            return found;
        }
    }
    return nullptr;
}

// All character data below `node`, joined (DOM textContent).
std::string text_content(const Node& node);
// The node as markup (HTML §13.3); foreign elements come out as well-formed XML, so that an inline
// <svg> can be handed to an SVG renderer.
std::string outer_markup(const Node& node);
// What is in the node as markup without escapes: the text that a script shows which takes a
// browser's `innerHTML` for text.
std::string inner_markup_as_text(const Node& node);
// One line a node, indented by depth: `<p class="x">` or `"text"`.
std::string dump(const Node& root);

}  // namespace ghreveal::dom
