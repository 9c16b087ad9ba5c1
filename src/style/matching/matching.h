// Which rules apply to an element (Selectors 4), by tables of the rightmost compound's id, class
// or type so that few selectors are tried.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "css/selector.h"
#include "dom/document.h"
#include "style/matching/name_filter.h"
#include "style/matching/sibling_places.h"

namespace ghreveal::style {

// The classes a fragment step lays over elements, without touching the document.
enum StepClass : std::uint8_t { kNoStepClass = 0, kVisible = 1, kCurrentFragment = 2 };

// Of some children of an element, the first that the left side of `~` matches.
struct FirstMatch {
    int place = 0;                    // among the elements, from 1; 0: none yet
    int tried = 0;                    // how many were looked at
    const dom::Node* last = nullptr;  // of these
};

// What selectors ask of elements, looked up once.
class ElementFacts {
public:
    // `looks`: how many elements selectors may look at beside the one they are asked about.
    ElementFacts(const dom::Document& document, std::size_t looks)
        : facts_(document.size()),
          steps_(document.size()),
          places_(document.size()),
          looks_left_(looks) {}

    // False when there are none left.
    bool look() const { return looks_left_ > 0 && --looks_left_ > 0; }
    bool ran_out_of_looks() const { return looks_left_ == 0; }

    const std::vector<std::string_view>& classes(const dom::Node&) const;
    bool has_class(const dom::Node&, std::string_view name) const;
    const NameFilter& names_of_ancestors(const dom::Node&) const;
    std::uint8_t step_classes(const dom::Node& node) const { return steps_[node.index]; }
    void set_step_classes(const dom::Node& node, std::uint8_t classes) {
        steps_[node.index] = classes;
        first_matches_.clear();
    }
    // Classes that an element has besides its own while a slide shows; `classes` outlives it.
    void set_state(const dom::Node&, std::string_view classes);
    const SiblingPlace& place(const dom::Node& element) const { return places_.of(element); }

    struct SiblingQuestion {
        const css::Compound* compound;  // where the left side begins
        const dom::Node* parent;
        bool operator==(const SiblingQuestion&) const = default;
    };
    // As far as it is known; it holds until step classes change.
    FirstMatch& first_match(const SiblingQuestion& question) const {
        return first_matches_[question];
    }

private:
    struct QuestionHash {
        std::size_t operator()(const SiblingQuestion& question) const {
            return std::hash<const void*>{}(question.compound) * 1099511628211u ^
                   std::hash<const void*>{}(question.parent);
        }
    };
    struct Facts {
        bool known = false;
        std::vector<std::string_view> classes;
        int state = 0;  // when the names were collected; 0: never
        NameFilter names_of_ancestors;
    };
    mutable std::vector<Facts> facts_;
    std::vector<std::uint8_t> steps_;
    std::string_view state_;  // of the one element that has one
    int states_ = 1;          // how many there were
    mutable SiblingPlaces places_;
    mutable std::size_t looks_left_;
    mutable std::unordered_map<SiblingQuestion, FirstMatch, QuestionHash> first_matches_;
};

bool matches(const css::Selector&, const dom::Node&, const ElementFacts&);

// A selector of some rule; `rule` is the caller's own number for it.
struct IndexedSelector {
    const css::Selector* selector = nullptr;
    std::uint32_t rule = 0;
    NameFilter wanted_of_ancestors;
};

class SelectorIndex {
public:
    void add(const css::Selector&, std::uint32_t rule);
    // Whether the classes of a step matter to their elements and what is in these only.
    bool step_reaches_only_inside() const { return step_reaches_only_inside_; }
    // Calls visit(IndexedSelector) for each selector that applies to the element or a
    // pseudo-element of it.
    template <typename Visit>
    void for_each_match(const dom::Node& element, const ElementFacts& facts, Visit&& visit) const {
        const NameFilter& ancestors = facts.names_of_ancestors(element);
        const auto try_all = [&](const std::vector<IndexedSelector>* candidates) {
            if (candidates == nullptr) {
                return;
            }
            for (const IndexedSelector& candidate : *candidates) {
                if (ancestors.may_have_all_of(candidate.wanted_of_ancestors) &&
                    matches(*candidate.selector, element, facts)) {
                    visit(candidate);
                }
            }
        };
        try_all(find(by_tag_, element.name));
        for (const std::string_view name : facts.classes(element)) {
            try_all(find(by_class_, name));
        }
        const std::uint8_t steps = facts.step_classes(element);
        if ((steps & kVisible) != 0) {
            try_all(find(by_class_, "visible"));
        }
        if ((steps & kCurrentFragment) != 0) {
            try_all(find(by_class_, "current-fragment"));
        }
        if (const std::string* id = element.attribute("id")) {
            try_all(find(by_id_, *id));
        }
        try_all(&universal_);
    }

private:
    using Table = std::unordered_map<std::string_view, std::vector<IndexedSelector>>;
    static const std::vector<IndexedSelector>* find(const Table& table, std::string_view key) {
        const auto found = table.find(key);
        return found == table.end() ? nullptr : &found->second;
    }
    Table by_id_, by_class_, by_tag_;
    std::vector<IndexedSelector> universal_;
    bool step_reaches_only_inside_ = true;
};

}  // namespace ghreveal::style
