// How formulas are written in a deck, and what they may use.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "math/formula.h"

namespace ghreveal::math {

enum class MathMode : std::uint8_t { kKatex, kSource };

// What stands around a formula in text.
struct Delimiters {
    std::string left;
    std::string right;
    FormulaStyle style = FormulaStyle::kInline;
    bool operator==(const Delimiters&) const = default;
};

struct Settings {
    MathMode mode = MathMode::kKatex;
    std::vector<Delimiters> delimiters{};  // none: text is text
    // \begin{equation}…\end{equation} and its like need no delimiters.
    bool finds_environments = false;
    bool looks_into_code = false;
    bool finds_references = false;  // \ref{name} and \eqref{name} in running text, as MathJax does
    Macros macros{};
};

// \(…\) and \[…\]: kramdown's output, MathJax's default.
std::vector<Delimiters> bracket_delimiters();
// Those, $…$ and $$…$$: reveal.js's plugin, reveal-md, Quarto.
std::vector<Delimiters> all_delimiters();

}  // namespace ghreveal::math
