// r-stretch and r-fit-text: the sizes are Chromium's with reveal.js 5.2.1 and the same styles.
#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "pages/session.h"

using namespace ghreveal;

namespace {

const layout::Fragment* find(const layout::Fragment& fragment, std::string_view name) {
    if (fragment.source.node != nullptr && fragment.source.node->name == name &&
        !fragment.source.is_anonymous && fragment.kind != layout::FragmentKind::kLine) {
        return &fragment;
    }
    for (const layout::Fragment& child : fragment.children) {
        if (const layout::Fragment* found = find(child, name)) {
            return found;
        }
    }
    return nullptr;
}

// The rectangle of the first element of a name on a slide with this content.
Rect rect_of(const std::string& content, const std::string& name,
             const std::string& section = "<section>") {
    const TemporaryFolder folder;
    folder.put("wide.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'/>");
    folder.put(
        "deck.html",
        "<!doctype html><link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/reset.css'>"
        "<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/reveal.css'>"
        "<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/theme/serif.css'>"
        "<style>.reveal { font-family: 'DejaVu Sans' }</style>"
        "<div class=reveal><div class=slides>" +
            section + content + "</section></div></div>");
    pages::ExportOptions options;
    options.offline = true;
    Diagnostics diagnostics;
    Timings timings;
    pages::Session session((folder.path() / "deck.html").string(), options, diagnostics, timings);
    const pages::LaidOutState state = session.laid_out(0, 0);
    const layout::Fragment* found = find(state.section.fragment, name);
    REQUIRE(found != nullptr);
    return found->border_box;
}

void check(const Rect& rect, const Rect& wanted) {
    CHECK(rect.x == Approx(wanted.x).margin(0.1));
    CHECK(rect.y == Approx(wanted.y).margin(0.1));
    CHECK(rect.width == Approx(wanted.width).margin(0.1));
    CHECK(rect.height == Approx(wanted.height).margin(0.1));
}

constexpr const char* kStretched =
    "<h2 style=\"font:40px/48px 'DejaVu Sans';margin:0\">A</h2><img class='r-stretch' "
    "src='wide.svg'><p style=\"margin:0;font:20px/30px 'DejaVu Sans'\">below</p>";

}  // namespace

TEST_CASE("a slide of a stack may be stretched itself") {
    const char* kText = "<p style=\"margin:0;font:20px/30px 'DejaVu Sans'\">text</p>";
    check(rect_of(kText, "section", "<section><section class=stretch>"), {0, 0, 960, 700});
    check(rect_of(kText, "p", "<section><section class=stretch>"), {0, 0, 960, 30});
    check(rect_of(kText, "p", "<section class=stretch>"), {0, 335, 960, 30});
}

TEST_CASE("a stretched picture takes the room that the other elements leave") {
    check(rect_of(kStretched, "img"), {0, 113, 960, 480});
    check(rect_of(kStretched, "section"), {0, 45, 960, 610});
    check(rect_of(kStretched, "p"), {0, 625, 960, 30});
}

TEST_CASE("a picture that is stretched leaves the line that it was measured in") {
    check(rect_of("<h2 style=\"font:40px/48px 'DejaVu Sans';margin:0\">A</h2><span style='display: "
                  "inline-block; width: 600px; height: 100px'></span> <img class='r-stretch' "
                  "src='wide.svg' style='margin: 15px 0'><p style=\"margin:0;font:20px/30px "
                  "'DejaVu Sans'\">below</p>",
                  "img"),
          {22, 180, 916, 458});
}

TEST_CASE("a stretched box is as wide as the slide") {
    check(rect_of("<div class='r-stretch'>d</div><p style='margin:0;height:100px'>b</p>", "div"),
          {0, 0, 960, 600});
}

TEST_CASE("fitted text is as wide as what holds it, up to 80 % of the slide's height") {
    const Rect text = rect_of(
        "<div style='width:400px'><span class='r-fit-text' style=\"font:10px/"
        "1.2 'DejaVu Sans'\">fit me</span></div>",
        "span");
    check(text, {0, 268, 399.98, 163.88});
    check(
        rect_of("<p class='r-fit-text' style=\"font:30px/1.2 'DejaVu Sans';margin:0\">x</p>", "p"),
        {314.3, 14, 331.41, 672});
}
