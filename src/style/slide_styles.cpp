#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"
#include "style/style_builder.h"
#include "style/style_engine.h"

namespace ghreveal::style {

bool same_layout(const ComputedStyle& a, const ComputedStyle& b) {
    const bool same_box = a.box_group == b.box_group || *a.box_group == *b.box_group;
    return same_box && (a.text_group == b.text_group || *a.text_group == *b.text_group);
}

StylePtr anonymous_style(const ComputedStyle& parent, Display display) {
    auto style = std::make_shared<ComputedStyle>(*initial_style());
    style->text_group = parent.text_group;
    style->ink_group = parent.ink_group;
    if (display != initial_style()->box().display) {
        BoxStyle box;
        box.display = display;
        style->box_group = std::make_shared<BoxStyle>(std::move(box));
    }
    return style;
}

namespace {

bool same_layout_or_both_none(const StylePtr& a, const StylePtr& b) {
    return a == b || (a && b && same_layout(*a, *b));
}

bool same_entry(const ElementStyles& a, const ElementStyles& b) {
    return same_layout_or_both_none(a.element, b.element) &&
           same_layout_or_both_none(a.before, b.before) &&
           same_layout_or_both_none(a.after, b.after) &&
           same_layout_or_both_none(a.marker, b.marker) &&
           same_layout_or_both_none(a.first_letter, b.first_letter) &&
           same_layout_or_both_none(a.first_line, b.first_line);
}

bool same_entries(const std::vector<ElementStyles>& a, const std::vector<ElementStyles>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_entry);
}

}  // namespace

const ElementStyles& SlideStyles::entry(const dom::Node& element) const {
    if (has(element)) {
        return by_node[element.index - first_node];
    }
    std::size_t depth = 0;
    for (const dom::Node* node = element.parent; node != nullptr; node = node->parent) {
        ++depth;
    }
    return around.at(depth);
}

bool SlideStyles::has(const dom::Node& element) const {
    return element.index >= first_node && element.index - first_node < by_node.size() &&
           by_node[element.index - first_node].element != nullptr;
}

const ComputedStyle& SlideStyles::of(const dom::Node& element) const {
    return *entry(element).element;
}

const ComputedStyle& SlideStyles::of(const StyleSource& source) const {
    const ElementStyles& styles = entry(*source.node);
    if (source.pseudo == PseudoElement::kBefore && styles.before) {
        return *styles.before;
    }
    if (source.pseudo == PseudoElement::kAfter && styles.after) {
        return *styles.after;
    }
    if (source.pseudo == PseudoElement::kMarker && styles.marker) {
        return *styles.marker;
    }
    if (source.pseudo == PseudoElement::kFirstLetter && styles.first_letter) {
        return *styles.first_letter;
    }
    if (source.pseudo == PseudoElement::kFirstLine && styles.first_line) {
        return *styles.first_line;
    }
    return *styles.element;
}

bool SlideStyles::same_layout(const SlideStyles& other) const {
    return first_node == other.first_node && same_entries(by_node, other.by_node) &&
           same_entries(around, other.around);
}

}  // namespace ghreveal::style
