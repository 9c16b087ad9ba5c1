// What is around the slides: places and order are Chromium's with reveal.js 4.6.1.
#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "pages/session.h"
#include "paint/display_list.h"

using namespace ghreveal;
using Catch::Contains;

namespace {

// The display lists of a page's slides, as text. `slides`: the sections; `around`: what follows
// `.slides` in `.reveal`. "p.svg" is a picture of 120 x 90 px.
struct PageParts {
    std::string style;
    std::string slides;
    std::string around;
    std::string script;
    std::string before{};  // `.reveal`
};
std::vector<std::string> painted(const PageParts& parts) {
    const TemporaryFolder folder;
    folder.put("p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='90'/>");
    folder.put(
        "deck.html",
        "<!doctype html><link rel=stylesheet href='https://x/reveal.js@4.6.1/dist/reset.css'>"
        "<link rel=stylesheet href='https://x/reveal.js@4.6.1/dist/reveal.css'>"
        "<link rel=stylesheet href='https://x/reveal.js@4.6.1/dist/theme/white.css'><style>" +
            parts.style + "</style>" + parts.before + "<div class=reveal><div class=slides>" +
            parts.slides + "</div>" + parts.around + "</div><script>" + parts.script + "</script>");
    pages::ExportOptions options;
    options.offline = true;
    Diagnostics diagnostics;
    Timings timings;
    pages::Session session((folder.path() / "deck.html").string(), options, diagnostics, timings);
    std::vector<std::string> lists;
    session.for_each_page(
        [&](const pages::Page& page) { lists.push_back(paint::dump(*page.content)); });
    CHECK(diagnostics.warnings().empty());
    return lists;
}

constexpr const char* kLogo =
    "<div class=logo style='position: absolute; left: 300px; bottom: 30px; width: 100px; "
    "height: 50px; background: navy'></div>";
constexpr const char* kLogoPainted = "fill 300 648 100x50 #000080";
constexpr const char* kTwoSlides = "<section><h2>One</h2></section><section><h2>Two</h2></section>";

}  // namespace

TEST_CASE("elements beside the slides are on every page") {
    const auto pages = painted({"", kTwoSlides, kLogo, ""});
    REQUIRE(pages.size() == 2);
    CHECK_THAT(pages[0], Contains(kLogoPainted));
    CHECK_THAT(pages[1], Contains(kLogoPainted));
}

TEST_CASE("slides are over what is beside them, unless its z-index says otherwise") {
    const auto order = [](const std::string& list) {
        return list.find(kLogoPainted) < list.find("ONE");
    };
    CHECK(order(painted({"", kTwoSlides, kLogo, ""})[0]));
    CHECK_FALSE(order(painted({".logo { z-index: 2 }", kTwoSlides, kLogo, ""})[0]));
}

TEST_CASE("Quarto's footer and logo leave the slide that they are written in") {
    const auto pages = painted(
        {".footer { position: absolute; left: 0; bottom: 0; width: 80px; height: 10px; background: "
         "#008000 }",
         "<section><h2>One</h2></section><section><h2>Two</h2><div "
         "class=quarto-auto-generated-content style='display: none'>"
         "<div class='footer footer-default'></div></div></section>",
         "", ""});
    REQUIRE(pages.size() == 2);
    CHECK_THAT(pages[0], Contains("fill 0 718 80x10 #008000"));
    CHECK_THAT(pages[1], Contains("fill 0 718 80x10 #008000"));
}

TEST_CASE("what the body generates is on every page") {
    const auto pages = painted(
        {"body::after { content: ''; position: absolute; bottom: 10px; left: 10px; width: 20px; "
         "height: 30px; background: #008000 }",
         kTwoSlides, "", ""});
    CHECK_THAT(pages[1], Contains("fill 10 688 20x30 #008000"));
}

TEST_CASE("a slide's data-state is a class around it while it shows") {
    const auto pages = painted({".logo { visibility: hidden } .loud .logo { visibility: visible }",
                                "<section><h2>One</h2></section>"
                                "<section data-state=loud><h2>Two</h2></section>"
                                "<section><h2>Three</h2></section>",
                                kLogo, ""});
    REQUIRE(pages.size() == 3);
    CHECK_THAT(pages[0], !Contains(kLogoPainted));
    CHECK_THAT(pages[1], Contains(kLogoPainted));
    CHECK_THAT(pages[2], !Contains(kLogoPainted));
}

// What reveal.js 4.6.1's script gives `.reveal-viewport`.
TEST_CASE("sheets can ask for the slides' size") {
    const auto pages =
        painted({".box { width: calc(var(--slide-width) / 4 * var(--slide-scale)); background: "
                 "#008000; height: calc(var(--slide-height) / 10); position: absolute; left: 0; "
                 "top: 0 } body { color: #123456 }",
                 "<section><div class=box></div></section>", "", ""});
    CHECK_THAT(pages[0], Contains("240x70 #008000"));
}

TEST_CASE("the element behind a slide has the slide's classes") {
    const char* kSlide = "<section class=hot><h2>One</h2></section>";
    CHECK_THAT(painted({".reveal .hot { background: #ffdddd }", kSlide, "", ""})[0],
               Contains("fill 0 0 998x728 #ffdddd"));
    // reveal.js's own rule for `.reveal .slide-background` is stronger.
    CHECK_THAT(painted({".hot { background: #ffdddd }", kSlide, "", ""})[0],
               !Contains("fill 0 0 998x728 #ffdddd"));
}

TEST_CASE("the page's sheets set the slide number") {
    const auto pages =
        painted({".reveal .slide-number { background: #ffff00; right: auto; left: 0; "
                 "top: 0; bottom: auto; width: 50px; height: 20px; padding: 0 }",
                 kTwoSlides, "", "Reveal.initialize({slideNumber: 'c'})"});
    CHECK_THAT(pages[0], Contains("fill 0 0 50x20 #ffff00"));
}

TEST_CASE("a number for speakers only is not on the page") {
    const auto pages =
        painted({".reveal .slide-number { background: #ffff00 }", kTwoSlides, "",
                 "Reveal.initialize({slideNumber: true, showSlideNumber: 'speaker'})"});
    CHECK_THAT(pages[0], !Contains("#ffff00"));
}

TEST_CASE("what a stack has beside its slides is on each of their pages, at the area's top") {
    const auto pages =
        painted({"",
                 "<section><div style='width: 100px; height: 50px; background: navy; "
                 "margin: 10px 0 0 20px'></div><section><h2>One</h2></section><section><h2>Two</h2>"
                 "</section></section><section><h2>Three</h2></section>",
                 "", ""});
    REQUIRE(pages.size() == 3);
    CHECK_THAT(pages[0], Contains("fill 20 10 100x50 #000080") && Contains("ONE"));
    CHECK_THAT(pages[1], Contains("fill 20 10 100x50 #000080") && Contains("TWO"));
    CHECK_THAT(pages[2], !Contains("#000080"));
}

TEST_CASE(
    "a parallax background moves so that the last slide and the last of a stack show its end") {
    const auto pages = painted(
        {"",
         "<section><h2>One</h2></section><section><section><h2>A</h2></section><section><h2>B</h2>"
         "</section></section><section><h2>Three</h2></section>",
         "",
         "Reveal.initialize({parallaxBackgroundImage: 'p.svg', parallaxBackgroundSize: '1200px "
         "900px'})"});
    REQUIRE(pages.size() == 4);
    CHECK_THAT(pages[0], Contains(" of 0 0 1200x900 "));
    CHECK_THAT(pages[1], Contains(" of -101 0 1200x900 "));
    CHECK_THAT(pages[2], Contains(" of -101 -172 1200x900 "));
    CHECK_THAT(pages[3], Contains(" of -202 0 1200x900 "));
}

TEST_CASE("a parallax background moves as far as the deck says, or not at all without a size") {
    const std::string slides = kTwoSlides;
    const auto with = [&](const std::string& settings) {
        return painted(
            {"", slides, "",
             "Reveal.initialize({parallaxBackgroundImage: 'p.svg', " + settings + "})"})[1];
    };
    CHECK_THAT(with("parallaxBackgroundSize: '1200px 900px', parallaxBackgroundHorizontal: 50"),
               Contains(" of -50 0 1200x900 "));
    CHECK_THAT(with("parallaxBackgroundSize: '100% 100%', parallaxBackgroundRepeat: 'no-repeat', "
                    "parallaxBackgroundHorizontal: 0"),
               Contains("image 0 0 998x728"));
}

TEST_CASE("a background of the element around the slides' lies over that of .reveal") {
    const auto pages =
        painted({".reveal { background: #ddffdd } .backgrounds { background: #ffeedd }", kTwoSlides,
                 "", ""});
    CHECK(pages[0].find("fill 0 0 998x728 #ddffdd") < pages[0].find("fill 0 0 998x728 #ffeedd"));
    CHECK_THAT(pages[0], Contains("fill 0 0 998x728 #ffeedd"));
}

TEST_CASE("what stands before .reveal pushes the slides and what is behind them down") {
    const auto pages = painted({"", "<section data-background-color=#ffff00><h2>One</h2></section>",
                                "", "", "<div style='height: 30px; background: #00ff00'></div>"});
    CHECK_THAT(pages[0], Contains("fill 0 30 998x728 #ffff00"));
    CHECK_THAT(pages[0], Contains("fill 0 0 998x30 #00ff00"));
    // 14 px of margin above the slide's area.
    CHECK_THAT(pages[0], Contains("transform 1 0 0 1 19 44"));
}

TEST_CASE("the slides' area lies where the page's sheets put it") {
    struct Case {
        const char* style;
        const char* area;
    };
    const auto [style, area] = GENERATE(values<Case>({
        {".reveal .slides { margin: 30px }", "transform 1 0 0 1 30 30"},
        {".reveal .slides { top: 50px; left: -100px }", "transform 1 0 0 1 -31 39"},
        {".reveal { height: 80% }", "transform 1 0 0 1 19 -58.7969"},
        {".reveal { padding: 20px }", "transform 1 0 0 1 39 34"},
        {".reveal { width: 70%; margin: 40px auto }", "transform 1 0 0 1 149.703 54"},
        {".reveal-viewport { border: 16px solid; box-sizing: border-box }",
         "transform 1 0 0 1 19 14"},
        {".reveal-viewport { margin: 20px }", "transform 1 0 0 1 20 34"},
    }));
    CAPTURE(style);
    const std::string page =
        painted({style, "<section><div style='height: 200px; background: #008000'></div></section>",
                 "", ""})[0];
    CHECK_THAT(page, Contains(area));
    CHECK_THAT(page, Contains("fill 0 250 960x200 #008000"));
}
