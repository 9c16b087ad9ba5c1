// What is styled anew where a slide's step or overrides change: nothing else can look different.
#pragma once

#include <unordered_map>
#include <vector>

#include "deck/deck.h"
#include "style/style_block.h"

namespace ghreveal::style {

// By the element that they are laid over.
using OverrideBlocks = std::unordered_map<const dom::Node*, const StyleBlock*>;

struct StyledWith {
    int step = 0;
    OverrideBlocks overrides;
};

// The classes that fragments of the step `of_fragment` have at a step, as StepClass.
std::uint8_t step_classes(int of_fragment, int step);

// The elements whose classes or overrides differ, without those inside others.
std::vector<const dom::Node*> changed_elements(const deck::Slide&, const StyledWith& before,
                                               const StyledWith& now);

}  // namespace ghreveal::style
