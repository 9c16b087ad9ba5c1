// Expected values: HTML §4.8.4.3, and what Chromium gives as `currentSrc` at one pixel a px in a
// window of 998 x 728 px.
#include "boxes/picture_source.h"

#include <catch2/catch.hpp>

#include "deck/deck.h"

using namespace ghreveal;

namespace {

boxes::PictureSource source_in(const std::string& html) {
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::parse_deck("---\ntitle: T\n---\n\n" + html + "\n", "deck.md", {}, diagnostics);
    boxes::PictureSource found;
    dom::for_each(*deck.slides[1].section, [&](const dom::Node& node) {
        if (node.is_element("img")) {
            found = boxes::picture_source(node);
        }
    });
    return found;
}

}  // namespace

TEST_CASE("data-src comes before src, which reveal.js puts it over") {
    CHECK(source_in("<img src=\"a.png\">").address == "a.png");
    CHECK(source_in("<img data-src=\"b.png\">").address == "b.png");
    CHECK(source_in("<img src=\"a.png\" data-src=\"b.png\">").address == "b.png");
    CHECK(source_in("<img>").address.empty());
}

TEST_CASE("of srcset the least dense candidate that is dense enough is taken") {
    CHECK(source_in("<img srcset=\"a.png 1x\">").address == "a.png");
    CHECK(source_in("<img src=\"a.png\" srcset=\"b.png 2x, c.png 3x\">").address == "a.png");
    const auto dense = source_in("<img srcset=\"b.png 3x, c.png 2x\">");
    CHECK(dense.address == "c.png");
    CHECK(dense.density == 2);
    CHECK(source_in("<img srcset=\"a.png .5x, b.png .25x\">").address == "a.png");
    CHECK(source_in("<img srcset=\"a,b.png, c.png 2x\">").address == "a,b.png");
}

TEST_CASE("candidates with widths are chosen by the size that `sizes` gives") {
    const std::string set = "srcset=\"s.png 300w, m.png 600w, l.png 1200w\"";
    CHECK(source_in("<img " + set + " sizes=\"500px\">").address == "m.png");
    CHECK(source_in("<img " + set + " sizes=\"500px\">").density == 1.2);
    CHECK(source_in("<img " + set + ">").address == "l.png");  // 100vw
    CHECK(source_in("<img " + set + " sizes=\"(max-width: 500px) 100vw, 300px\">").address ==
          "s.png");
    CHECK(source_in("<img " + set + " sizes=\"(min-width: 500px) 100vw, 300px\">").address ==
          "l.png");
}

TEST_CASE("of a <picture> the first source that can be shown and whose media holds is taken") {
    CHECK(source_in("<picture><source srcset=\"a.webp\" type=\"image/webp\"><img "
                    "src=\"b.png\"></picture>")
              .address == "a.webp");
    CHECK(source_in("<picture><source srcset=\"a.avif\" type=\"image/x-none\"><img "
                    "src=\"b.png\"></picture>")
              .address == "b.png");
    CHECK(source_in("<picture><source srcset=\"a.png\" media=\"(max-width: 600px)\"><source "
                    "srcset=\"c.png\" media=\"(min-width: 600px)\"><img src=\"b.png\"></picture>")
              .address == "c.png");
}
