// Formulas -> MathML, which programs that read documents aloud know. KaTeX makes it, as it makes
// what is seen; it is loaded with the first formula.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "math/formula.h"

namespace ghreveal::math {

class MathmlWriter {
public:
    // Both outlive it.
    MathmlWriter(const Macros& macros, const Limits& limits) : macros_(macros), limits_(limits) {}

    // "<math …>…</math>", with the TeX as its annotation; empty where KaTeX cannot read the
    // formula. Formulas are to be given in the deck's order: one may define macros for the next.
    const std::string& mathml_of(const Formula&);

private:
    const Macros& macros_;
    const Limits& limits_;
    std::unique_ptr<Engine> engine_;
    std::map<Formula, std::string> known_;
};

}  // namespace ghreveal::math
