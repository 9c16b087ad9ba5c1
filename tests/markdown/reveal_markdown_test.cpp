// reveal.js's Markdown plugin: what it does with a text before and with md4c.
#include <algorithm>
#include <catch2/catch.hpp>

#include "markdown/reveal/commonmark.h"
#include "markdown/reveal/fence_info.h"
#include "markdown/reveal/lists/item_blocks.h"
#include "markdown/reveal/regular_expression.h"
#include "markdown/reveal/slide_texts.h"

using namespace ghreveal::markdown;
using namespace ghreveal::markdown::reveal;

namespace {

std::string html(std::string_view text) {
    return commonmark_to_html(text, {1, 0}).text;
}

std::string shape(const std::vector<SlideGroup>& groups) {
    std::string shape;
    for (const SlideGroup& group : groups) {
        shape += group.is_stack ? "(" : "[";
        for (const SlideText& slide : group.slides) {
            shape += std::string(slide.text) + (slide.notes ? "/" + std::string(*slide.notes) : "");
            shape += ";";
        }
        shape += group.is_stack ? ")" : "]";
    }
    return shape;
}

}  // namespace

// marked 4's output, but for blanks between tags.
TEST_CASE("elements that md4c does not know as blocks are blocks") {
    CHECK(html("<h2>T</h2>\ntext *b*\n\n*a*") == "<h2>T</h2>\ntext *b*\n<p><em>a</em></p>\n");
    CHECK(html("x\n<h3>T</h3>\n") == "<p>x</p>\n<h3>T</h3>\n");
    CHECK(html("> <h2>*q*</h2>\n") == "<blockquote>\n<h2>*q*</h2>\n</blockquote>\n");
    CHECK(html("- <header>*q*</header>\n") == "<ul>\n<li><header>*q*</header>\n</li>\n</ul>\n");
    CHECK(html("```\n<h2>\n```\n") == "<pre><code class=\"\">&lt;h2&gt;</code></pre>\n");
    CHECK(html("    <h2>*x*\n") == "<pre><code class=\"\">&lt;h2&gt;*x*</code></pre>\n");
    CHECK(html("`a\n<h2> b`\n") == "<p>`a</p>\n<h2> b`\n");
    CHECK(html("</h6>*x*\n") == "</h6>*x*\n");
    CHECK(html("<h2x>*x*\n") == "<p><h2x><em>x</em></p>\n");
    CHECK(html("<thead/>*x*\n") == "<thead/>*x*\n");
    CHECK(html("<pre>\n<h2>\n</pre>\n") == "<pre>\n<h2>\n</pre>\n");
    // Nor does a table part one.
    CHECK(html("<section>\na | b\n--|--\n1 | 2\n</section>\n") ==
          "<section>\na | b\n--|--\n1 | 2\n</section>\n");
}

// marked 4's output, from its own tests and README.
TEST_CASE("GitHub's Markdown becomes the HTML that marked makes of it") {
    CHECK(html("# A *b* `c`\n\n# A b c") ==
          "<h1 id=\"a-b-c\">A <em>b</em> <code>c</code></h1>\n<h1 id=\"a-b-c-1\">A b c</h1>\n");
    CHECK(html("a | b\n:-|-:\n1 | ~~2~~\n") ==
          "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n"
          "</thead>\n<tbody><tr>\n<td align=\"left\">1</td>\n<td align=\"right\"><del>2</del></td>"
          "\n</tr>\n</tbody></table>\n");
    CHECK(html("- [x] a\n- [ ] b") ==
          "<ul>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> a</li>\n<li><input "
          "disabled=\"\" type=\"checkbox\"> b</li>\n</ul>\n");
    CHECK(html("![*a* \"b\"](c.png \"d\")") ==
          "<p><img src=\"c.png\" alt=\"a &quot;b&quot;\" title=\"d\"></p>\n");
    CHECK(html("3. a\n4. b") == "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
}

TEST_CASE("a fence's lines become attributes of its code") {
    CHECK(html("```js [25: 1,4-8|9]\na < b\n```\n") ==
          "<pre><code data-line-numbers=\"1,4-8|9\" data-ln-start-from=\"25\" class=\"js\">a &lt; "
          "b</code></pre>\n");
    CHECK(html("```js\na\n\n```") == "<pre><code class=\"js\">a\n</code></pre>\n");
    CHECK(html("```js []\nx\n```").find("data-line-numbers=\"\"") != std::string::npos);
    CHECK_FALSE(read_fence_info("c++ [x]").lines);
}

TEST_CASE("HTML knows the lines of the Markdown that it was made of") {
    const HtmlText made = commonmark_to_html("a\n\n# b\n\n- c\n- d\n", {10, 2});
    const auto line_of = [&](std::string_view tag) {
        const std::size_t at = made.text.find(tag);
        int line = 0;
        for (const auto& mark : made.origins) {
            line = mark.offset <= at ? mark.line : line;
            CHECK(mark.file == 2);
        }
        return line;
    };
    CHECK(line_of("<p>") == 10);
    CHECK(line_of("<h1") == 12);
    CHECK(line_of("<li>d") == 15);
}

// What JavaScript's RegExp gives for the same patterns.
TEST_CASE("regular expressions match as ECMAScript's do") {
    CHECK(RegularExpression("^\\r?\\n---\\r?\\n$").find("a\n\n---\n\nb")->begin == 2);
    CHECK(RegularExpression("\\u0041").find("xA")->begin == 1);
    CHECK_FALSE(RegularExpression("[]").find("a"));
    CHECK(RegularExpression("NOTE:", CaseMatters::kNo).find("x note: y")->begin == 2);
    CHECK_FALSE(RegularExpression("(").error().empty());
}

TEST_CASE("a pattern that tries every way to match is given up") {
    const std::string subject(60, 'a');
    CHECK_FALSE(RegularExpression("(a|aa)+(a|aa)+$x").find(subject + "!"));
}

TEST_CASE("a text is cut into slides and stacks, with their notes") {
    const Separators separators{"^\\n---\\n", "^\\n--\\n", "notes?:"};
    const SlideCutter cutter(separators);
    CHECK(cutter.error().empty());
    CHECK(shape(cutter.cut("a\n\n---\nb\n\n--\nc\n\n---\nd")) == "[a\n;](b\n;c\n;)[d;]");
    CHECK(shape(cutter.cut("a\nNote: x ")) == "[a\n/x;]");
    // Twice the separator: no notes.
    CHECK(shape(cutter.cut("note: a note: b")) == "[note: a note: b;]");
    // It knows nothing of fences.
    CHECK(shape(cutter.cut("```\n\n---\n```")) == "[```\n;][```;]");
}

// The lists of marked 4.3.0 (reveal.js 5's) for the same texts.
TEST_CASE("HTML below a list item's text belongs to the item") {
    const auto with_html_in_items = [](std::string_view text) {
        return with_blocks_in_items(text, ItemBlocks::kHtmlAndQuotes);
    };
    CHECK(with_html_in_items("* a\n<!-- c -->\n\n* d\n<!-- e -->") ==
          "* a\n  <!-- c -->\n\n* d\n  <!-- e -->");
    CHECK(with_html_in_items("1. a\n   - b\n<!-- c -->\n2. d") ==
          "1. a\n   - b\n     <!-- c -->\n2. d");
    for (const char* same :
         {"", "\n", "a\n", "* a\n\n<!-- c -->\n* d", "a\n<!-- c -->", "* b\n\na\n<!-- c -->",
          "```\n* a\n<!-- c -->\n```", "*a\n<!-- c -->"}) {
        CHECK(with_html_in_items(same) == same);
    }
    const std::string html = commonmark_to_html("* a **b**\n<!-- c -->\n* d\n", {1, 0}).text;
    CHECK(html.find("<ul>") == html.rfind("<ul>"));
    CHECK(html.find("<!-- c -->") < html.find("</li>"));
}

TEST_CASE("the indentation of a text's first line is taken from all") {
    CHECK(unindented("\n\t\ta\n\t\t\tb\n\tc\n") == "\na\n\tb\n\tc\n");
    CHECK(unindented("\n    a\n      b\n") == "\na\n  b\n");
    CHECK(unindented("a\n b") == "a\n b");
    // As the plugin's `\n?\t{2}(.*)` does it, which no line begins.
    CHECK(unindented("\n\t\ta\n  \t\tb\n\t\tc\n") == "\na\n  \nb\nc\n");
}

// Expected: what the marked.js of npm's reveal.js 3.7.0 makes of it, but for white space and ids.
TEST_CASE("before reveal.js 3.8 elements have Markdown's spans in them, and no blocks") {
    const auto early = [](const char* text) {
        return commonmark_to_html(text, {1, 0}, {.early_html = true}).text;
    };
    CHECK(early("<img src=\"x\">") == "<p><img src=\"x\"></p>\n");
    CHECK(early("text\n\n<br>\n\nmore") == "<p>text</p>\n<p><br></p>\n<p>more</p>\n");
    CHECK(early("<small>x *y*</small>\ntext") == "<p><small>x <em>y</em></small>\ntext</p>\n");
    CHECK(early("<div class=\"f\">\n\n- a\n- b\n\n</div>\n\ntext") ==
          "<div class=\"f\">\n\n- a\n- b\n\n</div>\n<p>text</p>\n");
    CHECK(early("<table><tr><td>*a*</td></tr></table>") ==
          "<table><tr><td><em>a</em></td></tr></table>\n");
    CHECK(early("<ul>\n<li>`a` _b_</li>\n</ul>") ==
          "<ul>\n<li><code>a</code> <em>b</em></li>\n</ul>\n");
    CHECK(early("<div>a</div>\ntext *x*") == "<p><div>a</div>\ntext <em>x</em></p>\n");
    CHECK(early("text\n<div>\n<p>*x*</p>\n</div>\n\nmore") ==
          "<p>text\n</p>\n<div>\n<p><em>x</em></p>\n</div>\n<p>more</p>\n");
    CHECK(early("> text\n<div>a</div>") ==
          "<blockquote>\n<p>text\n</p>\n<div>a</div>\n</blockquote>\n");
    CHECK(early("- a\n\n<p>*b*</p>") == "<ul>\n<li>a</li>\n</ul>\n<p><em>b</em></p>\n");
    CHECK(early("text\n <div>a</div>") == "<p>text\n <div>a</div></p>\n");
    CHECK(early("<div>\n\na *x*") == "<div>\n<p>a <em>x</em></p>\n");
    CHECK(early("<pre><code>a *b*\n\nc</code></pre>\n\ntext") ==
          "<pre><code>a *b*\n\nc</code></pre>\n<p>text</p>\n");
    CHECK(early("```js\na\n\n```") == "<pre><code class=\"js\">a</code></pre>\n");
    CHECK(early("```\na\nend```\n\nb") == "<pre><code class=\"\">a\nend</code></pre>\n<p>b</p>\n");
    CHECK(early("text\n\n```js\na *x*").find("<pre>") == std::string::npos);
    CHECK(early("text\n<!-- c -->") == "<p>text\n<!-- c --></p>\n");
    CHECK(early("<div\n  class=\"a\">*b*</div>") == "<div\nclass=\"a\"><em>b</em></div>\n");
}

// The marked of reveal.js 3.3 and 3.5, under node.
TEST_CASE("before reveal.js 3.8 each item of a list is loose or tight by itself") {
    const auto early = [](const char* text) {
        return commonmark_to_html(text, {1, 0}, {.early_html = true}).text;
    };
    CHECK(early("- *a* x\n- b\n\n- c") ==
          "<ul>\n<li><em>a</em> x\n</li>\n<li><p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n");
    CHECK(early("- a\n\n- b\n- c\n- d") ==
          "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n<li>c\n</li>\n<li>d\n</li>\n</ul>\n");
    CHECK(early("- a\n\n  para\n- b\n- c") ==
          "<ul>\n<li><p>a</p>\n<p>para</p>\n</li>\n<li>b\n</li>\n<li>c\n</li>\n</ul>\n");
    CHECK(html("- a\n- b\n\n- c").starts_with("<ul>\n<li><p>a</p>\n"));
}

// marked 2.0.3, which reveal.js 4.2 brings, and 4.0.12, which 4.3 brings, under node.
TEST_CASE("since reveal.js 4.3 a table ends the paragraph before it") {
    const std::string text = "text\na | b\n---|---\n1|2";
    CHECK(html(text).starts_with("<p>text</p>\n<table>"));
    CHECK(commonmark_to_html(text, {1, 0}, {.tables_end_paragraphs = false}).text ==
          "<p>text\na | b\n---|---\n1|2</p>\n");
    CHECK(html("# H\n| a | b |\n|-|-|").starts_with("<h1 id=\"h\">H</h1>\n<table>"));
    CHECK(html("```\nx\na | b\n-|-\n```") == "<pre><code class=\"\">x\na | b\n-|-</code></pre>\n");
    const HtmlText made = commonmark_to_html(text, {10, 0});
    const auto cell = std::find_if(made.origins.begin(), made.origins.end(), [&](const auto& mark) {
        return made.text.substr(mark.offset).starts_with("1</td>");
    });
    REQUIRE(cell != made.origins.end());
    CHECK(cell->line == 13);
}

// The marked of npm's reveal.js 3.5.0, 3.9.2 and 5.2.1, under node.
TEST_CASE("what ends a table has changed with reveal.js") {
    const auto rows = [](const std::string& below, const Dialect& dialect) {
        const std::string made =
            commonmark_to_html("|a|b|\n|---|---|\n|c|d|\n" + below, {1, 0}, dialect).text;
        int count = 0;
        for (std::size_t at = made.find("<tr>"); at != made.npos; at = made.find("<tr>", at + 1)) {
            ++count;
        }
        return count;
    };
    const Dialect early{.early_html = true, .table_end = TableEnd::kOtherText};
    const Dialect middle{.table_end = TableEnd::kEmptyLine};
    for (const char* block : {"# h", "<!-- c -->", "<div>x</div>", "```\nx|y\n```", "    code"}) {
        INFO(block);
        CHECK(rows(block, early) == 2);
        CHECK(rows(block, {}) == 2);
    }
    for (const char* block : {"# h", "<!-- c -->", "<div>x</div>"}) {
        INFO(block);
        CHECK(rows(block, middle) == 3);
    }
    for (const char* block : {"text", "x|y", "#h", "<span>x</span>", "   <div>x</div>"}) {
        INFO(block);
        CHECK(rows(block, early) == 2);
        CHECK(rows(block, {}) == 3);
    }
    CHECK(rows("|x|y|\n\n# h", early) == 3);
    CHECK(html("a|b\n-|-\n1|2\n<!-- .element: class=\"x\" -->")
              .ends_with("</table>\n<!-- .element: class=\"x\" -->\n"));
    CHECK(commonmark_to_html("a|b\n-|-\n1|2\n<!-- c -->\n\n# h", {1, 0}, early)
              .text.ends_with("</table>\n<!-- c -->\n<h1 id=\"h\">h</h1>\n"));
    CHECK(commonmark_to_html("a|b\n-|-\n1|2\n<div>*c*</div>\n", {1, 0}, early)
              .text.ends_with("</table>\n<div><em>c</em></div>\n"));
}

TEST_CASE("before reveal.js 3.4 a heading needs no space") {
    const auto html = [](bool needs_space) {
        return commonmark_to_html("##T", {1, 0}, {.headings_need_space = needs_space}).text;
    };
    CHECK(html(false) == "<h2 id=\"t\">T</h2>\n");
    CHECK(html(true) == "<p>##T</p>\n");
}

TEST_CASE("before reveal.js 3.1 headings have no ids") {
    CHECK(commonmark_to_html("## T", {1, 0}, {.heading_ids = false}).text == "<h2>T</h2>\n");
}

TEST_CASE("positions stay in early HTML") {
    const HtmlText made =
        commonmark_to_html("<div>\n\n*a*\n</div>\n\n# b\n", {10, 2}, {.early_html = true});
    const auto line_of = [&](const char* what) {
        int line = 0;
        for (const auto& mark : made.origins) {
            line = mark.offset <= made.text.find(what) ? mark.line : line;
        }
        return line;
    };
    CHECK(line_of("<em>") == 12);
    CHECK(line_of("<h1") == 15);
}

TEST_CASE("before reveal.js 4 a no-break space was a blank for marked") {
    const auto html_of = [](const Dialect& dialect) {
        return commonmark_to_html("##\u00A0Title\u00A0x\n", {1, 0}, dialect).text;
    };
    CHECK(html_of({.no_break_spaces = false, .heading_ids = false}) == "<h2>Title x</h2>\n");
    CHECK(html_of({.heading_ids = false}) == "<p>##\u00A0Title\u00A0x</p>\n");
}

// As marked 1.1.1 and 0.3.6 have it, but for line breaks.
TEST_CASE("before 4.1 an item that is indented by a blank more lies in the one before") {
    const auto html = [](const char* text) {
        std::string result = commonmark_to_html(text, {1, 0}, {.items_nest_early = true}).text;
        std::erase(result, '\n');
        return result;
    };
    CHECK(html(" * a\n  * b\n * c\n  * d\n") ==
          "<ul><li>a<ul><li>b</li></ul></li><li>c<ul><li>d</li></ul></li></ul>");
    CHECK(html("* a\n * b\n* c\n") == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>");
    CHECK(html("1. a\n - b\n2. c\n") == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>");
    CHECK(html("1. a\n\t- b\n2. c\n") == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>");
    CHECK(html("* a\n\n * b\n\n* c\n") ==
          "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>");
    CHECK(html("1. a\n\n  text\n2. c\n").starts_with("<ol><li><p>a</p><p>text</p></li><li>"));
    CHECK(html("text\n\n    code\n\n* * *\n") ==
          "<p>text</p><pre><code class=\"\">code</code></pre><hr>");
    CHECK(html("```\n* a\n * b\n```\n").find("* a * b") != std::string::npos);
    // Since then its text is what has to be reached.
    CHECK(commonmark_to_html("* a\n * b\n", {1, 0}).text ==
          "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
}

// As the marked of reveal.js 4.6.1 and 5.2.1 has it, but for line breaks and the class of code.
TEST_CASE("before 5.0 headings and fenced code right below an item's text belong to it") {
    const auto html = [](const char* text, ItemBlocks blocks) {
        std::string result =
            commonmark_to_html(text, {1, 0}, {.heading_ids = false, .item_blocks = blocks}).text;
        std::replace(result.begin(), result.end(), '\n', '~');
        return result;
    };
    const auto early = [&](const char* text) { return html(text, ItemBlocks::kAll); };
    const auto late = [&](const char* text) { return html(text, ItemBlocks::kHtmlAndQuotes); };
    const char* const kCode = "* a\n```js\nx\n    y\n```\n* b\n";
    CHECK(early(kCode) ==
          "<ul>~<li>a<pre><code class=\"js\">x~  y</code></pre>~</li>~<li>b</li>~</ul>~");
    CHECK(late(kCode) ==
          "<ul>~<li>a</li>~</ul>~<pre><code class=\"js\">x~    y</code></pre>~"
          "<ul>~<li>b</li>~</ul>~");
    const char* const kHeading = "* a\n# H\nlazy\n* b\n\n# I\n";
    CHECK(early(kHeading) == "<ul>~<li>a<h1>H</h1>~lazy</li>~<li>b</li>~</ul>~<h1>I</h1>~");
    CHECK(late(kHeading) ==
          "<ul>~<li>a</li>~</ul>~<h1>H</h1>~<p>lazy</p>~<ul>~<li>b</li>~</ul>~<h1>I</h1>~");
    const char* const kNested = "* a\n  - b\n```js\n      q\n  r\n```\n# h\n* c\n";
    CHECK(early(kNested) ==
          "<ul>~<li>a<ul>~<li>b<pre><code class=\"js\">  q~r</code></pre>~<h1>h</h1>~</li>~</ul>~"
          "</li>~<li>c</li>~</ul>~");
    for (const ItemBlocks which : {ItemBlocks::kAll, ItemBlocks::kHtmlAndQuotes}) {
        const auto blocks = [&](const char* text) { return html(text, which); };
        CHECK(blocks("* a\n> q\n* b\n\n> r\n") ==
              "<ul>~<li>a<blockquote>~<p>q</p>~</blockquote>~</li>~<li>b</li>~</ul>~"
              "<blockquote>~<p>r</p>~</blockquote>~");
        CHECK(blocks("* a\n* b\n</div>\n<div>\n\n* c\n") ==
              "<ul>~<li><p>a</p>~</li>~<li><p>b</p>~</div>~<div>~</li>~<li><p>c</p>~</li>~</ul>~");
        CHECK(blocks("* a\n  <span>x</span>\n\n* b\n") ==
              "<ul>~<li><p>a~<span>x</span></p>~</li>~<li><p>b</p>~</li>~</ul>~");
        CHECK(blocks("- a\n---\n- b\n") == "<ul>~<li>a</li>~</ul>~<hr>~<ul>~<li>b</li>~</ul>~");
        CHECK(blocks("```\n* a\n# b\n```\n") == "<pre><code class=\"\">* a~# b</code></pre>~");
    }
}
