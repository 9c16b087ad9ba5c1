// Formulas that a deck is about to need, found in its HTML before the slides are made of it: many
// of them are set faster together (Typesetter::set_ahead).
#pragma once

#include <string_view>
#include <vector>

#include "math/formula.h"
#include "math/settings.h"

namespace ghreveal::math {

// What looks like a formula in HTML text, entities read. A guess: what is in code, or in several
// elements, is not known here.
std::vector<Formula> formulas_in_html(std::string_view html, const Settings&, const Limits&);

// Whether setting the formula may change what others mean (\gdef, \newcommand and the like).
bool may_define_macros(std::string_view tex);

}  // namespace ghreveal::math
