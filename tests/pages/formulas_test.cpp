// Formulas on a page: what is drawn, in which order and size.
#include <catch2/catch.hpp>
#include <set>

#include "../support/temporary_folder.h"
#include "pages/session.h"

using namespace ghreveal;

namespace {

struct Word {
    std::string text;
    Point origin;
    Px size = 0;
};

struct Drawn {
    std::vector<Word> words;
    std::vector<std::string> warnings;

    std::string text() const {
        std::string all;
        for (const Word& word : words) {
            all += word.text;
        }
        for (std::size_t at; (at = all.find("\u200b")) != std::string::npos;) {
            all.erase(at, 3);
        }
        return all;
    }
    const Word& word(const std::string& text) const {
        return *std::find_if(words.begin(), words.end(),
                             [&](const Word& word) { return word.text == text; });
    }
};

Drawn drawn(const std::string& markdown, int step = 0) {
    TemporaryFolder folder;
    folder.put("_config.yml", "");
    const std::string deck = folder.put("deck.md", "---\ntitle: T\n---\n\n" + markdown).string();
    Diagnostics diagnostics;
    Timings timings;
    pages::ExportOptions options;
    options.offline = true;
    pages::Session session(deck, options, diagnostics, timings);
    Drawn result;
    for (const auto& item : session.display_list(1, session.laid_out(1, step))) {
        if (const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item)) {
            result.words.push_back({glyphs->run->text, glyphs->origin, glyphs->run->font.size});
        }
    }
    for (const Diagnostic& warning : diagnostics.warnings()) {
        result.warnings.push_back(to_string(warning));
    }
    return result;
}

}  // namespace

TEST_CASE("A page's text is in the order of reading, formulas in it too") {
    CHECK(drawn("Half $$\\frac{a}{b}$$ of $$x_1^2$$ it").text() == "Half ab of x21 it");
}

TEST_CASE(
    "A formula is set at 121 % of the text's size, in KaTeX's faces, with the formula's own case") {
    const Drawn slide = drawn("## Of $$e$$");
    CHECK(slide.word("e").size == Approx(1.21 * slide.word("OF").size));
}

TEST_CASE("A formula with a step is laid out once, its part drawn with the step") {
    const std::string formula = "$$a+\\class{fragment}{b}$$";
    CHECK(drawn(formula, 0).text() == "a+");
    CHECK(drawn(formula, 1).text() == "a+b");
    CHECK(drawn(formula, 0).word("a").origin.x == drawn(formula, 1).word("a").origin.x);
}

TEST_CASE("What KaTeX writes makes no warnings about styles") {
    CHECK(drawn("$$\\ce{H2O}$$ $$\\sqrt{x}$$ $$\\overbrace{a+b}^{n}$$").warnings.empty());
}

// MathJax's style sheet: mjx-math { direction: ltr }.
TEST_CASE("In text from right to left a formula runs from left to right") {
    const Drawn page = drawn("<div dir=\"rtl\" markdown=\"1\">\n\nאב $$x+y$$ גד\n\n</div>\n");
    CHECK(page.word("x").origin.x < page.word("+").origin.x);
    CHECK(page.word("+").origin.x < page.word("y").origin.x);
}
