// Expected HTML as kramdown 2.4 with its GFM parser gives it, white space between blocks aside.
#include <catch2/catch.hpp>

#include "deck/deck.h"

using namespace ghreveal;

namespace {

// The HTML of a deck's body without line ends.
std::string html(const std::string& markdown) {
    Diagnostics diagnostics;
    std::string text = deck::deck_html(markdown, "deck.md", {}, diagnostics);
    std::erase(text, '\n');
    return text;
}

}  // namespace

TEST_CASE("emphasis looks at white space only, not at punctuation") {
    CHECK(html("processus**, plus rapide !**") ==
          "<p>processus<strong>, plus rapide !</strong></p>");
    CHECK(html("a **b**: c") == "<p>a <strong>b</strong>: c</p>");
    CHECK(html("2 * 3 * 4") == "<p>2 * 3 * 4</p>");
}

TEST_CASE("quotes curl by what stands around them") {
    CHECK(html("\"Quoted\" it's 'single'") == "<p>“Quoted” it’s ‘single’</p>");
    CHECK(html("(voir \"ça\") \"été\"") == "<p>(voir “ça”) “été”</p>");
    CHECK(html("1990's '90s") == "<p>1990’s ’90s</p>");
    CHECK(html("`\"code\"`") == "<p><code>\"code\"</code></p>");
}

TEST_CASE("dashes, ellipses and guillemets are typographic, outside code") {
    CHECK(html("a -- b --- c... << d >> e") == "<p>a – b — c… «\u00a0d\u00a0» e</p>");
    CHECK(html("`a -- b...`") == "<p><code>a -- b...</code></p>");
}

TEST_CASE("a table needs no header") {
    CHECK(
        html("| a | b |\n| c | d |") ==
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>");
}

TEST_CASE("a delimiter row may leave cells empty after the first") {
    CHECK(html("| a | b |\n| --- |   |\n| 1 | 2 |") ==
          "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
          "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>");
}

TEST_CASE("table columns are aligned by inline style") {
    CHECK(html("| a |\n|--:|\n| 1 |").find("<td style=\"text-align: right\">1</td>") !=
          std::string::npos);
}

TEST_CASE("a term and its definitions make a definition list") {
    CHECK(html("Term\n: one\n: two") == "<dl><dt>Term</dt><dd>one</dd><dd>two</dd></dl>");
}

TEST_CASE("an attribute list goes to the block before it or the span before it") {
    CHECK(html("text\n{: .a #b}") == "<p class=\"a\" id=\"b\">text</p>");
    CHECK(html("x *y*{: .a} z") == "<p>x <em class=\"a\">y</em> z</p>");
    CHECK(html("- one\n- two\n{: .a}") == "<ul class=\"a\"><li>one</li><li>two</li></ul>");
    CHECK(html("![p](p.png){: width=\"40\"}") ==
          "<p><img src=\"p.png\" alt=\"p\" width=\"40\" /></p>");
}

TEST_CASE("headings get ids of their text: lower case, accents kept, spaces to dashes, counted") {
    CHECK(html("## Été à l'eau") == "<h2 id=\"été-à-leau\">Été à l’eau</h2>");
    CHECK(html("# A\n# A").find("<h1 id=\"a-1\">") != std::string::npos);
    CHECK(html("# A {#own}") == "<h1 id=\"own\">A</h1>");
}

TEST_CASE("a span element alone on a line is a paragraph, a block element is not") {
    CHECK(html("<img src=\"a.png\">") == "<p><img src=\"a.png\" /></p>");
    CHECK(html("<video src=\"x\"></video>") == "<video src=\"x\"></video>");
}

TEST_CASE("an HTML block runs to the end of its element, blank lines and all") {
    CHECK(html("<div>\n\n*a*\n\n</div>\n\n*b*") == "<div>*a*</div><p><em>b</em></p>");
}

TEST_CASE("kramdown's comments leave nothing") {
    CHECK(html("a\n\n{::comment}\nhidden\n{:/}\n\nb") == "<p>a</p><p>b</p>");
}

TEST_CASE("ordered lists begin at 1 whatever their first number") {
    CHECK(html("3. a\n4. b") == "<ol><li>a</li><li>b</li></ol>");
}

TEST_CASE("fenced code keeps its text and names its language") {
    CHECK(html("```python\na < \"b\"\n```") ==
          "<pre><code class=\"language-python\">a &lt; \"b\"</code></pre>");
    CHECK(html("```\n**x** '\n```") == "<pre><code>**x** '</code></pre>");
}

TEST_CASE("attributes that nothing defines are said with their element's line") {
    Diagnostics diagnostics;
    deck::deck_html(
        "a\n{:nix}\n\n*b*{:.c nix2}\n\n{:later}\n- x\n\n{:later: .y}\n\n* toc\n{:toc}\n", "deck.md",
        {}, diagnostics);
    REQUIRE(diagnostics.warnings().size() == 2);
    CHECK(to_string(diagnostics.warnings()[0]) ==
          "deck.md:1: warning: nothing defines the attributes '{:nix}'; a class is written with a "
          "dot: {:.nix}");
    CHECK(diagnostics.warnings()[1].where.line == 4);
}
