#include "export/notes/notes_markdown.h"

#include <catch2/catch.hpp>

#include "markdown/kramdown/kramdown.h"

using namespace ghreveal;

namespace {

std::string html_of(const std::string& text) {
    return markdown::kramdown::markdown_to_html(markdown::split_lines(text, {1, 0})).html.text;
}

// Markdown -> HTML -> Markdown -> HTML: both HTML texts, which have to be one.
void check_round_trip(const std::string& markdown) {
    const std::string html = html_of(markdown);
    const std::string written = exporter::notes_markdown(html);
    INFO(written);
    CHECK(html_of(written) == html);
}

}  // namespace

TEST_CASE("plain remarks stay the lines they were") {
    CHECK(exporter::notes_markdown(html_of("one\ntwo\n\nthree\n")) == "one\ntwo\n\nthree\n");
    CHECK(exporter::notes_markdown("").empty());
    CHECK(exporter::notes_markdown("<p></p>\n<p> </p>").empty());
}

TEST_CASE("notes come back from their Markdown as the HTML they were") {
    check_round_trip("some *emphasis*, **strong**, ***both***, `code`, ``a ` tick``, ~~gone~~\n");
    check_round_trip("a [link](https://example.org/a?b=1&c=2 \"title\") and ![alt](p.png)\n");
    check_round_trip("line one  \nline two\nline three\n");
    check_round_trip("* one\n* two\n  * deeper\n    1. numbers\n    2. more\n* three\n");
    check_round_trip("* loose\n\n* list\n\n  with more\n");
    check_round_trip("1. one\n2. two\n\n   ```\n   code\n   ```\n");
    check_round_trip("> a quotation\n> of two lines\n>\n> > and another\n");
    check_round_trip("```ruby\nputs 1 # *no* `markup`\n\nend\n```\n");
    check_round_trip("term\n: definition\n: another\n");
    check_round_trip("## A heading\n\ntext\n\n* * *\n\nmore\n");
    check_round_trip("| a | b |\n|---|--:|\n| 1 | *2* |\n");
    check_round_trip("<kbd>Ctrl</kbd> and <span class=\"x\">a *b*</span>\n");
}

TEST_CASE("characters that mean something in Markdown are written so that they don't") {
    check_round_trip("2 \\* 3 \\* 4, snake\\_case\\_name, \\`tick\\`, \\[brackets\\], a \\\\ b\n");
    check_round_trip("\\# no heading\n\n1\\. no list\n\n\\- no item\n\n\\: no definition\n");
    check_round_trip(
        "straight \\\"quotes\\\" and \\'these\\', \\-- \\... &lt;tag&gt; &amp;amp; | pipe\n");
    check_round_trip("“curly” – … « guillemets » it’s\n");
}

TEST_CASE("A formula in a note shows its TeX between dollars, as code") {
    CHECK(exporter::notes_markdown(
              "<p>a <span class=\"katex\" data-tex=\"x+y\"><i>x</i></span></p>") == "a `$x+y$`\n");
}
