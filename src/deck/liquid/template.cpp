#include "deck/liquid/template.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

bool is_blank_text(const Node& node) {
    const Text* text = std::get_if<Text>(&node.content);
    return text != nullptr && ascii::is_blank(text->text);
}

bool is_blank(const Node& node) {
    if (is_blank_text(node) || std::holds_alternative<Assign>(node.content) ||
        std::holds_alternative<Capture>(node.content)) {
        return true;
    }
    if (const If* tag = std::get_if<If>(&node.content)) {
        return std::all_of(tag->branches.begin(), tag->branches.end(),
                           [](const Branch& branch) { return is_blank(branch.body); });
    }
    if (const Case* tag = std::get_if<Case>(&node.content)) {
        return std::all_of(tag->branches.begin(), tag->branches.end(),
                           [](const When& branch) { return is_blank(branch.body); });
    }
    const For* tag = std::get_if<For>(&node.content);
    return tag != nullptr && is_blank(tag->body) && is_blank(tag->otherwise);
}

}  // namespace

bool is_blank(const Nodes& nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [](const Node& node) { return is_blank(node); });
}

void drop_blank_texts(Nodes& nodes) {
    std::erase_if(nodes, [](const Node& node) { return is_blank_text(node); });
}

}  // namespace ghreveal::deck::liquid
