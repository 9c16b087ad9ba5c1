#include "export/pdf/structure/reading.h"

#include <algorithm>

#include "export/pdf/file/pdf_syntax.h"

namespace ghreveal::exporter {

void Reading::add(const dom::Node& root, StructureTree::Element parent, const ContentUses& uses) {
    add(add_structure(root, parent, uses, levels_, tree_), uses);
}

void Reading::add_other_links(StructureTree::Element parent, const ContentUses& uses) {
    std::vector<const dom::Node*> nodes;
    for (const dom::Node* node : uses.linked) {
        if (node != nullptr && !links_.contains(node)) {
            nodes.push_back(node);
        }
    }
    std::sort(nodes.begin(), nodes.end(),
              [](const dom::Node* a, const dom::Node* b) { return a->index < b->index; });
    for (const dom::Node* node : nodes) {
        if (!links_.contains(node)) {  // nor is it in the one before
            add(add_node_structure(*node, parent, uses, levels_, tree_), uses);
        }
    }
}

void Reading::add(const SlideStructure& structure, const ContentUses& uses) {
    for (const auto& [content, slot] : structure.slots) {
        const auto use = uses.of.find(content);
        if (use != uses.of.end()) {
            add_place(content, slot, use->second);
        }
    }
    links_.insert(structure.links.begin(), structure.links.end());
    formulas_.insert(formulas_.end(), structure.formulas.begin(), structure.formulas.end());
}

void Reading::add_place(const paint::Content& content, int slot, const ContentUse& use) {
    const std::size_t page = page_of(use);
    places_[content] = {slot, page};
    std::size_t& last = last_page_of_slot_[slot];
    last = std::max(last, page);
}

void Reading::add_line(const paint::Content& content, StructureTree::Element element,
                       const ContentUses& uses) {
    const auto use = uses.of.find(content);
    if (use != uses.of.end()) {
        add_place(content, tree_.add_slot(element), use->second);
    }
}

int Reading::slot_of(const paint::Content& content, std::size_t page) const {
    const auto found = places_.find(content);
    return found != places_.end() && found->second.page == page ? found->second.slot : -1;
}

// What is drawn together can only be marked together. Where it is of several elements, each is
// heard by its text, and the first of them has the mark.
int Reading::slot_of_group(const std::vector<draw::GroupedContent>& group, std::size_t page) {
    std::vector<std::pair<int, std::string>> texts;
    for (const draw::GroupedContent& part : group) {
        const int slot = slot_of(part.content, page);
        if (slot < 0) {
            continue;
        }
        if (texts.empty() || texts.back().first != slot) {
            texts.emplace_back(slot, "");
        }
        texts.back().second += part.text;
    }
    if (texts.size() < 2) {
        return texts.empty() ? -1 : texts.front().first;
    }
    int first = -1;
    for (const auto& [slot, text] : texts) {
        const StructureTree::Element span = tree_.add_behind(slot, "Span");
        tree_.add_entry(span, "/ActualText" + text_string(text));
        tree_.keep(span);
        first = first < 0 ? tree_.add_slot(span) : first;
    }
    return first;
}

std::vector<ContentPiece> Reading::pieces_of(const std::vector<draw::DrawnContent>& drawn,
                                             std::size_t page) {
    std::vector<ContentPiece> pieces;
    pieces.reserve(drawn.size());
    for (const draw::DrawnContent& one : drawn) {
        const int slot = one.kind == draw::DrawnKind::kGroup ? slot_of_group(one.grouped, page)
                                                             : slot_of(one.content, page);
        pieces.push_back({one.kind, of_surface(one.origin), one.glyphs, of_surface(one.area), slot,
                          slot < 0 ? "" : tree_.type(tree_.element_of(slot))});
    }
    return pieces;
}

StructureTree::Element Reading::link_of(const dom::Node* node, const std::string& description) {
    const auto found = links_.find(node);
    if (found != links_.end()) {
        return found->second;
    }
    const StructureTree::Element link = tree_.add(StructureTree::kDocument, "Link");
    tree_.add_entry(link, "/Alt" + text_string(description));
    return links_.emplace(node, link).first->second;
}

bool Reading::has_content(StructureTree::Element element, std::size_t page) const {
    const std::vector<int> slots = tree_.slots_in(element);
    return std::any_of(slots.begin(), slots.end(), [&](int slot) {
        const auto last = last_page_of_slot_.find(slot);
        return tree_.has_marks(slot) || (last != last_page_of_slot_.end() && last->second > page);
    });
}

}  // namespace ghreveal::exporter
