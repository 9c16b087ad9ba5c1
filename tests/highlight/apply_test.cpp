#include "highlight/apply.h"

#include <catch2/catch.hpp>
#include <string>

#include "dom/parse.h"

namespace {

using namespace ghreveal;

// A deck of one slide that holds `html`, after highlighting, as markup.
struct Highlighted {
    std::string markup;
    std::vector<std::string> warnings;
};

Highlighted highlighted_deck(const std::string& html, const Limits& limits = {},
                             deck::Format format = deck::Format::kGhReveal,
                             deck::RevealVersion version = {},
                             deck::CodeColouring colouring = deck::CodeColouring::kHighlightJs) {
    deck::Deck deck;
    deck.code_colouring = colouring;
    deck.file = "deck.md";
    deck.format = format;
    deck.version = version;
    dom::Node& section = deck.document.create_element("section");
    dom::parse_fragment(deck.document, section, html, "section");
    deck.slides.emplace_back().section = &section;
    Diagnostics diagnostics;
    highlight::highlight_code_blocks(deck, limits, diagnostics);
    Highlighted result;
    for (const dom::Node* child = section.first_child; child != nullptr; child = child->next) {
        result.markup += dom::outer_markup(*child);
    }
    for (const Diagnostic& warning : diagnostics.warnings()) {
        result.warnings.push_back(to_string(warning));
    }
    return result;
}

std::string highlighted(const std::string& html, const Limits& limits = {}) {
    return highlighted_deck(html, limits).markup;
}

}  // namespace

TEST_CASE("A block with a language gets the class hljs and its tokens spans") {
    CHECK(highlighted("<pre><code class=\"language-python\">if x</code></pre>") ==
          "<pre><code class=\"language-python hljs\"><span class=\"hljs-keyword\">if</span> x"
          "</code></pre>");
}

TEST_CASE("A block without a known language gets the class hljs and stays plain") {
    CHECK(highlighted("<pre><code>if x</code></pre>") ==
          "<pre><code class=\"hljs\">if x</code></pre>");
    CHECK(highlighted("<pre><code class=\"language-klingon\">if</code></pre>") ==
          "<pre><code class=\"language-klingon hljs\">if</code></pre>");
    CHECK(highlighted("<pre><code class=\"nohighlight\">if</code></pre>") ==
          "<pre><code class=\"nohighlight hljs\">if</code></pre>");
}

TEST_CASE("Code deeper in <pre> is code too") {
    CHECK(
        highlighted("<pre><b><code class=\"sh\">if</code></b></pre>") ==
        "<pre><b><code class=\"sh hljs\"><span class=\"hljs-keyword\">if</span></code></b></pre>");
}

TEST_CASE("Code outside <pre> is left alone") {
    CHECK(highlighted("<p><code class=\"language-python\">if</code></p>") ==
          "<p><code class=\"language-python\">if</code></p>");
}

TEST_CASE("The language may be a plain class, and may stand on the <pre>") {
    CHECK(highlighted("<pre><code class=\"python\">if</code></pre>") ==
          "<pre><code class=\"python hljs\"><span class=\"hljs-keyword\">if</span></code></pre>");
    CHECK(highlighted("<pre class=\"lang-python\"><code>if</code></pre>") ==
          "<pre class=\"lang-python\"><code class=\"hljs\"><span class=\"hljs-keyword\">if</span>"
          "</code></pre>");
}

TEST_CASE("Elements inside code stay, and a token that crosses them is split") {
    CHECK(highlighted("<pre><code class=\"language-python\">x = \"a<b>b\" if</b> y</code></pre>") ==
          "<pre><code class=\"language-python hljs\">x = <span class=\"hljs-string\">\"a</span><b>"
          "<span class=\"hljs-string\">b\"</span> <span class=\"hljs-keyword\">if</span></b> y"
          "</code></pre>");
}

TEST_CASE("A class on the code, a fragment say, stays") {
    CHECK(highlighted("<pre><code class=\"language-sh fragment\">ls</code></pre>") ==
          "<pre><code class=\"language-sh fragment hljs\">ls</code></pre>");
}

TEST_CASE("Code past a deck's limit stays plain") {
    Limits limits;
    limits.highlighted_bytes = 5;
    CHECK(highlighted(
              "<pre><code class=\"sh\">if</code></pre><pre><code class=\"sh\">else</code></pre>"
              "<pre><code class=\"sh\">fi</code></pre>",
              limits) ==
          "<pre><code class=\"sh hljs\"><span class=\"hljs-keyword\">if</span></code></pre>"
          "<pre><code class=\"sh hljs\">else</code></pre>"
          "<pre><code class=\"sh hljs\"><span class=\"hljs-keyword\">fi</span></code></pre>");
}

TEST_CASE("A line past the limit stays plain, those around it do not") {
    Limits limits;
    limits.highlighted_line_bytes = 4;
    CHECK(highlighted("<pre><code class=\"sh\">if\nif if\nif</code></pre>", limits) ==
          "<pre><code class=\"sh hljs\"><span class=\"hljs-keyword\">if</span>\nif if\n"
          "<span class=\"hljs-keyword\">if</span></code></pre>");
}

TEST_CASE("A token inside another is a span in its span") {
    CHECK(highlighted("<pre><code class=\"js\">`a ${1}`</code></pre>") ==
          "<pre><code class=\"js hljs\"><span class=\"hljs-string\">`a <span class=\"hljs-subst\">"
          "${<span class=\"hljs-number\">1</span>}</span>`</span></code></pre>");
}

TEST_CASE("A language that is not known is warned of once, with the nearest name") {
    const Highlighted made = highlighted_deck(
        "<pre><code class=\"language-pyton\">if</code></pre>"
        "<pre><code class=\"language-pyton\">if</code></pre>"
        "<pre><code class=\"language-text\">if</code></pre>");
    CHECK(made.warnings ==
          std::vector<std::string>{"deck.md: warning: no language 'pyton' is known to colour code "
                                   "by; it stays plain; did you mean 'python'?"});
}

// highlight.js 7, whose style sheets the pages of that time bring, wrote no prefix.
TEST_CASE("Before reveal.js 3 tokens have their names without the prefix as well") {
    const std::string html = "<pre><code class=\"python\">if x</code></pre>";
    const auto markup = [&](deck::RevealVersion version) {
        return highlighted_deck(html, {}, deck::Format::kPage, version).markup;
    };
    CHECK(markup({2, 6}).find("<span class=\"hljs-keyword keyword\">if</span>") !=
          std::string::npos);
    CHECK(markup({3, 0}).find("<span class=\"hljs-keyword\">if</span>") != std::string::npos);
}

// highlight.js 9.18.5 guesses python here, by its keywords' relevance.
TEST_CASE("A reveal.js page's code without a language is guessed, gh-reveal's is not") {
    const std::string html = "<pre><code>def f(x):\n    return not x\n</code></pre>";
    const std::string page = highlighted_deck(html, {}, deck::Format::kPage).markup;
    CHECK(page.find("<span class=\"hljs-keyword\">return</span>") != std::string::npos);
    CHECK(highlighted(html).find("span") == std::string::npos);
    Limits limits;
    limits.guessed_code_bytes = 10;
    CHECK(highlighted_deck(html, limits, deck::Format::kPage).markup.find("span") ==
          std::string::npos);
}

TEST_CASE("Code that has a generator's colours is not coloured again") {
    for (const std::string html : {"<pre class=\"sourceCode\"><code class=\"python\"><span "
                                   "class=\"kw\">if</span></code></pre>",
                                   "<div class=\"highlight\"><pre><code class=\"python\"><span "
                                   "class=\"k\">if</span></code></pre>"
                                   "</div>"}) {
        INFO(html);
        CHECK(highlighted(html).find("hljs-") == std::string::npos);
    }
}

namespace {

std::string with_prism(const std::string& html) {
    return highlighted_deck(html, {}, deck::Format::kPage, {4, 0}, deck::CodeColouring::kPrism)
        .markup;
}

}  // namespace

// The names are those of prismjs.com/tokens.html; the markup is that of Prism 1.29.
TEST_CASE("A page with Prism has Prism's names of tokens, and its <pre> the language") {
    CHECK(with_prism("<pre><code class=\"language-python\">if f(1): # x</code></pre>") ==
          "<pre class=\"language-python\"><code class=\"language-python\">"
          "<span class=\"token keyword\">if</span> <span class=\"token function\">f</span>"
          "<span class=\"token punctuation\">(</span><span class=\"token number\">1</span>"
          "<span class=\"token punctuation\">)</span><span class=\"token punctuation\">:</span> "
          "<span class=\"token comment\"># x</span></code></pre>");
    CHECK(with_prism("<pre><code class=\"language-python\">def f():</code></pre>")
              .find("<span class=\"token function\">f</span>") != std::string::npos);
    CHECK(with_prism("<pre><code class=\"language-python\">class A:</code></pre>")
              .find("<span class=\"token class-name\">A</span>") != std::string::npos);
    CHECK(with_prism("<pre><code class=\"language-html\">&lt;a href=\"b\"&gt;</code></pre>")
              .find("<span class=\"token attr-value\">") != std::string::npos);
    CHECK(with_prism("<pre><code class=\"language-js\">a += b;</code></pre>")
              .find("a <span class=\"token operator\">+=</span> b") != std::string::npos);
}

TEST_CASE("Prism finds the language around the code, and names it on both elements") {
    for (const std::string html : {"<pre class=\"language-python\"><code>1</code></pre>",
                                   "<div class=\"lang-python\"><pre><code>1</code></pre></div>"}) {
        INFO(html);
        CHECK(with_prism(html).find("<pre class=\"language-python\"><code "
                                    "class=\"language-python\"><span class=\"token number\">") !=
              std::string::npos);
    }
    CHECK(with_prism("<p>A <code class=\"language-python\">1</code></p>")
              .find("<span class=\"token number\">1</span>") != std::string::npos);
}

TEST_CASE("Prism marks the lines that data-line names") {
    CHECK(with_prism("<pre data-line=\"2,4-5\"><code class=\"language-none\">1</code></pre>")
              .find("1<div class=\"line-highlight\" aria-hidden=\"true\" data-start=\"2\" "
                    "style=\"top: 1lh\"> \n</div>"
                    "<div class=\"line-highlight\" aria-hidden=\"true\" data-start=\"4\" "
                    "data-end=\"5\" style=\"top: 3lh\"> \n \n</div></code>") != std::string::npos);
}

TEST_CASE("Prism guesses no language") {
    const std::string plain = "<pre><code>if (x) { return 1; }</code></pre>";
    CHECK(with_prism(plain) == plain);
}
