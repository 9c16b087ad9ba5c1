// Expected values: what Chromium 156 paints.
#include <catch2/catch.hpp>
#include <cmath>

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "styled.h"

using namespace ghreveal;

namespace {

Color color_of(const std::string& value) {
    const Styled page("<p id=\"a\" style=\"color: black; color: " + value + "\">a</p>");
    return page["a"].ink().color;
}

}  // namespace

TEST_CASE("colours of other spaces are brought into sRGB") {
    CHECK(color_of("oklch(0.6 0.1 200)") == Color{13, 146, 152, 1});
    CHECK(color_of("oklab(60% 0.1 -0.1)") == Color{159, 99, 186, 1});
    CHECK(color_of("lab(50% 40 20)") == Color{185, 88, 87, 1});
    CHECK(color_of("lch(50% 30 120)") == Color{105, 126, 73, 1});
    CHECK(color_of("hwb(120 20% 30%)") == Color{51, 179, 51, 1});
    CHECK(color_of("color(srgb 1 0.5 0)") == Color{255, 128, 0, 1});
    CHECK(color_of("color(display-p3 1 0 0)") == Color{255, 0, 0, 1});
    CHECK(color_of("hsl(120deg 50% 50% / .25)") == Color{64, 191, 64, .25F});
}

TEST_CASE("color-mix() mixes in the space it names, by the parts it names") {
    CHECK(color_of("color-mix(in srgb, red, blue)") == Color{128, 0, 128, 1});
    CHECK(color_of("color-mix(in srgb, red 25%, blue)") == Color{64, 0, 191, 1});
    CHECK(color_of("color-mix(in oklch, red, blue)") == Color{186, 0, 194, 1});
    CHECK(color_of("color-mix(in hsl, red, lime)") == Color{255, 255, 0, 1});
}

TEST_CASE("light-dark() is the colour of the light scheme") {
    CHECK(color_of("light-dark(red, blue)") == Color{255, 0, 0, 1});
    CHECK(color_of("light-dark(color-mix(in srgb, red, blue), lime)") == Color{128, 0, 128, 1});
    CHECK(color_of("light-dark(red)") == Color{0, 0, 0, 1});
}

TEST_CASE("a relative colour is made of another's channels") {
    CHECK(color_of("rgb(from #336699 r g calc(b * 0.5))") == Color{51, 102, 77, 1});
    CHECK(color_of("hsl(from #336699 h s 80%)") == Color{179, 204, 230, 1});
    CHECK(color_of("rgb(from red r g b / 50%)") == Color{255, 0, 0, .5F});
}

TEST_CASE("colours that are nested past the limit are none") {
    std::string nested = "red";
    for (int i = 0; i < 5000; ++i) {
        nested = "color-mix(in srgb, " + nested + ", red)";
    }
    CHECK(color_of(nested) == kBlack);
}

TEST_CASE("a gradient goes through the space that it names, and bends at its hint") {
    const Styled page(
        "<p id=\"a\" style=\"background: linear-gradient(in oklch, red, blue)\">a</p>"
        "<p id=\"b\" style=\"background: linear-gradient(to right in hsl longer hue, red, "
        "blue)\">b</p>"
        "<p id=\"c\" style=\"background: linear-gradient(white, 20%, black)\">c</p>");
    // Chromium's colours at half of the way.
    const auto middle = [&page](const char* id) {
        const auto& stops = page[id].paint().background_layers.front().gradient->stops;
        return stops[stops.size() / 2];
    };
    CHECK(middle("a").position->percent == 50);
    CHECK(std::abs(middle("a").color.red - 185) <= 3);
    CHECK(std::abs(middle("a").color.blue - 195) <= 3);
    CHECK(std::abs(middle("b").color.green - 255) <= 3);
    CHECK(std::abs(middle("c").color.red - 65) <= 3);
}

TEST_CASE("with commas, channels are all numbers or all percentages, and a hue is never one") {
    // Each would be red; what is not valid leaves the colour before it.
    for (const std::string color : {"rgb(255, 0, 0%)", "rgb(100%, 0, 0%)", "hsl(0, 255, 128)",
                                    "hsl(0%, 100%, 50%)", "hsl(0% 100% 50%)"}) {
        INFO(color);
        CHECK(color_of("green; color: " + color) == Color{0, 128, 0, 1});
    }
    CHECK(color_of("rgb(100%, 0%, 0%)") == Color{255, 0, 0, 1});
    CHECK(color_of("rgb(255 0% 0)") == Color{255, 0, 0, 1});
}

TEST_CASE("what is inherited of currentcolor is the word") {
    const Styled page(
        "<div style=\"color: red; background-color: currentcolor; text-shadow: 1px 1px\">"
        "<p id=\"a\" style=\"color: lime; background-color: inherit\">a</p></div>");
    CHECK(page["a"].paint().background_color == Color{0, 255, 0, 1});
    REQUIRE(page["a"].ink().text_shadow.size() == 1);
    CHECK(page["a"].ink().text_shadow[0].color == Color{0, 255, 0, 1});
}

TEST_CASE("borders that look raised or sunk are light grey where no colour is given") {
    // What Chromium paints them in.
    const Styled page(
        "<hr id=\"a\"><p id=\"b\" style=\"border: 3px groove; color: red\">x</p>"
        "<p id=\"c\" style=\"border: 3px inset blue\">x</p>"
        "<p id=\"d\" style=\"border: 3px solid; color: red\">x</p>");
    constexpr Color kLightGrey{238, 238, 238, 1};
    CHECK(page["a"].paint().border_color.top == kLightGrey);
    CHECK(page["b"].paint().border_color.left == kLightGrey);
    CHECK(page["c"].paint().border_color.left == Color{0, 0, 255, 1});
    CHECK(page["d"].paint().border_color.left == Color{255, 0, 0, 1});
}
