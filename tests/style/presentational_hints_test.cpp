// What HTML's old attributes stand for (HTML Standard §15.3).
#include <catch2/catch.hpp>

#include "style/properties/box_style.h"
#include "styled.h"

using namespace ghreveal;

// As Chromium computes it, and HTML §15.3.2.
TEST_CASE("a break clears the side that it names, and all means both") {
    const Styled page(
        "<p>a<br id=\"all\" clear=\"all\">b<br id=\"both\" clear=\"both\">c<br id=\"left\" "
        "clear=\"left\">d<br id=\"right\" clear=\"right\">e<br id=\"none\">f</p>");
    CHECK(page["all"].box().clear == style::Clear::kBoth);
    CHECK(page["both"].box().clear == style::Clear::kBoth);
    CHECK(page["left"].box().clear == style::Clear::kLeft);
    CHECK(page["right"].box().clear == style::Clear::kRight);
    CHECK(page["none"].box().clear == style::Clear::kNone);
}
