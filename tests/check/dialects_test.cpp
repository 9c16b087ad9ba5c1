// What other programs' decks have and ours have not: said, with what to write.
#include <catch2/catch.hpp>

#include "findings.h"

using namespace ghreveal;
using namespace ghreveal::check;

namespace {

const std::string kFront = "---\ntitle: a\nlang: en\n---\n\n";
const std::string kRevealMd = "---\ntitle: a\nseparator: '^---$'\n---\n\n# a\n\n";

Said of_gh_reveal(const std::string& body) {
    return findings(kFront + "# One\n\n" + body + "\n");
}

std::string page(const std::string& head, const std::string& slides, const std::string& script) {
    return "<!doctype html>\n<html lang=en><head>" + head +
           "</head><div class=reveal><div class=slides>\n" + slides + "\n</div></div>\n<script>" +
           script + "</script></html>\n";
}

}  // namespace

// https://marpit.marp.app
TEST_CASE("Marp's directives and words of pictures are said") {
    CHECK(of_gh_reveal("<!-- _class: lead -->") ==
          Said{"8 broken-markup: 'class' in a comment is Marp's: it sets nothing"});
    CHECK(of_gh_reveal("<!-- footer: Our talk -->").empty());  // anybody's remark
    CHECK(of_gh_reveal("<!-- _class: lead -->\n\n<!-- footer: Our talk -->").size() == 2);
    CHECK(of_gh_reveal("# <!-- fit --> x") ==
          Said{"8 broken-markup: '<!-- fit -->' is Marp's: it sets nothing"});
    CHECK(of_gh_reveal("![bg left:40%](https://a.example/b.png)") ==
          Said{"8 broken-markup: '![bg left:40%]' is Marp's: its words are the picture's text"});
    CHECK(of_gh_reveal("![w:200](https://a.example/b.png)") ==
          Said{"8 broken-markup: '![w:200]' is Marp's: its words are the picture's text"});
    CHECK(of_gh_reveal("<!-- classes begin here --> ![big](https://a.example/b.png)").empty());
    CHECK(findings("---\ntitle: a\nmarp: true\npaginate: true\n---\n\n# x\n") ==
          Said{"3 unknown-key: 'marp' has no effect", "4 unknown-key: 'paginate' has no effect"});
}

// https://github.com/gnab/remark/wiki, https://sli.dev/guide/syntax
TEST_CASE("remark's and Slidev's lines are said") {
    CHECK(of_gh_reveal("text\n\n---\nclass: center, middle\n\n.left[x]\n\n?\?\?\n\nnotes") ==
          Said{"11 broken-markup: 'class:' is no property of a slide here: it is shown as text",
               "13 broken-markup: '.left[' is remark's: it is shown as text",
               "15 broken-markup: '?\?\?' is remark's: what follows is shown on the slide"});
    CHECK(of_gh_reveal("a\n\n--\n\nb") ==
          Said{"10 broken-markup: '--' is remark's: it is shown as text"});
    CHECK(of_gh_reveal("a heading\n--\n\nb").empty());
    CHECK(of_gh_reveal("::right::") ==
          Said{"8 broken-markup: '::right::' is Slidev's: it is shown as text"});
    CHECK(of_gh_reveal("<v-click>a</v-click>") ==
          Said{"8 script-content: <v-click> is shown as what is in it"});
    // The front matter's own keys are none.
    CHECK(findings("---\nlayout: presentation\nlang: en\n---\n\n# x\n\n§new\n\n# y\n").empty());
}

// https://pandoc.org/MANUAL.html#inserting-pauses
TEST_CASE("pandoc's pause is said") {
    CHECK(of_gh_reveal(". . .") ==
          Said{"8 broken-markup: '. . .' is pandoc's: it is shown as text"});
}

TEST_CASE("Formulas between other delimiters are said, money is not") {
    CHECK(of_gh_reveal("\\[ x^2 \\]") ==
          Said{"8 broken-markup: '\\[ x^2 \\]' is shown as text, not as a formula"});
    CHECK(of_gh_reveal("$x^2$") ==
          Said{"8 broken-markup: '$x^2$' is shown as text, not as a formula"});
    CHECK(of_gh_reveal("$x$") == Said{"8 broken-markup: '$x$' is shown as text, not as a formula"});
    CHECK(of_gh_reveal("it costs $5 or $6, \\[sic\\], in $HOME and $PATH_TO/$X").empty());
}

TEST_CASE("Liquid in a deck of reveal-md is said") {
    CHECK(findings(kRevealMd + "{% include x %}\n") ==
          Said{"8 broken-markup: '{% include x %}' is shown as text"});
    CHECK(findings(kRevealMd + "`{% include x %}`\n").empty());
}

TEST_CASE("Lines of code in braces, and brackets that are not closed, are said") {
    CHECK(findings(kRevealMd +
                   "```js {1,3}\na\n```\n\n```js [1-2\na\n```\n\n```js [1|2]\na\n```\n") ==
          Said{"8 broken-markup: '{1,3}' names no lines of the code",
               "12 broken-markup: '[1-2' names no lines of the code"});
}

// HTML §13.2.5.33; kramdown takes the last.
TEST_CASE("An attribute that is there twice is said") {
    CHECK(of_gh_reveal("<p class=\"a\" class=\"b\">x</p>") ==
          Said{"8 unknown-attribute: 'class' is set twice on this <p>"});
    CHECK(of_gh_reveal("<p class=\"a\" title='class=b'>x</p>\n\n`<p id=a id=b>`").empty());
    CHECK(findings(page("", "<section id=a\n id=b>x</section>", "")) ==
          Said{"3 unknown-attribute: 'id' is set twice on this <section>"});
}

// HTML §13.2.6.4.7
TEST_CASE("Parts of a table that are in none are said") {
    CHECK(of_gh_reveal("<tr><td>x</td></tr>") ==
          Said{"8 broken-markup: this <tr> is in no table: only its text is shown"});
    CHECK(of_gh_reveal("<table><tr><td>x</td></tr></table>").empty());
}

TEST_CASE("Plugins that are not run are said, a misspelt call too") {
    CHECK(findings(page("", "<section>x</section>",
                        "Reveal.initialize({plugins: [RevealMarkdown,\nRevealMermaid]})")) ==
          Said{"6 script-content: the plugin 'RevealMermaid' is not run"});
    CHECK(findings(page("", "<section>x</section>",
                        "Reveal.initialize({dependencies: [{src: 'plugin/notes/notes.js'},"
                        "{src: 'plugin/anychart/anychart.js', async: true}]})")) ==
          Said{"5 script-content: the plugin 'anychart' is not run"});
    CHECK(findings(page("", "<section>x</section>", "Reveal.initialise({})")) ==
          Said{"5 unknown-key: reveal.js has no 'Reveal.initialise'"});
}

TEST_CASE("Keys of a site's defaults are looked at") {
    CHECK(findings(kFront + "# x\n", Files{{"_config.yml",
                                            "defaults:\n  - scope: {pth: ''}\n    vlaues: {}\n"
                                            "    values:\n      them: sky\n"}}) ==
          Said{"3 unknown-key: unknown key 'vlaues'", "2 unknown-key: unknown key 'pth'",
               "5 unknown-key: unknown key 'them'"});
    CHECK(findings(kFront + "# x\n", Files{{"_config.yml", "kramdown:\n  math_engine: ~\n"}}) ==
          Said{"2 left-out: '~' of math_engine has no effect"});
}

// CSS 2.1 §10.5
TEST_CASE("A height in percent of what has none is said") {
    const Said said{"8 css-unsupported: this height in % has no effect: what is around has none"};
    CHECK(of_gh_reveal("<div style=\"height: 50%\">x</div>") == said);
    CHECK(of_gh_reveal(
              "<div><img height=\"75%\" alt=\"a\" src=\"https://a.example/b.png\"></div>") == said);
    CHECK(of_gh_reveal("<div style=\"height: 300px\"><div style=\"height:50%\">x</div></div>")
              .empty());
    CHECK(of_gh_reveal("<div style=\"height: 50%; position: absolute\">x</div>").empty());
}

TEST_CASE("Slips of keywords and links are said") {
    CHECK(of_gh_reveal("§new§\n\n## x") ==
          Said{"8 keyword-without-effect: '§new§' is shown as text"});
    CHECK(of_gh_reveal("§ new\n\n## x") ==
          Said{"8 keyword-without-effect: '§ new' is shown as text"});
    CHECK(of_gh_reveal("[a](b.md \"title) x") ==
          Said{"8 broken-markup: '[a](b.md…' is shown as text"});
    CHECK(of_gh_reveal("a \uFFFD b").size() == 1);
    CHECK(of_gh_reveal("§ 5 of the law, and § news").empty());
}
