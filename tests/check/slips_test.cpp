// Slips that authors make, each said where they can be mended.
#include <catch2/catch.hpp>

#include "findings.h"

using namespace ghreveal;
using namespace ghreveal::check;

namespace {

const std::string kFront = "---\ntitle: a\n---\n\n";

std::string page(const std::string& slides, const std::string& scripts = "") {
    return "<!doctype html>\n<html lang=en><div class=reveal><div class=slides>\n" + slides +
           "\n</div></div>\n" + scripts + "</html>\n";
}

}  // namespace

TEST_CASE("Front matter that is not in the first line is said") {
    CHECK(findings("\n---\nlayout: presentation\ntitle: a\n---\n\n# x\n\n§new\n\n# y\n") ==
          Said{"2 broken-markup: the front matter is shown as text"});
    CHECK(findings("----\ntitle: a\n----\n\n# x\n\n§new\n\n# y\n").size() == 1);
}

// CommonMark §4.5: a closing fence is at least as long as the opening one.
TEST_CASE("A fence that is never closed is said") {
    CHECK(findings(kFront + "# x\n\n```\ncode\n") ==
          Said{"7 broken-markup: the code that begins here is never ended"});
    CHECK(findings(kFront + "# x\n\n````\n```\ncode\n````\n\n`` `a` ``\n").empty());
}

TEST_CASE("Lines that begin with a dash and a word are no list") {
    CHECK(findings(kFront + "# x\n\n-one\n-two\n-three\n") ==
          Said{"7 broken-markup: these lines are shown as text, not as a list"});
    CHECK(findings(kFront + "# x\n\n- one\n- two\n\n-v is an option\n").empty());
}

TEST_CASE("A blank in a link, a link the wrong way round and pandoc's attributes are said") {
    CHECK(findings(kFront + "# x\n\n[a] (b.html)\n\n(a)[http://b.c]\n\ny {.red}\n") ==
          Said{"7 broken-markup: '[a] (b.html)' is shown as text",
               "9 broken-markup: '(a)[http://b.c]' is shown as text",
               "11 broken-markup: '{.red}' is shown as text"});
    CHECK(findings(kFront + "# x\n\n[1] (see below), f(x)[0], {a, b} and {x=1}\n").empty());
}

TEST_CASE("A character reference that is nearly one is said") {
    CHECK(findings(kFront + "# x\n\na&nbps;b, AT&T; `&nbps;`\n") ==
          Said{"7 broken-markup: '&nbps;' is shown as text"});
}

TEST_CASE("Values that can hardly be meant are said") {
    CHECK(findings("---\ntitle: a\nlang: english\nlayout: presentaton\n---\n\n# x\n\n§new\n") ==
          Said{"3 invalid-value: 'english' is no tag of a language",
               "4 invalid-value: the layout 'presentaton' is not gh-reveal's"});
    CHECK(findings(kFront + "<p class=\"fragment\" data-fragment-index=\"two\">x</p>\n") ==
          Said{"5 unknown-attribute: 'two' of data-fragment-index is no number"});
    CHECK(findings(kFront + "§slide:data-transition=zom§;\n\n# x\n") ==
          Said{"5 unknown-attribute: there is no transition 'zom'"});
    CHECK(findings(kFront + "<p class=“red”>x</p>\n") ==
          Said{"5 unknown-attribute: the value of 'class' begins with a typographic quote"});
    CHECK(findings(page("<section><pre><code data-line-numbers=\"1-x|3\">a</code></pre></section>"))
              .size() == 1);
    CHECK(findings(page("<section><pre><code data-line-numbers=\"1, 3-5|6|\">a</code></pre>"
                        "</section>"))
              .empty());
}

TEST_CASE("Pictures and links without an address are said") {
    CHECK(findings(kFront + "# x\n\n<img scr=\"a.png\" alt=\"a\">\n\n[b]()\n") ==
          Said{"9 dead-link: this link has no address",
               "7 missing-picture: this picture has no address"});
    CHECK(findings(page("<section><img data-src=\"a.png\" alt=\"a\"></section>")).empty());
}

TEST_CASE("A section that is never closed, and one that is closed twice, are said") {
    CHECK(findings(page("<section>a\n<section>b</section>")) ==
          Said{"3 broken-markup: the <section> that begins here is never closed"});
    CHECK(findings(page("<section>a</section>\n</section>")) ==
          Said{"4 broken-markup: this </section> closes nothing"});
    CHECK(findings(page("<section>a</section><!-- <section> -->"
                        "<section><textarea></section></textarea></section>"))
              .empty());
}

TEST_CASE("Notes beside the slides are said") {
    CHECK(findings(page("<section>a</section>\n<aside class=notes>b</aside>")) ==
          Said{"4 broken-markup: these notes are of no slide"});
    CHECK(findings(page("<section>a<aside class=note>b</aside></section>")) ==
          Said{"3 unknown-attribute: reveal.js has no class 'note'"});
}

TEST_CASE("Settings with a comma missing are said: no browser runs such a script") {
    CHECK(
        findings(page("<section>a</section>",
                      "<script>\nReveal.initialize({\n width: 1200\n height: 900 });</script>")) ==
        Said{"8 invalid-value: there is no comma before 'height'"});
    CHECK(findings(page("<section>a</section>",
                        "<script>Reveal.initialize({ width: 1200, // a\n height: b ? c : d,\n"
                        " dependencies: [{ src: 'plugin/notes/notes.js' }], math: { a: 1 } });\n"
                        "switch (a) { case 1: b(); default: c() }</script>"))
              .empty());
}

TEST_CASE("Markdown that no script of the page reads is said") {
    const std::string slide =
        "<section data-markdown><textarea data-template># a</textarea></section>";
    CHECK(findings(page(slide, "<script src=\"reveal.js\"></script>")) ==
          Said{"3 script-content: no script of the page reads Markdown"});
    CHECK(findings(page(slide,
                        "<script src=\"reveal.js\"></script>"
                        "<script src=\"plugin/markdown/markdown.js\"></script>"))
              .empty());
}

TEST_CASE("Comments of reveal-md that set nothing are said") {
    const std::string front = "---\nrevealOptions: {}\n---\n\n";
    CHECK(findings(front + "<!-- slide: data-background=\"red\" -->\n# a\n\n---\n\n"
                           "<!-- .elment: class=\"fragment\" -->\n# b\n") ==
          Said{"5 unknown-attribute: this comment sets no attributes",
               "10 unknown-attribute: this comment sets no attributes"});
    CHECK(findings(front + "<!-- .slide: data-background=\"red\" -->\n# a\n\n"
                           "<!-- slide two: a = b -->\n")
              .empty());
}

// CommonMark §6.2: a mark that nothing ends, or that stands beside a blank, is text.
TEST_CASE("Two asterisks without their pair are said where they were meant as emphasis") {
    CHECK(findings(kFront + "# x\n\n**bold text\n\ntwo lines,\nthen **one \u00e0 two\n") ==
          Said{"7 broken-markup: '**bold text' is shown as text",
               "10 broken-markup: '**one \u00e0 two' is shown as text"});
    CHECK(findings(kFront + "# x\n\n<div>**a b** c</div>\n") ==
          Said{"7 broken-markup: '**a b**' is shown as text"});
    CHECK(findings(kFront + "# x\n\n** bold**, so\n") ==
          Said{"7 broken-markup: '** bold**' is shown as text"});
    CHECK(findings(kFront + "# x\n\n2 ** 3\n** 4 and price**s\n").empty());
}

TEST_CASE("Markdown of a page's slides is looked through as that of a deck's") {
    CHECK(findings(page("<section data-markdown><textarea data-template>\n# a\n\n**bold text\n"
                        "</textarea></section>\n<section>**no Markdown</section>")) ==
          Said{"6 broken-markup: '**bold text' is shown as text"});
}

TEST_CASE("Asterisks of powers, globs, arguments, footnotes and code are no emphasis") {
    CHECK(findings(kFront + "# x\n\n2 ** 3 ** 4 and 2**3, **/*.cpp and src/**, f(**kwargs), "
                            "price**, ****\n\n\\*\\*not meant\n\n`**code`\n\n"
                            "    **indented\n\n**bold**\n")
              .empty());
}

TEST_CASE("A backtick without its pair is said where code was meant") {
    CHECK(findings(kFront + "# x\n\nuse `ls to list\n") ==
          Said{"7 broken-markup: '`ls to list' is shown as text"});
    CHECK(findings(kFront + "# x\n\nthe ``quoted'' and `quoted' words, a` la, \\`no\n").empty());
}

// HTML §13.2.6.4.7: an end tag closes the element of its name in scope, here the slides' own.
TEST_CASE("An element that ends on another slide is said where it begins") {
    CHECK(findings(kFront + "# x\n\n<div class=\"a\" markdown=\"1\">\n\na\n\n§new\n\n"
                            "b\n\n</div>\n") ==
          Said{"7 broken-markup: the <div> that begins here ends on another slide, in line 15"});
    CHECK(findings(kFront + "# x\n\n<div>\na\n</div>\n\n`<div>` <!-- <div> -->\n\n"
                            "```\n<div>\n```\n\n§new\n\n# y\n\n<div>b</div>\n")
              .empty());
    CHECK(findings("---\nrevealOptions: {}\nlang: en\n---\n\n<div>\n\na\n\n---\n\nb\n</div>\n") ==
          Said{"6 broken-markup: the <div> that begins here ends on another slide, in line 13"});
}

TEST_CASE("A day that no calendar has is said") {
    CHECK(findings("---\ntitle: a\ndate: 2023-02-30\n---\n\n# x\n\n§new\n\n# y\n") ==
          Said{"3 invalid-value: there is no day '2023-02-30'"});
    for (const char* date : {"2024-02-29", "2023-12-31 10:00:00", "\"spring 2023\"", "13-2023"}) {
        CAPTURE(date);
        CHECK(
            findings("---\ntitle: a\ndate: " + std::string(date) + "\n---\n\n# x\n\n§new\n\n# y\n")
                .empty());
    }
}

TEST_CASE("Notes of reveal.js with a blank before their colon are said") {
    const std::string front = "---\nrevealOptions: {}\n---\n\n# a\n\n";
    CHECK(findings(front + "Note : rien\n") ==
          Said{"7 broken-markup: 'Note :' begins no notes: they are shown on the slide"});
    CHECK(findings(front + "Notes\u00a0:\n\nrien\n").size() == 1);
    CHECK(findings(front + "Note: rien\n").empty());
    CHECK(findings(front + "Noted : rien\n\nnote that: a\n").empty());
}
