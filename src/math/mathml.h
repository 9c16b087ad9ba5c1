// A <math> element as TeX, so that its core elements (MathML Core §3) are shown by the same rules
// as every other formula.
#pragma once

#include <string>
#include <vector>

#include "dom/document.h"
#include "math/formula.h"

namespace ghreveal::math {

struct FormulaFromMathml {
    Formula formula;
    std::vector<std::string> unknown;  // names of elements of which only the content is there
};

// The TeX that a generator left in an <annotation> is taken before its elements.
FormulaFromMathml formula_of(const dom::Node& math);

}  // namespace ghreveal::math
