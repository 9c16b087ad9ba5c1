// Formulas -> HTML, each different one set once. The module with KaTeX is loaded with the first.
#pragma once

#include <map>
#include <memory>

#include "math/formula.h"

namespace ghreveal::math {

class Typesetter {
public:
    // Both outlive it.
    Typesetter(const Macros& macros, const Limits& limits) : macros_(macros), limits_(limits) {}

    const TypesetFormula& set(const Formula&);
    // How many formulas were given to KaTeX; the others were known.
    std::size_t formulas_set() const { return known_.size(); }

private:
    TypesetFormula set_new(const Formula&);

    const Macros& macros_;
    const Limits& limits_;
    std::unique_ptr<Engine> engine_;
    std::map<Formula, TypesetFormula> known_;
    std::size_t out_of_bounds_ = 0;
};

// The folder with the style sheet and the scripts, made by the build.
std::filesystem::path katex_folder();

}  // namespace ghreveal::math
