#include "style/matching.h"

#include <algorithm>
#include <cstdint>

#include "css/tokenizer.h"
#include "support/ascii.h"

namespace ghreveal::style {

using css::AttributeMatch;
using css::AttributeTest;
using css::Combinator;
using css::Compound;
using css::PseudoClass;
using css::Selector;

namespace {

bool attribute_matches(const AttributeTest& test, const dom::Node& element) {
    const std::string* attribute = element.attribute(test.name);
    if (attribute == nullptr) {
        return false;
    }
    const std::string folded = test.ignore_case ? ascii::lower_case(*attribute) : "";
    const std::string wanted_folded = test.ignore_case ? ascii::lower_case(test.value) : "";
    const std::string_view value = test.ignore_case ? folded : *attribute;
    const std::string_view wanted = test.ignore_case ? wanted_folded : test.value;
    switch (test.match) {
        case AttributeMatch::kPresent:
            return true;
        case AttributeMatch::kEquals:
            return value == wanted;
        case AttributeMatch::kWord:
            return ascii::any_word(value, [&](std::string_view word) { return word == wanted; });
        case AttributeMatch::kDash:
            return value.starts_with(wanted) &&
                   (value.size() == wanted.size() || value[wanted.size()] == '-');
        case AttributeMatch::kPrefix:
            return !wanted.empty() && value.starts_with(wanted);
        case AttributeMatch::kSuffix:
            return !wanted.empty() && value.ends_with(wanted);
        case AttributeMatch::kSubstring:
            return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    }
    return false;
}

enum class Siblings { kAll, kSameType };

// The element's place among its siblings, from 1, from the front or the back.
int place(const dom::Node& element, Siblings which, bool from_end) {
    int place = 1;
    for (const dom::Node* other = from_end ? element.next_element() : element.previous_element();
         other != nullptr; other = from_end ? other->next_element() : other->previous_element()) {
        place += which == Siblings::kAll || other->name == element.name ? 1 : 0;
    }
    return place;
}

bool nth_matches(const PseudoClass& pseudo, int place) {
    const std::int64_t distance = std::int64_t{place} - pseudo.offset;
    return pseudo.step == 0 ? distance == 0
                            : distance % pseudo.step == 0 && distance / pseudo.step >= 0;
}

bool is_empty(const dom::Node& element) {
    for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
        if (child->is_element() || !child->text.empty()) {
            return false;
        }
    }
    return true;
}

bool any_matches(const std::vector<Selector>& selectors, const dom::Node& element,
                 const ElementFacts& facts) {
    return std::any_of(selectors.begin(), selectors.end(),
                       [&](const Selector& selector) { return matches(selector, element, facts); });
}

bool pseudo_class_matches(const PseudoClass& pseudo, const dom::Node& element,
                          const ElementFacts& facts) {
    using Kind = PseudoClass::Kind;
    switch (pseudo.kind) {
        case Kind::kRoot:
            return element.parent == nullptr;
        case Kind::kEmpty:
            return is_empty(element);
        case Kind::kLink:
            return element.name == "a" && element.attribute("href") != nullptr;
        case Kind::kFirstChild:
            return element.previous_element() == nullptr;
        case Kind::kLastChild:
            return element.next_element() == nullptr;
        case Kind::kOnlyChild:
            return element.previous_element() == nullptr && element.next_element() == nullptr;
        case Kind::kFirstOfType:
            return place(element, Siblings::kSameType, false) == 1;
        case Kind::kLastOfType:
            return place(element, Siblings::kSameType, true) == 1;
        case Kind::kOnlyOfType:
            return place(element, Siblings::kSameType, false) == 1 &&
                   place(element, Siblings::kSameType, true) == 1;
        case Kind::kNthChild:
            return nth_matches(pseudo, place(element, Siblings::kAll, false));
        case Kind::kNthLastChild:
            return nth_matches(pseudo, place(element, Siblings::kAll, true));
        case Kind::kNthOfType:
            return nth_matches(pseudo, place(element, Siblings::kSameType, false));
        case Kind::kNthLastOfType:
            return nth_matches(pseudo, place(element, Siblings::kSameType, true));
        case Kind::kNot:
            return !any_matches(pseudo.arguments, element, facts);
        case Kind::kIs:
            return any_matches(pseudo.arguments, element, facts);
        case Kind::kNever:
            return false;
    }
    return false;
}

bool compound_matches(const Compound& compound, const dom::Node& element,
                      const ElementFacts& facts) {
    if (!compound.tag.empty() && compound.tag != element.name) {
        return false;
    }
    for (const std::string& name : compound.classes) {
        if (!facts.has_class(element, name)) {
            return false;
        }
    }
    if (!compound.id.empty()) {
        const std::string* id = element.attribute("id");
        if (id == nullptr || *id != compound.id) {
            return false;
        }
    }
    for (const AttributeTest& test : compound.attributes) {
        if (!attribute_matches(test, element)) {
            return false;
        }
    }
    return std::all_of(
        compound.pseudo_classes.begin(), compound.pseudo_classes.end(),
        [&](const PseudoClass& pseudo) { return pseudo_class_matches(pseudo, element, facts); });
}

// Whether what stands left of compound `index` matches, the compound itself being `element`.
bool left_side_matches(const Selector& selector, std::size_t index, const dom::Node& element,
                       const ElementFacts& facts) {
    if (index + 1 == selector.compounds.size()) {
        return true;
    }
    const Combinator combinator = selector.combinators[index];
    const bool upward = combinator == Combinator::kDescendant || combinator == Combinator::kChild;
    const bool once = combinator == Combinator::kChild || combinator == Combinator::kNextSibling;
    for (const dom::Node* other = upward ? element.parent : element.previous_element();
         other != nullptr; other = upward ? other->parent : other->previous_element()) {
        if (compound_matches(selector.compounds[index + 1], *other, facts) &&
            left_side_matches(selector, index + 1, *other, facts)) {
            return true;
        }
        if (once) {
            return false;
        }
    }
    return false;
}

}  // namespace

const std::vector<std::string_view>& ElementFacts::classes(const dom::Node& node) const {
    Facts& facts = facts_[node.index];
    if (!facts.known) {
        facts.known = true;
        if (const std::string* list = node.attribute("class")) {
            facts.classes = ascii::words(*list);
        }
    }
    return facts.classes;
}

bool ElementFacts::has_class(const dom::Node& node, std::string_view name) const {
    const auto& own = classes(node);
    if (std::find(own.begin(), own.end(), name) != own.end()) {
        return true;
    }
    const std::uint8_t steps = steps_[node.index];
    return steps != kNoStepClass &&
           (((steps & kVisible) != 0 && name == "visible") ||
            ((steps & kCurrentFragment) != 0 && name == "current-fragment"));
}

bool matches(const Selector& selector, const dom::Node& element, const ElementFacts& facts) {
    return compound_matches(selector.compounds.front(), element, facts) &&
           left_side_matches(selector, 0, element, facts);
}

void SelectorIndex::add(const IndexedSelector& entry) {
    const Compound& rightmost = entry.selector->compounds.front();
    if (!rightmost.id.empty()) {
        by_id_[rightmost.id].push_back(entry);
    } else if (!rightmost.classes.empty()) {
        by_class_[rightmost.classes.front()].push_back(entry);
    } else if (!rightmost.tag.empty()) {
        by_tag_[rightmost.tag].push_back(entry);
    } else {
        universal_.push_back(entry);
    }
}

}  // namespace ghreveal::style
