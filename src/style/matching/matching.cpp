#include "style/matching/matching.h"

#include <algorithm>
#include <cstdint>

#include "css/tokenizer.h"
#include "style/matching/element_states.h"
#include "style/matching/step_reach.h"
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

// What a selector is asked with; `scope`: of :has(), null outside.
struct Surroundings {
    const ElementFacts& facts;
    const dom::Node* scope = nullptr;
};

bool matches_in(const Selector&, const dom::Node&, const Surroundings&);

bool any_matches(const css::SelectorList& selectors, const dom::Node& element,
                 const Surroundings& around) {
    return std::any_of(selectors.begin(), selectors.end(), [&](const Selector& selector) {
        // A pseudo-element that a rule is nested in is no element.
        return selector.part == css::SelectedPart::kElement &&
               matches_in(selector, element, around);
    });
}

bool any_below_matches(const Selector& selector, const dom::Node& element,
                       const Surroundings& around) {
    for (const dom::Node* child = element.first_child; child != nullptr && around.facts.look();
         child = child->next) {
        if (child->is_element() &&
            (matches_in(selector, *child, around) || any_below_matches(selector, *child, around))) {
            return true;
        }
    }
    return false;
}

// Whether something that the selector leads to from the element is there (Selectors 4 §4.5).
bool has(const Selector& selector, const dom::Node& element, const ElementFacts& facts) {
    const Surroundings inside{facts, &element};
    const Combinator first = selector.combinators.back();
    if (first == Combinator::kDescendant || first == Combinator::kChild) {
        return any_below_matches(selector, element, inside);
    }
    const bool is_sibling = selector.combinators.size() == 1;
    for (const dom::Node* next = element.next_element(); next != nullptr && facts.look();
         next = next->next_element()) {
        if (matches_in(selector, *next, inside) ||
            (!is_sibling && any_below_matches(selector, *next, inside))) {
            return true;
        }
        if (is_sibling && first == Combinator::kNextSibling) {
            return false;
        }
    }
    return false;
}

// The element's place among those of its siblings that match (§13.3.1); 0: it does not itself.
int place_of_matching(const PseudoClass& pseudo, const dom::Node& element,
                      const Surroundings& around) {
    if (!any_matches(*pseudo.arguments, element, around)) {
        return 0;
    }
    const bool from_end = pseudo.kind == PseudoClass::Kind::kNthLastChild;
    int place = 1;
    const auto step = [from_end](const dom::Node& node) {
        return from_end ? node.next_element() : node.previous_element();
    };
    for (const dom::Node* other = step(element); other != nullptr; other = step(*other)) {
        if (!around.facts.look()) {
            return 0;
        }
        place += any_matches(*pseudo.arguments, *other, around) ? 1 : 0;
    }
    return place;
}

bool nth_child_matches(const PseudoClass& pseudo, const dom::Node& element,
                       const Surroundings& around) {
    if (pseudo.arguments != nullptr) {
        const int place = place_of_matching(pseudo, element, around);
        return place != 0 && nth_matches(pseudo, place);
    }
    const SiblingPlace& place = around.facts.place(element);
    return nth_matches(
        pseudo, pseudo.kind == PseudoClass::Kind::kNthChild ? place.of_all : place.of_all_from_end);
}

bool pseudo_class_matches(const PseudoClass& pseudo, const dom::Node& element,
                          const Surroundings& around) {
    const ElementFacts& facts = around.facts;
    using Kind = PseudoClass::Kind;
    const auto place = [&](const dom::Node& one) { return facts.place(one); };
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
            return place(element).of_type == 1;
        case Kind::kLastOfType:
            return place(element).of_type_from_end == 1;
        case Kind::kOnlyOfType:
            return place(element).of_type == 1 && place(element).of_type_from_end == 1;
        case Kind::kNthChild:
        case Kind::kNthLastChild:
            return nth_child_matches(pseudo, element, around);
        case Kind::kNthOfType:
            return nth_matches(pseudo, place(element).of_type);
        case Kind::kNthLastOfType:
            return nth_matches(pseudo, place(element).of_type_from_end);
        case Kind::kNot:
            return !any_matches(*pseudo.arguments, element, around);
        case Kind::kIs:
            return any_matches(*pseudo.arguments, element, around);
        case Kind::kHas:
            return std::any_of(
                pseudo.arguments->begin(), pseudo.arguments->end(),
                [&](const Selector& selector) { return has(selector, element, facts); });
        case Kind::kScope:
            return around.scope == nullptr ? element.parent == nullptr : around.scope == &element;
        case Kind::kNever:
            return false;
        default:
            return has_state(pseudo, element);
    }
    return false;
}

bool compound_matches(const Compound& compound, const dom::Node& element,
                      const Surroundings& around) {
    const ElementFacts& facts = around.facts;
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
        [&](const PseudoClass& pseudo) { return pseudo_class_matches(pseudo, element, around); });
}

// Why a selector does not match: an element that is tried instead may do, or none of the siblings
// before, or none at all. To know it keeps selectors of many combinators from being tried in all
// ways there are.
enum class Outcome : std::uint8_t { kMatches, kFailsHere, kFailsForSiblings, kFailsForAll };

class Matcher {
public:
    Matcher(const Selector& selector, const Surroundings& around)
        : selector_(selector), around_(around) {}

    // Of the compounds from `index` on to the left, that one being `element`.
    Outcome match(std::size_t index, const dom::Node& element) const {
        if (!compound_matches(selector_.compounds[index], element, around_)) {
            return Outcome::kFailsHere;
        }
        if (index + 1 == selector_.compounds.size()) {
            return Outcome::kMatches;
        }
        switch (selector_.combinators[index]) {
            case Combinator::kDescendant:
                return match_ancestors(index + 1, element);
            case Combinator::kChild:
                return match_parent(index + 1, element);
            case Combinator::kNextSibling: {
                const dom::Node* before = element.previous_element();
                return before == nullptr ? Outcome::kFailsForSiblings : match(index + 1, *before);
            }
            case Combinator::kLaterSibling:
                return match_siblings(index + 1, element);
        }
        return Outcome::kFailsForAll;
    }

private:
    Outcome match_ancestors(std::size_t index, const dom::Node& element) const {
        for (const dom::Node* around = element.parent; around != nullptr; around = around->parent) {
            const Outcome outcome = match(index, *around);
            if (outcome == Outcome::kMatches || outcome == Outcome::kFailsForAll) {
                return outcome;
            }
        }
        return Outcome::kFailsForAll;
    }

    Outcome match_parent(std::size_t index, const dom::Node& element) const {
        if (element.parent == nullptr) {
            return Outcome::kFailsForAll;
        }
        const Outcome outcome = match(index, *element.parent);
        return outcome == Outcome::kFailsHere ? Outcome::kFailsForSiblings : outcome;
    }

    // The first child that matches is looked for once a parent: all behind it are its later
    // siblings.
    Outcome match_siblings(std::size_t index, const dom::Node& element) const {
        const int place = around_.facts.place(element).of_all;
        // Of a scope, what is known holds for that one only.
        FirstMatch in_scope;
        FirstMatch& first =
            around_.scope != nullptr
                ? in_scope
                : around_.facts.first_match({&selector_.compounds[index], element.parent});
        while (first.place == 0 && first.tried + 1 < place) {
            const dom::Node* next =
                first.last == nullptr ? first_element(element.parent) : first.last->next_element();
            first.last = next;
            ++first.tried;
            if (match(index, *next) == Outcome::kMatches) {
                first.place = first.tried;
            }
        }
        return first.place != 0 && first.place < place ? Outcome::kMatches
                                                       : Outcome::kFailsForSiblings;
    }

    static const dom::Node* first_element(const dom::Node* parent) {
        const dom::Node* child = parent->first_child;
        return child->is_element() ? child : child->next_element();
    }

    const Selector& selector_;
    const Surroundings& around_;
};

bool matches_in(const Selector& selector, const dom::Node& element, const Surroundings& around) {
    return Matcher(selector, around).match(0, element) == Outcome::kMatches;
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

void ElementFacts::set_state(const dom::Node& node, std::string_view classes) {
    if (classes == state_) {
        return;
    }
    state_ = classes;
    ++states_;
    facts_[node.index] = {};
    this->classes(node);
    ascii::any_word(classes, [&](std::string_view name) {
        facts_[node.index].classes.push_back(name);
        return false;
    });
    first_matches_.clear();
}

const NameFilter& ElementFacts::names_of_ancestors(const dom::Node& node) const {
    Facts& facts = facts_[node.index];
    if (facts.state != states_) {
        facts.state = states_;
        facts.names_of_ancestors = {};
        if (node.parent != nullptr) {
            facts.names_of_ancestors = names_of(*node.parent, classes(*node.parent));
            facts.names_of_ancestors.add(names_of_ancestors(*node.parent));
        }
    }
    return facts.names_of_ancestors;
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
    return matches_in(selector, element, {facts, nullptr});
}

void SelectorIndex::add(const Selector& selector, std::uint32_t rule) {
    step_reaches_only_inside_ =
        step_reaches_only_inside_ && style::step_reaches_only_inside(selector);
    const IndexedSelector entry{&selector, rule, names_wanted_of_ancestors(selector)};
    const Compound& rightmost = selector.compounds.front();
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
