#include <catch2/catch.hpp>

#include "check/rules/text/page_text.h"
#include "findings.h"

using namespace ghreveal;
using namespace ghreveal::check;

TEST_CASE("Keys that are slips of known ones, and keys set twice, are said") {
    CHECK(findings("---\ntitel: a\ntheme: sky\ntheme: moon\n---\n\n# x\n") ==
          Said{"2 unknown-key: unknown key 'titel'",
               "4 duplicate-key: 'theme' is set twice, first in line 3; the last counts"});
}

TEST_CASE("An option of reveal.js that stands among the keys is said with its place") {
    CHECK(findings("---\nslidenumber: true\ninitialization:\n  slideNumber: true\n---\n\n# x\n") ==
          Said{"2 unknown-key: 'slidenumber' has no effect here"});
}

TEST_CASE("Lists of attributes that are not ended and names of emoji are said") {
    CHECK(findings("---\ntitle: a\n---\n\n# x\n\ny\n{: .a .b\n\n:smile: at 10:30:15\n") ==
          Said{"8 broken-markup: '{: .a .b' is shown as text: it is not ended",
               "10 broken-markup: ':smile:' is shown as text"});
}

TEST_CASE("Keys of formulas are known") {
    CHECK(findings("---\ntitle: a\nmath:\n  macros:\n    RR: x\n---\n\n# x\n").empty());
}

TEST_CASE("A site's own keys are no slips") {
    CHECK(findings("---\ntitle: a\nspeaker_room: b\nlayout: slides\n---\n\n# x\n").empty());
}

TEST_CASE("Keywords that run into a word or name nothing are said") {
    CHECK(findings("---\ntitle: a\n---\n\n# x\n\n§neww\n\n# y\n\n`§neww` §id:§;\n") ==
          Said{"7 keyword-without-effect: '§neww' is taken as §new and the text 'w'",
               "11 keyword-without-effect: '§id' names nothing"});
}

TEST_CASE("Two slides of one id are said") {
    CHECK(findings("---\ntitle: a\n---\n\n# x\n§id:one§;\n\n§new\n\n# y\n§id:one§;\n").size() == 1);
}

TEST_CASE("Icons, attributes and elements that are not known are said") {
    const Said said = findings(
        "---\ntitle: a\n---\n\n# x\n\n§icon:nosuch§; <stong>b</stong>\n\n"
        "§slide:data-backgruond=red§;\n");
    REQUIRE(said.size() == 3);
}

TEST_CASE("A comment silences the next line, or its slide") {
    const std::string deck = "---\ntitle: a\n---\n\n# x\n\n";
    CHECK(findings(deck + "<!-- ghreveal-disable-next-line missing-alt -->\n![](a.png)\n").empty());
    CHECK(findings(deck + "![](a.png)\n\n<!-- ghreveal-disable-slide -->\n").empty());
    CHECK(findings(deck + "![](a.png)\n\n<!-- ghreveal-disable-slide contrast -->\n").size() == 1);
}

TEST_CASE("A rule that is allowed is not told") {
    CHECK(findings("---\ntitle: a\n---\n\n# x\n\n![](a.png)\n", {{"missing-alt"}, {}}).empty());
}

TEST_CASE("A file that is not UTF-8 is told with its byte and line") {
    CHECK_THROWS_WITH(findings("---\ntitle: \xE9\n---\n"), Catch::Contains("byte 12 is 0xE9"));
    CHECK_THROWS_WITH(findings(std::string("\xFF\xFE"
                                           "a\0",
                                           4)),
                      Catch::Contains("UTF-16"));
}

// HTML §13.2.6.4.7: a browser leaves it out.
TEST_CASE("A zero byte in a text is left out and said, many are no text") {
    const std::string deck = "---\ntitle: a\n---\n\n# x\n\n" + std::string(100, 'y') + "\n";
    CHECK(findings(deck + '\0' + "\n") == Said{"8 broken-markup: a zero byte is left out"});
    CHECK_THROWS_WITH(findings(deck + std::string(9, '\0')), Catch::Contains("no text"));
    CHECK_THROWS_WITH(findings(deck + '\0' + "\xE9"), Catch::Contains("no text"));
}

// WCAG 2.2: black on white is 21:1; #777 on white is the known 4.48:1.
TEST_CASE("Contrast is WCAG's") {
    CHECK(contrast_ratio(kBlack, kWhite) == Approx(21));
    CHECK(contrast_ratio({0x77, 0x77, 0x77, 1}, kWhite) == Approx(4.48).margin(0.005));
}

TEST_CASE("words of style sheets and scripts are not on the slide") {
    std::string rules;
    for (int i = 0; i < 300; ++i) {
        rules += ".a { color: red }\n";
    }
    CHECK(findings("---\ntitle: a\nlang: en\n---\n\n# x\n\n<style>\n" + rules +
                   "@starting-style { .a { opacity: 0 } }\n</style>\n")
              .empty());
}
