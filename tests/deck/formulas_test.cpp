// How each format writes formulas.
#include <catch2/catch.hpp>

#include "deck/deck.h"

using namespace ghreveal;

namespace {

// The sources of all formulas, display ones with "D:" before.
std::vector<std::string> formulas(const deck::Deck& deck) {
    std::vector<std::string> sources;
    dom::for_each(static_cast<const dom::Node&>(*deck.html), [&](const dom::Node& node) {
        if (const std::string* tex = node.attribute("data-tex")) {
            sources.push_back((node.has_class("katex-display") ? "D:" : "") + *tex);
        }
    });
    return sources;
}

deck::Deck parsed(const std::string& text, const std::string& file) {
    Diagnostics diagnostics;
    deck::Deck deck = deck::parse_deck(text, file, {}, diagnostics);
    CHECK(diagnostics.empty());
    return deck;
}

std::vector<std::string> in_page(const std::string& slide, const std::string& scripts) {
    return formulas(parsed("<!doctype html><div class='reveal'><div class='slides'><section>" +
                               slide + "</section></div></div>" + scripts,
                           "deck.html"));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("kramdown's $$ is a formula in a line and one of its own") {
    const deck::Deck deck = parsed("---\ntitle: T\n---\nA $$x$$ $5\n\n$$y$$\n", "deck.md");
    CHECK(formulas(deck) == Texts{"x", "D:y"});
    CHECK(deck.slides.at(1).section->first_child->name == "p");
}

TEST_CASE("Front matter gives macros and delimiters") {
    const deck::Deck deck = parsed(
        "---\ntitle: T\nmath:\n  macros:\n    RR: \\mathbb{R}\n"
        "  inlineMath: [['$', '$']]\n---\n$$\\RR$$ and $\\RR$\n",
        "deck.md");
    CHECK(deck.math.macros == math::Macros{{"\\RR", "\\mathbb{R}"}});
    CHECK(formulas(deck).back() == "\\RR");
}

TEST_CASE("Parts of a formula are fragments") {
    const deck::Deck deck = parsed("---\ntitle: T\n---\n$$a + \\class{fragment}{b}$$\n", "deck.md");
    CHECK(deck.slides.at(1).steps == 1);
}

TEST_CASE("A heading's formula is in the slide's title as text") {
    const deck::Deck deck = parsed("---\ntitle: T\n---\n## On $$\\frac{a}{b}$$\n", "deck.md");
    CHECK(deck.slides.at(1).title == "On a/b");
}

TEST_CASE("Notes have formulas") {
    const deck::Deck deck = parsed("---\ntitle: T\n---\nA\n\n§notes\n\nN $$x$$\n", "deck.md");
    CHECK(deck.slides.at(1).notes_html.find("class=\"katex\"") != std::string::npos);
}

TEST_CASE("reveal-md finds dollars, in code too") {
    const deck::Deck deck = parsed("# A\n\n---\n\n$x$ `$y_1$` $$z$$\n", "deck.md");
    CHECK(formulas(deck) == Texts{"x", "y_1", "D:z"});
}

TEST_CASE("A page without a script for formulas has none") {
    CHECK(in_page("\\(x\\)", "").empty());
}

TEST_CASE("reveal.js's plugin finds dollars and brackets") {
    const std::string plugin =
        "<script src='plugin/math/math.js'></script>"
        "<script>Reveal.initialize({plugins: [RevealMath]})</script>";
    CHECK(in_page("$x$ \\(y\\) $$z$$ \\[w\\]", plugin) == Texts{"x", "y", "D:z", "D:w"});
}

TEST_CASE("MathJax by itself finds brackets, and dollars when it is configured so") {
    const std::string script = "<script src='https://x.example/MathJax.js'></script>";
    CHECK(in_page("$x$ \\(y\\) $$z$$", script) == Texts{"y", "D:z"});
    CHECK(in_page("$x$ \\(y\\)",
                  script + "<script type='text/x-mathjax-config'>MathJax.Hub.Config({"
                           "tex2jax: {inlineMath: [['$','$']]}});</script>") == Texts{"x"});
    CHECK(in_page("$x$ \\(y\\)",
                  "<script>window.MathJax = { tex: { inlineMath: [['$', '$'], ['\\\\(', '\\\\)']],"
                  " macros: { R: '\\\\mathbb{R}', b: ['\\\\mathbf{#1}', 1] } } };</script>" +
                      script) == Texts{"x", "y"});
}

TEST_CASE("Auto-render's delimiters and macros are those of its call") {
    CHECK(in_page("$\\f$ \\(y\\)",
                  "<script src='auto-render.min.js'></script><script>renderMathInElement("
                  "document.body, {delimiters: [{left: '$', right: '$', display: false}],"
                  "macros: {'\\\\f': 'g'}});</script>") == Texts{"\\f"});
}

TEST_CASE("Macros of the project hold in every deck, and the deck's own win") {
    deck::ReadOptions options;
    options.macros = {{"\\RR", "\\mathbb{R}"}, {"\\NN", "N"}};
    Diagnostics diagnostics;
    for (const std::string front : {"---\nlayout: presentation\n", "---\nrevealOptions: {}\n"}) {
        const deck::Deck deck =
            deck::parse_deck(front + "math: {macros: {NN: '\\mathbb{N}'}}\n---\n# A\n", "deck.md",
                             options, diagnostics);
        CHECK(deck.math.macros == math::Macros{{"\\RR", "\\mathbb{R}"}, {"\\NN", "\\mathbb{N}"}});
    }
}

TEST_CASE("A reference in running text is one where the deck has its label") {
    const std::string formula = "$$\\begin{equation}x\\label{sum}\\end{equation}$$\n\n";
    const deck::Deck deck = parsed(
        "---\ntitle: T\n---\nSee \\eqref{sum}.\n\n" + formula + "`\\eqref{sum}`, \\ref{other}\n",
        "deck.md");
    const dom::Node* first = deck.slides.at(1).section->first_child;
    CHECK(dom::text_content(*first) == "See (1).");
    CHECK(formulas(deck).size() == 2);
    CHECK(dom::text_content(*deck.slides.at(1).section).find("\\ref{other}") != std::string::npos);
}
