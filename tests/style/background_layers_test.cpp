// Lists of background values and the layers that they are of (CSS Backgrounds 3 §3.1).
#include <catch2/catch.hpp>
#include <cmath>

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

// Compatibility Standard §4.4.1; Chromium paints `left` from the left to the right as well.
TEST_CASE("a gradient by its name with a prefix begins at the side that it names") {
    const Styled page(
        "<p id=\"a\" style=\"background-image: -webkit-linear-gradient(left, red, blue)\">a</p>"
        "<p id=\"b\" style=\"background-image: -webkit-repeating-linear-gradient(bottom, red, blue "
        "9px)\">b</p>");
    const auto gradient = [&](const std::string& id) {
        const auto& layers = page[id].paint().background_layers;
        REQUIRE(layers.size() == 1);
        REQUIRE(layers[0].gradient != nullptr);
        return *layers[0].gradient;
    };
    CHECK(gradient("a").angle == Approx(std::acos(0.0)));
    CHECK_FALSE(gradient("a").repeating);
    CHECK(gradient("b").angle == Approx(0).margin(1e-9));
    CHECK(gradient("b").repeating);
    CHECK(page.warnings().empty());
}
