// Where sections stand by reveal.js's version and their own style: Chromium's positions with 3.3.0
// and 5.2.1.
#include "laid_out_page.h"

using namespace ghreveal;

namespace {

Px top_of_slide(const std::string& slide) {
    return pages::LaidOutPage(
               {"<link rel=stylesheet href='https://x/reveal.js@3.3.0/css/reveal.css'>"
                "<link rel=stylesheet href='https://x/reveal.js@3.3.0/css/theme/serif.css'>"
                "<style>.reveal p { font: 20px/30px 'DejaVu Sans'; margin: 0 }</style>",
                slide, ""})
        .section()
        .border_box.y;
}

// Of the border box of a section that has `style`, alone or in a stack that has it too.
enum class Place { kAlone, kInStack };
Rect place_of(const std::string& style, bool is_centred, Place place = Place::kAlone) {
    const std::string text = "<p>one</p>";
    return pages::LaidOutPage(
               {"<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/reveal.css'>"
                "<style>.reveal p { font: 20px/30px 'DejaVu Sans'; margin: 0 }"
                ".reveal .slides section { " +
                    style + " }</style>",
                place == Place::kAlone ? text : "<section>" + text + "</section>",
                std::string("Reveal.initialize({ center: ") + (is_centred ? "true" : "false") +
                    " })"})
        .section()
        .border_box;
}

}  // namespace

TEST_CASE("before reveal.js 3.4 slides stand a padding higher than in the middle") {
    CHECK(top_of_slide("<p>one</p><p>two</p>") == 280);
}

TEST_CASE("before reveal.js 3.4 absolute children count in the height that is centred") {
    CHECK(top_of_slide("<p>one</p><div style='position: absolute; top: 100px; height: 200px; "
                       "width: 10px'>x</div>") == 180);
    // Beside text, too.
    CHECK(top_of_slide("<span>one</span> <b style='position: absolute; display: block; "
                       "height: 61.4px; width: 10px'>x</b>") == 266);
}

TEST_CASE("where slides are centred, reveal.js's top wins unless the author's is important") {
    CHECK(place_of("", true) == Rect{0, 335, 960, 30});
    CHECK(place_of("top: 30px", true) == Rect{0, 335, 960, 30});
    CHECK(place_of("top: 30px !important", true) == Rect{0, 30, 960, 30});
    CHECK(place_of("bottom: 0; height: 300px", true) == Rect{0, 200, 960, 300});
}

TEST_CASE("where slides are not centred, the author's offsets place them") {
    CHECK(place_of("top: 30px", false) == Rect{0, 30, 960, 30});
    CHECK(place_of("bottom: 0; height: 300px", false) == Rect{0, 400, 960, 300});
}

TEST_CASE("a section's margins and offsets move it, its border does not count in the centre") {
    CHECK(place_of("margin: 10px 20px", true) == Rect{20, 345, 960, 30});
    CHECK(place_of("left: 40px", true) == Rect{40, 335, 960, 30});
    CHECK(place_of("right: 20px; width: 300px; left: auto", true) == Rect{640, 335, 300, 30});
    CHECK(place_of("width: 50%", true) == Rect{0, 335, 480, 30});
    CHECK(place_of("border: 5px solid", true) == Rect{0, 335, 970, 40});
}

TEST_CASE("a slide in a stack stands where the stack's box has its content") {
    CHECK(place_of("margin: 10px 20px", true, Place::kInStack) == Rect{40, 355, 960, 30});
    CHECK(place_of("padding: 30px", true, Place::kInStack) == Rect{30, 305, 1080, 90});
    CHECK(place_of("padding: 30px", false, Place::kInStack) == Rect{30, 0, 1080, 90});
    CHECK(place_of("width: 50%", true, Place::kInStack) == Rect{0, 335, 240, 30});
}

TEST_CASE("a slide that is not centred stands below what its stack has before it") {
    const auto top_with = [](const std::string& is_centred) {
        return pages::LaidOutPage(
                   {"<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/reveal.css'>"
                    "<style>.reveal p { font: 20px/30px 'DejaVu Sans'; margin: 0 }"
                    ".reveal h2 { font: 20px/30px 'DejaVu Sans'; margin: 0 0 20px }</style>",
                    "<h2>chapter</h2><section><p>one</p></section>",
                    "Reveal.initialize({ center: " + is_centred + " })"})
            .section()
            .border_box.y;
    };
    CHECK(top_with("false") == 50);
    CHECK(top_with("true") == 335);
}

TEST_CASE("before reveal.js 3 sections stand at -50 % of an area that begins in the middle") {
    const auto place_with = [](const std::string& is_centred) {
        return pages::LaidOutPage(
                   {"<link rel=stylesheet href='https://x/reveal.js@2.6.2/css/reveal.min.css'>"
                    "<style>.reveal p { font: 20px/30px 'DejaVu Sans'; margin: 0 }</style>",
                    "<p>one</p>", "Reveal.initialize({ center: " + is_centred + " })"})
            .section()
            .border_box.origin();
    };
    CHECK(place_with("false") == Point{0, 0});
    CHECK(place_with("true") == Point{0, 295});  // (700 - 70) / 2 - 20
}
