#include "highlight/diagrams/diagrams.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dom/parse.h"
#include "highlight/diagrams/drawing_program.h"

using namespace ghreveal;

namespace {

struct Drawn {
    std::string markup;
    std::vector<std::string> warnings;
};

// A slide that holds `html`, whose diagrams of Graphviz are drawn by `command`.
Drawn drawn(const std::string& html, const std::vector<std::string>& command) {
    deck::Deck deck;
    deck.file = "deck.md";
    dom::Node& section = deck.document.create_element("section");
    dom::parse_fragment(deck.document, section, html, "section");
    deck.slides.emplace_back().section = &section;
    highlight::DiagramOptions options;
    if (!command.empty()) {
        options.settings.diagrams["dot"] = command;
    }
    Diagnostics diagnostics;
    highlight::draw_diagrams(deck, options, diagnostics);
    Drawn result{dom::outer_markup(*section.first_child), {}};
    for (const Diagnostic& warning : diagnostics.warnings()) {
        result.warnings.push_back(to_string(warning));
    }
    return result;
}

const std::string kGraph = "<pre><code class=\"language-dot\">digraph { a -> b }</code></pre>";

}  // namespace

TEST_CASE("A diagram without a program stays source, in a frame, with one warning for its kind") {
    const Drawn made = drawn(kGraph, {});
    CHECK(made.markup ==
          "<pre class=\"diagram-source\"><code class=\"language-dot\">digraph { a -&gt; b }"
          "</code></pre>");
    CHECK(made.warnings ==
          std::vector<std::string>{
              "deck.md: warning: diagrams of dot are shown as their source; name a program that "
              "draws them in ghreveal.yml, as `diagrams: {dot: [dot, -Tsvg]}`"});
}

TEST_CASE("Graphviz draws a diagram, whose source is the picture's text") {
    const Drawn made = drawn(kGraph, {"dot", "-Tsvg"});
    CHECK(made.warnings.empty());
    CHECK(
        made.markup.starts_with("<pre class=\"diagram-picture\"><code class=\"language-dot\"><img "
                                "src=\"data:image/svg+xml;base64,"));
    CHECK(made.markup.find("alt=\"digraph { a -&gt; b }\"") != std::string::npos);
}

TEST_CASE("A program that fails or writes no SVG leaves the source, and a warning says why") {
    CHECK(
        drawn(kGraph, {"false"}).warnings ==
        std::vector<std::string>{"deck.md: warning: 'false', which draws diagrams of dot, failed: "
                                 "it ended with status 1"});
    CHECK(drawn(kGraph, {"cat"}).warnings ==
          std::vector<std::string>{"deck.md: warning: 'cat', which draws diagrams of dot, failed: "
                                   "it wrote no SVG"});
    CHECK(drawn(kGraph, {"/no/such/program"}).warnings ==
          std::vector<std::string>{"deck.md: warning: '/no/such/program', which draws diagrams of "
                                   "dot, failed: No such file or directory"});
}

TEST_CASE("A program's words reach it as they are, through no shell") {
    const highlight::Drawing drawing =
        highlight::run_drawing_program({"echo", "$HOME; `id`"}, "", Limits{});
    CHECK(drawing.output == "$HOME; `id`\n");
}

TEST_CASE("A program that never ends, or writes without end, is ended") {
    Limits limits;
    limits.diagram_milliseconds = 50;
    CHECK(highlight::run_drawing_program({"sleep", "1000"}, "", limits)
              .failure.starts_with("it took too long"));
    limits = {};
    limits.diagram_bytes = 1000;
    CHECK(highlight::run_drawing_program({"yes"}, "", limits)
              .failure.starts_with("it wrote too much"));
}
