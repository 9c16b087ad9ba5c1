#include "css/selector_weight.h"

#include <algorithm>

namespace ghreveal::css {

std::size_t weight_of(const Compound& compound) {
    std::size_t weight = 1;
    for (const PseudoClass& pseudo : compound.pseudo_classes) {
        if (pseudo.arguments == nullptr) {
            continue;
        }
        for (const Selector& argument : *pseudo.arguments) {
            for (const Compound& inner : argument.compounds) {
                weight += weight_of(inner);
            }
        }
    }
    return weight;
}

std::uint32_t largest_specificity(const SelectorList& selectors) {
    std::uint32_t largest = 0;
    for (const Selector& selector : selectors) {
        largest = std::max(largest, selector.specificity);
    }
    return largest;
}

}  // namespace ghreveal::css
