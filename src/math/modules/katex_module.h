// The module with Duktape, which runs KaTeX (support/module.h).
#pragma once

#include "math/formula.h"

// The caller deletes it. Throws Error when the scripts cannot be read.
extern "C" ghreveal::math::Engine* ghreveal_new_formula_engine(
    const ghreveal::math::EngineOptions&);
// The same for an engine whose formulas become MathML, in place of HTML.
extern "C" ghreveal::math::Engine* ghreveal_new_mathml_engine(const ghreveal::math::EngineOptions&);
