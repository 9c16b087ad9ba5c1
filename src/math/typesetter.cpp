#include "math/typesetter.h"

#include "math/modules/katex_module.h"
#include "support/file.h"
#include "support/module.h"

namespace ghreveal::math {

std::filesystem::path katex_folder() {
    return module_directory() / "katex";
}

const TypesetFormula& Typesetter::set(const Formula& formula) {
    const auto known = known_.find(formula);
    return known != known_.end() ? known->second
                                 : known_.emplace(formula, set_new(formula)).first->second;
}

TypesetFormula Typesetter::set_new(const Formula& formula) {
    if (formula.tex.size() > limits_.formula_bytes) {
        return {.problem = "it is too long", .out_of_bounds = true};
    }
    // Each of those that run away may have taken all of its steps.
    if (out_of_bounds_ * limits_.formula_steps > limits_.deck_formula_steps) {
        return {.problem = "formulas before it took too many steps", .out_of_bounds = true};
    }
    if (!engine_) {
        engine_.reset(module_function<decltype(ghreveal_new_formula_engine)>(
            "katex", "ghreveal_new_formula_engine")({katex_folder(), macros_, limits_}));
    }
    TypesetFormula result = engine_->set(formula);
    out_of_bounds_ += result.out_of_bounds ? 1 : 0;
    return result;
}

}  // namespace ghreveal::math
