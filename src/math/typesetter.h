// Formulas -> HTML, each different one set once. The module with KaTeX is loaded with the first.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "math/formula.h"

namespace ghreveal::math {

class Typesetter {
public:
    // Both outlive it.
    Typesetter(const Macros& macros, const Limits& limits) : macros_(macros), limits_(limits) {}

    const TypesetFormula& set(const Formula&);
    // Sets what will be asked for, at the same time where there are many: half of them in an engine
    // of its own. What they become is the same with any number of processors.
    void set_ahead(const std::vector<Formula>&);
    // How many formulas were given to KaTeX; the others were known.
    std::size_t formulas_set() const { return known_.size(); }

private:
    TypesetFormula set_new(const Formula&);
    std::unique_ptr<Engine> new_engine() const;

    const Macros& macros_;
    const Limits& limits_;
    std::unique_ptr<Engine> engine_;
    std::map<Formula, TypesetFormula> known_;
    std::map<Formula, TypesetFormula> ahead_;  // not asked for yet
    std::size_t out_of_bounds_ = 0;
};

// The folder with the style sheet and the scripts, made by the build.
std::filesystem::path katex_folder();

}  // namespace ghreveal::math
