// Lists of background values and the layers that they are of (CSS Backgrounds 3 §3.1).
#include <catch2/catch.hpp>

#include "style/properties/paint_style.h"
#include "styled.h"

using namespace ghreveal;

TEST_CASE("a list of values said before the images goes with each of them") {
    const Styled page(
        "<p id=\"a\" style=\"background-size: 1px, 2px; background-origin: content-box, "
        "border-box; "
        "background-image: url(a.png), url(b.png)\">a</p>");
    const auto& layers = page["a"].paint().background_layers;
    REQUIRE(layers.size() == 2);
    CHECK(layers[0].size.width.length->px == 1);
    CHECK(layers[1].size.width.length->px == 2);
    CHECK(layers[1].origin == css::BoxArea::kBorderBox);
}

TEST_CASE("an inherited value of the layers leaves the element its own images") {
    const Styled page(
        "<div style=\"background-size: 3px\"><p id=\"a\" style=\"background-image: url(a.png); "
        "background-size: inherit\">a</p></div>");
    const auto& layers = page["a"].paint().background_layers;
    REQUIRE(layers.size() == 1);
    CHECK(layers[0].image_url.find("a.png") != std::string::npos);
    CHECK(layers[0].size.width.length->px == 3);
}

TEST_CASE("the background colour is clipped as the last of the images is") {
    const Styled page(
        "<p id=\"a\" style=\"background-clip: border-box, content-box, border-box; "
        "background-image: none, none\">a</p>");
    CHECK(page["a"].paint().background_color_clip == css::BoxArea::kContentBox);
}
