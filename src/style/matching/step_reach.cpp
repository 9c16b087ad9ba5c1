#include "style/matching/step_reach.h"

#include <algorithm>
#include <iterator>

namespace ghreveal::style {

namespace {

using css::Combinator;
using css::Compound;
using css::PseudoClass;
using css::Selector;

bool asks_for_step(const Compound&);

bool asks_for_step(const Selector& selector) {
    return std::any_of(selector.compounds.begin(), selector.compounds.end(),
                       [](const Compound& compound) { return asks_for_step(compound); });
}

bool asks_for_step(const PseudoClass& pseudo) {
    return pseudo.arguments != nullptr &&
           std::any_of(pseudo.arguments->begin(), pseudo.arguments->end(),
                       [](const Selector& argument) { return asks_for_step(argument); });
}

bool asks_for_step(const Compound& compound) {
    const auto& names = compound.classes;
    return std::any_of(
               names.begin(), names.end(),
               [](const auto& name) { return name == "visible" || name == "current-fragment"; }) ||
           std::any_of(compound.pseudo_classes.begin(), compound.pseudo_classes.end(),
                       [](const PseudoClass& pseudo) { return asks_for_step(pseudo); });
}

// Whether the pseudo-class asks its element and those around it only. `:has()` looks at what is in
// an element and behind it, `:nth-child(… of …)` at all its siblings.
bool looks_outward(const PseudoClass& pseudo) {
    return (pseudo.kind == PseudoClass::Kind::kNot || pseudo.kind == PseudoClass::Kind::kIs) &&
           std::all_of(pseudo.arguments->begin(), pseudo.arguments->end(),
                       step_reaches_only_inside);
}

}  // namespace

bool step_reaches_only_inside(const Selector& selector) {
    bool is_around = true;  // the compound, of the elements that the selector is for
    for (std::size_t i = 0; i < selector.compounds.size(); ++i) {
        const Compound& compound = selector.compounds[i];
        is_around =
            is_around && (i == 0 || selector.combinators[i - 1] == Combinator::kDescendant ||
                          selector.combinators[i - 1] == Combinator::kChild);
        if (!asks_for_step(compound)) {
            continue;
        }
        const auto& pseudos = compound.pseudo_classes;
        if (!is_around || !std::all_of(pseudos.begin(), pseudos.end(), [](const PseudoClass& one) {
                return !asks_for_step(one) || looks_outward(one);
            })) {
            return false;
        }
    }
    return true;
}

}  // namespace ghreveal::style
