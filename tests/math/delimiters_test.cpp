// Which parts of a text are formulas. What counts is what MathJax 2.7 and KaTeX's auto-render do.
#include "math/delimiters.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using math::FormulaStyle;

namespace {

std::vector<std::string> found(std::string_view text, const math::Settings& settings) {
    std::vector<std::string> formulas;
    for (const auto& one : math::find_formulas(text, settings, {})) {
        formulas.push_back((one.formula.style == FormulaStyle::kDisplay ? "D:" : "") +
                           one.formula.tex);
    }
    return formulas;
}

using Texts = std::vector<std::string>;
const math::Settings kBrackets{.delimiters = math::bracket_delimiters()};
const math::Settings kAll{.delimiters = math::all_delimiters(), .finds_environments = true};

}  // namespace

TEST_CASE("Brackets with backslashes are delimiters, dollars only where they are asked for") {
    CHECK(found("a \\(x\\) b \\[ y \\] c $z$", kBrackets) == Texts{"x", "D:y"});
    CHECK(found("a $x$ b $$y$$ c", kAll) == Texts{"x", "D:y"});
    CHECK(found("a $x$", math::Settings{}).empty());
}

TEST_CASE("A delimiter inside braces ends no formula") {
    CHECK(found("$a \\text{b $c$ d} e$", kAll) == Texts{"a \\text{b $c$ d} e"});
}

TEST_CASE("The blank of a control space at a formula's end stays") {
    CHECK(found("$ \\ x\\ $ and $y \\\\ $", kAll) == Texts{"\\ x\\ ", "y \\\\"});
}

TEST_CASE("An escaped delimiter is text") {
    CHECK(found("it costs \\$5 and $x$", kAll) == Texts{"x"});
    CHECK(found("$a \\$ b$", kAll) == Texts{"a \\$ b"});
}

TEST_CASE("A left delimiter without a right one is text, and what follows is looked at") {
    CHECK(found("\\(a \\[b\\]", kBrackets) == Texts{"D:b"});
    CHECK(found("a $ b", kAll).empty());
}

TEST_CASE("A bracketed formula with a brace too many ends at its bracket, so that it is reported") {
    CHECK(found("\\(\\frac{\\) and \\(x\\)", kBrackets) == Texts{"\\frac{", "x"});
}

TEST_CASE("Environments need no delimiters and are kept whole") {
    CHECK(found("a \\begin{align}x&=1\\end{align} b", kAll) ==
          Texts{"D:\\begin{align}x&=1\\end{align}"});
    CHECK(found("a \\begin{align}x&=1\\end{align} b", kBrackets).empty());
}

TEST_CASE("Blank formulas are text") {
    CHECK(found("$$ $$", kAll).empty());
}

TEST_CASE("Looking for ends that never come costs in proportion to the text") {
    std::string hostile;
    for (int i = 0; i < 200'000; ++i) {
        hostile += "\\(";
    }
    CHECK(found(hostile, kBrackets).empty());
}
