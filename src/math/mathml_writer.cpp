#include "math/mathml_writer.h"

#include "math/modules/katex_module.h"
#include "math/typesetter.h"
#include "support/module.h"

namespace ghreveal::math {

const std::string& MathmlWriter::mathml_of(const Formula& formula) {
    const auto [known, is_new] = known_.try_emplace(formula);
    if (is_new && formula.tex.size() <= limits_.formula_bytes) {
        if (!engine_) {
            engine_.reset(module_function<decltype(ghreveal_new_mathml_engine)>(
                "katex", "ghreveal_new_mathml_engine")({katex_folder(), macros_, limits_}));
        }
        known->second = engine_->set(formula).html;
    }
    return known->second;
}

}  // namespace ghreveal::math
