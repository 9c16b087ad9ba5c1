// What a browser, kramdown or CSS would drop or leave as text, each kind said once.
#include <catch2/catch.hpp>

#include "findings.h"

using namespace ghreveal;
using namespace ghreveal::check;

namespace {

const std::string kFront = "---\ntitle: a\n---\n\n# x\n\n";

}  // namespace

// HTML §2.3: a value that its rules do not take is as if the attribute were not there.
TEST_CASE("Values that attributes of HTML cannot have are said") {
    CHECK(findings(kFront + "<table><tr><td colspan=\"a\">x</td></tr></table>\n") ==
          Said{"7 unknown-attribute: 'a' of colspan has no effect"});
    CHECK(findings(kFront + "<ol start=\"x\" type=\"q\"><li value=\"z\">a</li></ol>\n").size() ==
          3);
    CHECK(findings(kFront + "<p dir=\"rlt\">x</p>\n") ==
          Said{"7 unknown-attribute: 'rlt' of dir has no effect"});
    CHECK(findings(kFront + "<ol start=\"-2\" type=\"A\"><li value=\"4th\">a</li></ol>\n\n"
                            "<table width=\"50%\"><tr><td colspan=\"2\" align=\"RIGHT\">x</td></tr>"
                            "</table>\n")
              .empty());
}

TEST_CASE("Elements that need a script or a plugin to show anything are said") {
    CHECK(findings(kFront + "<my-chart data=\"1\"></my-chart>\n") ==
          Said{"7 script-content: <my-chart> shows nothing"});
    CHECK(findings(kFront + "<my-box>text</my-box>\n").empty());
    CHECK(findings(kFront + "<object data=\"a.pdf\">text</object>\n") ==
          Said{"7 script-content: of this <object> what is written in it is shown"});
}

TEST_CASE("Slips in a drawing are said") {
    const auto svg = [](const std::string& inside) {
        return kFront + "<svg width=\"9\" height=\"9\">" + inside + "</svg>\n";
    };
    CHECK(findings(svg("<rect widht=\"5\" height=\"5\"/><cirle r=\"2\"/>")) ==
          Said{"7 unknown-attribute: unknown attribute 'widht'",
               "7 unknown-element: SVG has no element 'cirle'"});
    CHECK(findings(svg("<use href=\"#nix\"/><rect fill=\"url(#gone)\"/>")) ==
          Said{"7 dead-link: nothing has the id 'nix' that this <use> is drawn with",
               "7 dead-link: nothing has the id 'gone' that this <rect> is drawn with"});
    CHECK(findings(svg("<rect><animate attributeName=\"x\"/></rect>")) ==
          Said{"7 script-content: <animate> stands still"});
    CHECK(findings(svg("<defs><linearGradient id=\"g\"><stop stop-color=\"red\"/></linearGradient>"
                       "</defs><rect fill=\"url(#g) red\" data-x=\"1\" onclick=\"f()\"/>"
                       "<inkscape:page/><rect stroke=\"url(#none) red\"/>"))
              .empty());
}

// kramdown 2.4 with GFM leaves each of these on the slide as text, or drops it.
TEST_CASE("Markup of other programs' Markdown is said") {
    CHECK(findings(kFront + "a ==marked== b, x^2^\n\n::: warning\nc\n:::\n\n> [!NOTE]\n> d\n") ==
          Said{"7 broken-markup: '==marked==' is shown as text",
               "9 broken-markup: '::: warning' is shown as text",
               "13 broken-markup: '[!NOTE]' is shown as text"});
    CHECK(findings(kFront + "if a == b and c == d, 2 ^ 3 ^ 4, std::vector, `==x==`\n").empty());
    CHECK(findings(kFront + "1) one\n2) two\n") ==
          Said{"7 broken-markup: these lines are shown as text, not as a list"});
    CHECK(findings(kFront + "```python {1,3}\nx\n```\n") ==
          Said{"7 broken-markup: '```python {1,3}' begins no code in kramdown"});
    CHECK(findings(kFront + "a</p> b\n\n<!-- c\n") ==
          Said{"7 broken-markup: '</p>' is shown as text",
               "9 broken-markup: '<!--' is shown as text"});
    CHECK(findings(kFront + "a\n\n[^b]: c\n") ==
          Said{"9 broken-markup: the footnote '[^b]' is not shown"});
    CHECK(findings(kFront + "a[^b]\n\n[^b]: c\n").empty());
    CHECK(findings(kFront + "<!-- .slide: data-state=\"a\" -->\n\n§new\n\n# y\n") ==
          Said{"7 unknown-attribute: '<!-- .slide:' sets nothing in a deck of gh-reveal"});
}

TEST_CASE("Settings without effect are said") {
    CHECK(findings("---\ntitle: a\nlayout: presentation\ncss: x.css\n---\n\n# x\n") ==
          Said{"4 left-out: 'css' has no effect"});
    CHECK(findings("---\ntitle: a\nauthor: {mail: b}\n---\n\n# x\n") ==
          Said{"3 invalid-value: 'author' must be a name, or a list of `name: …` lines"});
    CHECK(
        findings(kFront, Files{{"_config.yml", "reveal:\n  versoin: 4\nbaseurl: [a]\n"}}) ==
        Said{"2 unknown-key: unknown key 'versoin'", "3 invalid-value: 'baseurl' must be a text"});
    const Said said = findings(kFront, Files{{"_config.yml", "a: b: c\n"}});
    REQUIRE(said.size() == 1);
    CHECK(said[0].starts_with("1 front-matter: the file is not YAML"));
}

TEST_CASE("What stands beside the slides of a page is said") {
    const auto page = [](const std::string& slides) {
        return "<!doctype html>\n<html lang=en><div class=reveal><div class=slides>\n" + slides +
               "\n</div></div></html>\n";
    };
    CHECK(findings(page("<section>a</section>\n<p>b</p>")) ==
          Said{"4 left-out: what stands beside the slides is not shown"});
    CHECK(findings(page("<section>a</section>\n<!-- c --><style>p{}</style>")).empty());
}

TEST_CASE("A box that a sheet of the deck may paint is something on a slide") {
    const std::string sheet = "<style>.box { background: red; height: 9px }</style>\n\n";
    CHECK(findings("---\ntitle: a\n---\n" + sheet + "<div class=\"box\"></div>\n").empty());
    CHECK(findings("---\ntitle: a\n---\n<div class=\"box\"></div>\n") ==
          Said{"0 no-slides: the deck has no slides"});
    CHECK(findings("---\ntitle: a\n---\n" + sheet + "<div></div>\n") ==
          Said{"0 no-slides: the deck has no slides"});
}

// A keyword of a slide is known by the slide's first line, where nothing can be mended.
TEST_CASE("What is wrong about a slide is said at the line that has the words") {
    CHECK(findings("---\ntitle: a\n---\n\n# x\n\n§new\n\n§slide:data-backgruond=red§;\n\n# y\n") ==
          Said{"9 unknown-attribute: unknown attribute 'data-backgruond'"});
    CHECK(findings("---\ntitle: a\n---\n§id:b§;\n\n# x\n\n§new\n\n\n§id:b§;\n\n# y\n") ==
          Said{"11 duplicate-id: the id 'b' is there twice, first in line 4"});
}

TEST_CASE("A slide that a script would fill is empty, whatever its own size") {
    const auto page = [](const std::string& slide) {
        return "<!doctype html>\n<html lang=en><div class=reveal><div class=slides>"
               "<section>a</section>\n" +
               slide + "\n</div></div></html>\n";
    };
    CHECK(findings(page("<section style='height: 100%'><script src='a.js'></script></section>")) ==
          Said{"3 empty-slide: nothing is on this slide but what a script would make"});
    CHECK(findings(page("<section style='height: 100%'></section>")) ==
          Said{"3 empty-slide: nothing is on this slide"});
    CHECK(findings(page("<section style='background: red'></section>")).empty());
    CHECK(findings(page("<section><p style='height: 9px'></p></section>")).empty());
}

TEST_CASE(
    "a link that is read as a file's name, and is a host or an address, is said how to write") {
    const std::string page =
        "<!doctype html><html lang=\"en\"><div class=\"reveal\"><div class=\"slides\"><section>"
        "<a href=\"x.github.io/y.html\">a</a></section></div></div></html>";
    CHECK(findings(page) ==
          Said{"1 dead-link: the link leads to 'x.github.io/y.html', which is not there"});
    CHECK(
        findings("<!doctype html><html lang=\"en\"><div class=\"reveal\"><div class=\"slides\">"
                 "<section id=\"s\"><section><a href=\"#/s\">a</a></section></section></div></div>"
                 "</html>")
            .empty());
}

TEST_CASE("characters that HTML has no name for are said, unless their text is meant") {
    CHECK(findings(kFront + "a &foobar; b\n") ==
          Said{"7 broken-markup: '&foobar;' is shown as text"});
    CHECK(findings(kFront + "a &amp;foobar; b, `&foobar;`, &alpha;\n").empty());
}

// reveal-md's defaults, Quarto's options, frames of YouTube, highlight.js 11's aliases.
TEST_CASE("names that other programs know are no slips") {
    CHECK(findings(kFront + "```txt\na\n```\n\n<iframe src=\"https://a.example/\" "
                            "webkitallowfullscreen mozallowfullscreen></iframe>\n") ==
          Said{"11 script-content: <iframe> is shown as a placeholder"});
    CHECK(findings("<!doctype html><html lang=\"en\"><div class=\"reveal\"><div class=\"slides\">"
                   "<section>a</section></div></div><script>Reveal.initialize({controlsAuto: true, "
                   "previewLinksAuto: false});</script></html>")
              .empty());
}

TEST_CASE("what is said of many elements alike is said once, with their number") {
    CHECK(findings(kFront + "<input type=\"color\">\n\n<input type=\"color\">\n\n"
                            ":smile: a :tada:\n") ==
          Said{"11 broken-markup: ':smile:' is shown as text (and 1 more like it)",
               "7 unknown-element: <input> is not drawn as a browser draws it (and 1 more like "
               "it)"});
}

// CSS Masking 1; drawings are drawn by SVG 1.1's rules.
TEST_CASE("shapes of CSS that are to clip or mask in a drawing are said") {
    CHECK(findings(kFront + "<svg width=\"9\" height=\"9\"><rect clip-path=\"circle(3px)\"/>"
                            "</svg>\n") ==
          Said{"7 unknown-attribute: 'circle(3px)' of clip-path has no effect"});
}
