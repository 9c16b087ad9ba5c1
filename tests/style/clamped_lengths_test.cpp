// Expected values are Chromium's (getComputedStyle).
#include <cmath>

#include "css/values.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "styled.h"

using namespace ghreveal;

TEST_CASE("lengths are clamped to what layout can add up, and font sizes to 10,000 px") {
    Styled page(
        "<p id=\"a\" style=\"width: 1e20px; padding-left: 1e20vmin; margin-left: -1e20px\">x</p>"
        "<p id=\"b\" style=\"font-size: 1e308px; line-height: 2em\">x</p>"
        "<p id=\"c\" style=\"font-size: 1e30em; width: calc(1e30px * 1e30)\">x</p>"
        "<p id=\"d\" style=\"font-size: 1e30%; letter-spacing: 1e30px\">x</p>");
    constexpr Px kLargest = 33'554'400;  // "3.35544e+07px"
    const auto is_largest = [&](const css::LengthPercentage& length) {
        return std::abs(length.px) > kLargest - 100 && std::abs(length.px) < kLargest + 100;
    };
    CHECK(is_largest(page["a"].box().width.length.value()));
    CHECK(is_largest(page["a"].box().padding.left));
    CHECK(is_largest(page["a"].box().margin.left.length.value()));
    CHECK(page["b"].text().font.size == 10'000);
    CHECK(page["c"].text().font.size == 10'000);
    CHECK(is_largest(page["c"].box().width.length.value()));
    CHECK(page["d"].text().font.size == 10'000);
    CHECK(css::LengthPercentage{0, 1e30}.resolve(960) == css::kLargestLength);
}
