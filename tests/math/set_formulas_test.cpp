// Formulas in a tree.
#include "math/set_formulas.h"

#include <catch2/catch.hpp>

#include "dom/parse.h"
#include "math/plain_text.h"

using namespace ghreveal;

namespace {

struct Result {
    std::string markup;
    std::string text;
    std::vector<std::string> warnings;
    std::size_t formulas_set = 0;
};

struct Setting {
    math::Settings settings{.delimiters = math::all_delimiters()};
    Limits limits{};
};

Result set_in(const std::string& html, const Setting& setting = {}) {
    dom::Document document;
    dom::Node& root = document.create_element("section");
    root.line = 1;
    const dom::SourceMap marks{{0, 1, 0}};
    dom::parse_fragment(document, root, html, "section", setting.limits, {&marks, 0});
    Diagnostics diagnostics;
    const math::FormulaSource source{"deck.md", html};
    math::FormulaSetter setter(setting.settings, setting.limits, source, diagnostics);
    setter.set_in(document, root);
    setter.finish(root);
    Result result{dom::outer_markup(root), dom::text_content(root), {}, setter.formulas_set()};
    for (const Diagnostic& warning : diagnostics.warnings()) {
        result.warnings.push_back(to_string(warning));
    }
    // Zero-width spaces hold room in KaTeX's tables.
    for (std::size_t at; (at = result.text.find("\u200b")) != std::string::npos;) {
        result.text.erase(at, 3);
    }
    return result;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A formula becomes KaTeX's HTML, and keeps its source in data-tex") {
    const Result result = set_in("<p>a $x^2$ b</p>");
    CHECK(has(result.markup, "<p>a <span class=\"katex\" data-tex=\"x^2\">"));
    CHECK(has(result.markup, "<span class=\"mord mathnormal\">x</span>"));
    CHECK(result.text == "a x2 b");
    CHECK(result.warnings.empty());
    CHECK(has(set_in("$$x$$").markup, "<span class=\"katex-display\" data-tex=\"x\">"));
}

TEST_CASE("Text reads from the top to the bottom: numerators, then denominators") {
    CHECK(set_in("$\\frac{a}{b}$").text == "ab");
    CHECK(set_in("$x_1^2$").text == "x21");
    CHECK(set_in("$$\\sum_{i}^{n}$$").text == "n∑i");
}

TEST_CASE("A colour behind a formula stays before what it is behind") {
    const std::string markup = set_in("$\\colorbox{yellow}{A}$").markup;
    CHECK(markup.find("background-color") < markup.find(">A<"));
}

TEST_CASE("Formulas that repeat are set once") {
    CHECK(set_in("$x$ $y$ $x$ $$x$$ <b>$x$</b>").formulas_set == 3);
}

TEST_CASE("Code, preformatted text and what is set already are left alone") {
    CHECK(set_in("<pre>$x$</pre><code>$y$</code><span class=\"katex\">$z$</span>").formulas_set ==
          0);
    Setting setting;
    setting.settings.looks_into_code = true;
    CHECK(set_in("<pre>$x$</pre><code>$y$</code>", setting).formulas_set == 1);
}

TEST_CASE("MathJax's scripts are formulas, and its previews go") {
    const Result result = set_in(
        "<span class=\"MathJax_Preview\">pre</span><script type=\"math/tex\">x</script>"
        "<script type=\"math/tex; mode=display\">y</script>");
    CHECK(result.text == "xy");
    CHECK(has(result.markup, "<span class=\"katex-display\" data-tex=\"y\">"));
}

TEST_CASE("pandoc's spans are formulas with or without delimiters in them") {
    Setting none;
    none.settings.delimiters.clear();
    const Result result = set_in(
        "<span class=\"math inline\">\\(x\\)</span><span class=\"math display\">y</span>"
        "<span class=\"math inline\"><em>z</em></span>",
        none);
    CHECK(has(result.markup, "<span class=\"katex\" data-tex=\"x\">"));
    CHECK(has(result.markup, "<span class=\"katex-display\" data-tex=\"y\">"));
    CHECK(has(result.markup, "<em>z</em>"));
}

TEST_CASE("A formula that cannot be read shows its source, and the warning has line and column") {
    const Result result = set_in("<p>a\nb $x$ $a}$ c</p>");
    CHECK(has(result.markup, "style=\"color:#cc0000\" data-tex=\"a}\">a}</span>"));
    CHECK(result.warnings ==
          std::vector<std::string>{
              "deck.md:2: warning: a formula cannot be set, column 9: Expected 'EOF', got '}'; its "
              "source is shown; docs/formulas.md says what KaTeX knows"});
}

TEST_CASE("Macros come from the settings, and from formulas before") {
    Setting setting;
    setting.settings.macros = {{"\\RR", "\\mathbb{R}"}, {"\\pair", "(#1,#2)"}};
    CHECK(set_in("$\\RR$ $\\pair{a}{b}$", setting).text == "R (a,b)");
    CHECK(set_in("$\\gdef\\foo{z}$ $\\foo$").text == " z");
}

TEST_CASE("Chemistry is read by mhchem") {
    CHECK(has(set_in("$\\ce{H2O}$").text, "O"));
    CHECK(set_in("$\\ce{H2O}$").warnings.empty());
}

TEST_CASE("Classes and ids can be given to parts, safe links only") {
    CHECK(has(set_in("$\\class{fragment}{x}$").markup, "class=\"enclosing fragment\""));
    CHECK(has(set_in("$\\cssId{here}{x}$").markup, "id=\"here\""));
    CHECK(has(set_in("$\\href{https://example.org/}{x}$").markup, "href=\"https://example.org/\""));
    CHECK_FALSE(has(set_in("$\\href{javascript:alert(1)}{x}$").markup, "href="));
}

TEST_CASE("Rows are numbered through the deck, and references lead to their numbers") {
    const Result result = set_in(
        "$\\eqref{eq:b}$ $$\\begin{align}a&=1\\label{eq:a}\\\\b&=2\\label{eq:b}\\end{align}$$"
        "$$x\\tag{T}\\label{t}$$ $\\ref{t}$ $\\ref{eq:a}$");
    CHECK(result.warnings.empty());
    CHECK(result.text.starts_with("(2) "));
    CHECK(result.text.ends_with("T 1"));
    CHECK(
        set_in("$\\eqref{none}$").warnings ==
        std::vector<std::string>{"deck.md:1: warning: there is no formula with the label 'none'; a "
                                 "label needs a \\tag, or an environment that numbers its rows"});
}

TEST_CASE("Formulas that would never end are shown as their source") {
    const Result expanding = set_in("$\\def\\a{\\a\\a}\\a$");
    CHECK(has(expanding.warnings.at(0), "Too many expansions"));
    Setting small;
    small.limits.formula_steps = 200;
    CHECK(has(set_in("$\\frac{1}{2}$", small).warnings.at(0), "too many steps"));
    // Duktape copes with running out anywhere.
    for (std::size_t steps = 1; steps < 3000; steps += 97) {
        small.limits.formula_steps = steps;
        CHECK(set_in("$\\frac{1}{2}$", small).warnings.size() <= 1);
    }
    small.limits.formula_steps = Limits{}.formula_steps;
    small.limits.formula_bytes = 10;
    CHECK(set_in("$xxxxxxxxxxxxxxxxxxx$", small).formulas_set == 0);
    // Nested as deep as it goes.
    std::string deep;
    for (int i = 0; i < 9000; ++i) {
        deep += "{";
    }
    CHECK(set_in("\\(" + deep + "\\)").warnings.size() == 1);
}

TEST_CASE("A formula after one that ran out of bounds is set") {
    Setting small;
    small.limits.formula_memory_bytes = 12u << 20;
    std::string rows;
    for (int i = 0; i < 3000; ++i) {
        rows += "a&b\\\\";
    }
    const Result result = set_in("\\(\\begin{matrix}" + rows + "\\end{matrix}\\) \\(x\\)", small);
    CHECK(result.warnings.size() == 1);
    CHECK(has(result.markup, "data-tex=\"x\""));
}

TEST_CASE("Characters beyond the first plane go through") {
    CHECK(set_in("$\\text{\U0001F600}$").text == "\U0001F600");
}

TEST_CASE("Formulas may be left as they are written") {
    Setting source;
    source.settings.mode = math::MathMode::kSource;
    CHECK(set_in("$x$", source).markup == "<section>$x$</section>");
}

TEST_CASE("A formula as plain text is a line that can be read") {
    const auto plain = [](const std::string& tex) {
        dom::Document document;
        dom::Node& root = document.create_element("h2");
        dom::parse_fragment(document, root, "A $" + tex + "$", "h2");
        Diagnostics diagnostics;
        const math::Settings settings{.delimiters = math::all_delimiters()};
        const math::FormulaSource source{"deck.md", ""};
        math::FormulaSetter(settings, {}, source, diagnostics).set_in(document, root);
        return math::plain_text(root);
    };
    CHECK(plain("E=mc^2") == "A E=mc²");
    CHECK(plain("\\frac{a}{b+1}") == "A a/(b+1)");
    CHECK(plain("x_i^{12}") == "A x¹²_i");
    CHECK(plain("a_1") == "A a₁");
    CHECK(plain("\\sqrt{2}") == "A √2");
    CHECK(plain("e^{i\\pi}") == "A e^(iπ)");
}

TEST_CASE("MathML's core elements become the same formula as TeX's") {
    const auto tex = [](const std::string& mathml) {
        const std::string markup = set_in("<math>" + mathml + "</math>").markup;
        const std::size_t at = markup.find("data-tex=\"") + 10;
        return markup.substr(at, markup.find('"', at) - at);
    };
    const auto same = [](const std::string& mathml, const std::string& formula) {
        const auto visible = [](const std::string& html) { return set_in(html).text; };
        return visible("<math>" + mathml + "</math>") == visible("$" + formula + "$");
    };
    CHECK(tex("<mfrac><mi>a</mi><mn>2</mn></mfrac>") == "{\\frac{a }{{2}}}");
    CHECK(same("<msup><mi>x</mi><mn>2</mn></msup>", "x^2"));
    CHECK(same("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2"));
    CHECK(same("<msqrt><mn>2</mn></msqrt>", "\\sqrt{2}"));
    CHECK(same("<mroot><mi>x</mi><mn>3</mn></mroot>", "\\sqrt[3]{x}"));
    CHECK(same("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>", "\\sum\\limits_i^n"));
    CHECK(same("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", "\\sin x"));
    CHECK(same("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>",
               "\\begin{matrix}1&2\\end{matrix}"));
    CHECK(same("<mtext>50 % &amp; more_</mtext>", "\\text{50 \\% \\& more\\_}"));
    CHECK(tex("<semantics><mi>a</mi><annotation encoding='application/x-tex'>b</annotation>"
              "</semantics>") == "b");
    CHECK(set_in("<math><mglyph/></math>").warnings ==
          std::vector<std::string>{
              "deck.md:1: warning: MathML's <mglyph> is not known; its content is shown"});
}
