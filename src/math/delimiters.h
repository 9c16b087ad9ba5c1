// Text -> the formulas between delimiters in it, found as MathJax and KaTeX's auto-render do.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "math/formula.h"
#include "math/settings.h"

namespace ghreveal::math {

struct FoundFormula {
    std::size_t begin = 0;  // in the text, delimiters included
    std::size_t end = 0;
    std::size_t tex_begin = 0;
    Formula formula;
};

// In order, not overlapping. A left delimiter whose right one does not follow is text, as is a
// formula longer than the limit.
std::vector<FoundFormula> find_formulas(std::string_view text, const Settings&, const Limits&);

// A formula's text without the blanks at its ends, which mean nothing in TeX but for the one of a
// control space, a backslash and a blank.
std::string_view trimmed_tex(std::string_view tex);

}  // namespace ghreveal::math
