#include "style/matching/changed_elements.h"

#include <algorithm>
#include <unordered_set>

#include "style/matching/matching.h"

namespace ghreveal::style {

namespace {

using Elements = std::unordered_set<const dom::Node*>;

bool is_inside_any(const dom::Node& element, const Elements& elements) {
    for (const dom::Node* node = element.parent; node != nullptr; node = node->parent) {
        if (elements.contains(node)) {
            return true;
        }
    }
    return false;
}

void add_missing(const OverrideBlocks& blocks, const OverrideBlocks& others, Elements& elements) {
    for (const auto& [element, block] : blocks) {
        const auto other = others.find(element);
        if (other == others.end() || other->second != block) {
            elements.insert(element);
        }
    }
}

}  // namespace

std::uint8_t step_classes(int of_fragment, int step) {
    return static_cast<std::uint8_t>((of_fragment <= step ? kVisible : kNoStepClass) |
                                     (of_fragment == step ? kCurrentFragment : kNoStepClass));
}

std::vector<const dom::Node*> changed_elements(const deck::Slide& slide, const StyledWith& before,
                                               const StyledWith& now) {
    Elements changed;
    for (const deck::Fragment& fragment : slide.fragments) {
        if (step_classes(fragment.step, before.step) != step_classes(fragment.step, now.step)) {
            changed.insert(fragment.element);
        }
    }
    add_missing(before.overrides, now.overrides, changed);
    add_missing(now.overrides, before.overrides, changed);
    std::vector<const dom::Node*> outermost;
    for (const dom::Node* element : changed) {
        if (!is_inside_any(*element, changed)) {
            outermost.push_back(element);
        }
    }
    return outermost;
}

}  // namespace ghreveal::style
