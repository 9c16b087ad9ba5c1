#include "check/rules/text/reading_order.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace ghreveal::check {

namespace {

// Every text is compared with every other: who has more of them wants no such note.
constexpr std::size_t kMostTexts = 300;

// What HTML itself places elsewhere, and formulas, whose markup goes from below upward.
bool is_placed_by_html(const dom::Node& text) {
    constexpr std::array<std::string_view, 5> kElements{"caption", "rp", "rt", "tfoot", "thead"};
    for (const dom::Node* node = text.parent; node != nullptr; node = node->parent) {
        if (std::find(kElements.begin(), kElements.end(), node->name) != kElements.end() ||
            (node->is_element() && node->has_class("katex"))) {
            return true;
        }
    }
    return false;
}

Rect around(const Rect& a, const Rect& b) {
    const Px x = std::min(a.x, b.x);
    const Px y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// The texts with all that is painted of each, in the order of the document.
std::vector<PlacedText> in_document_order(const dom::Node& section,
                                          const std::vector<PlacedText>& painted) {
    std::unordered_map<const dom::Node*, PlacedText> by_node;
    for (const PlacedText& piece : painted) {
        const auto [known, is_new] = by_node.try_emplace(piece.node, piece);
        if (!is_new) {
            known->second.box = around(known->second.box, piece.box);
        }
    }
    std::vector<PlacedText> ordered;
    dom::for_each(section, [&](const dom::Node& node) {
        const auto found = node.is_text() ? by_node.find(&node) : by_node.end();
        if (found != by_node.end() && !is_placed_by_html(node)) {
            ordered.push_back(found->second);
        }
    });
    return ordered;
}

// Beside each other they are columns, which may be read in any order.
bool is_above(const Rect& upper, const Rect& lower) {
    const Px shared = std::min(upper.right(), lower.right()) - std::max(upper.x, lower.x);
    return upper.bottom() < lower.y && shared > std::min(upper.width, lower.width) / 2;
}

}  // namespace

std::optional<OutOfOrder> out_of_order(const dom::Node& section,
                                       const std::vector<PlacedText>& painted) {
    const std::vector<PlacedText> texts = in_document_order(section, painted);
    if (texts.size() > kMostTexts) {
        return std::nullopt;
    }
    for (std::size_t later = 1; later < texts.size(); ++later) {
        for (std::size_t first = 0; first < later; ++first) {
            if (is_above(texts[later].box, texts[first].box)) {
                return OutOfOrder{texts[first], texts[later]};
            }
        }
    }
    return std::nullopt;
}

}  // namespace ghreveal::check
