// The module with Duktape, which runs KaTeX (support/module.h).
#pragma once

#include "math/formula.h"

// The caller deletes it. Throws Error when the scripts cannot be read.
extern "C" ghreveal::math::Engine* ghreveal_new_formula_engine(
    const ghreveal::math::EngineOptions&);
