// Formulas that are set before the slides ask for them, in two engines.
#include "math/formulas_ahead.h"

#include <catch2/catch.hpp>

#include "math/typesetter.h"

using namespace ghreveal;

namespace {

std::vector<math::Formula> fractions(int count) {
    std::vector<math::Formula> formulas;
    for (int i = 0; i < count; ++i) {
        formulas.push_back({"\\frac{" + std::to_string(i) + "}{x}", math::FormulaStyle::kDisplay});
    }
    return formulas;
}

}  // namespace

TEST_CASE("Formulas set ahead become what they become one by one") {
    const Limits limits;
    const math::Macros macros{{"\\half", "\\frac{1}{2}"}};
    std::vector<math::Formula> formulas = fractions(40);
    formulas.push_back({"\\half", math::FormulaStyle::kInline});
    formulas.push_back({"\\ce{H2O}", math::FormulaStyle::kInline});
    formulas.push_back({"\\frac{1}", math::FormulaStyle::kInline});
    math::Typesetter alone(macros, limits);
    math::Typesetter ahead(macros, limits);
    ahead.set_ahead(formulas);
    CHECK(ahead.formulas_set() == 0);  // until they are asked for
    for (const math::Formula& formula : formulas) {
        CAPTURE(formula.tex);
        const math::TypesetFormula& expected = alone.set(formula);
        const math::TypesetFormula& set = ahead.set(formula);
        CHECK(set.html == expected.html);
        CHECK(set.problem == expected.problem);
        CHECK(set.offset == expected.offset);
    }
    CHECK(ahead.formulas_set() == formulas.size());
}

TEST_CASE("A formula that defines a macro keeps all in their order") {
    const Limits limits;
    const math::Macros none;
    std::vector<math::Formula> formulas = fractions(20);
    formulas.push_back({"\\later", math::FormulaStyle::kInline});
    formulas.push_back({"\\gdef\\later{y} z", math::FormulaStyle::kInline});
    math::Typesetter typesetter(none, limits);
    typesetter.set_ahead(formulas);
    CHECK_FALSE(typesetter.set(formulas.back()).html.empty());
    CHECK(typesetter.set({"\\later", math::FormulaStyle::kInline}).problem.empty());
}

TEST_CASE("A macro with chemistry is known whichever formula is set first") {
    const Limits limits;
    const math::Macros macros{{"\\water", "\\ce{H2O}"}};
    math::Typesetter typesetter(macros, limits);
    CHECK(typesetter.set({"\\water", math::FormulaStyle::kInline}).problem.empty());
}

TEST_CASE("A formula set ahead that breaks a bound leaves the others as they are") {
    Limits limits;
    limits.formula_steps = 100'000;
    const math::Macros none;
    std::vector<math::Formula> formulas = fractions(20);
    std::string long_one;
    for (int i = 0; i < 3000; ++i) {
        long_one += "\\frac{a}{b}";
    }
    limits.formula_bytes = long_one.size();
    formulas.push_back({long_one, math::FormulaStyle::kInline});
    math::Typesetter typesetter(none, limits);
    typesetter.set_ahead(formulas);
    for (const math::Formula& formula : fractions(20)) {
        CHECK(typesetter.set(formula).problem.empty());
    }
    CHECK(typesetter.set(formulas.back()).out_of_bounds);
}

TEST_CASE("Formulas are found in HTML text with its entities read, and not across elements") {
    const math::Settings settings{.delimiters = math::bracket_delimiters()};
    const std::vector<math::Formula> found = math::formulas_in_html(
        "<p>\\(a &lt; b\\) and \\[x &amp; y\\], \\(c<b>d</b>\\)</p>", settings, {});
    REQUIRE(found.size() == 2);
    CHECK(found[0] == math::Formula{"a < b", math::FormulaStyle::kInline});
    CHECK(found[1] == math::Formula{"x & y", math::FormulaStyle::kDisplay});
}

TEST_CASE("What defines macros is told from what does not") {
    for (const char* tex :
         {"\\def\\a{b}", "\\gdef\\a{b}", "\\let\\a=b", "\\newcommand{\\a}{b}",
          "\\renewcommand\\a{b}", "\\global\\futurelet\\a\\b c", "\\xdef\\a{b}"}) {
        CAPTURE(tex);
        CHECK(math::may_define_macros(tex));
    }
    CHECK_FALSE(math::may_define_macros("\\frac{a}{b} + \\sum_{i=0}^n x_i"));
}
