// Names for the sides as text runs, and the properties that they stand for.
#include <catch2/catch.hpp>

#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"
#include "styled.h"

using namespace ghreveal;

// CSS Logical Properties 1 §4, CSS Writing Modes 4 §6.4.
TEST_CASE("logical sides are those of the element's writing mode") {
    const Styled page(
        "<style>#a, #b, #c { margin: 0; margin-inline-start: 1px; margin-block: 2px 3px; "
        "inline-size: 40px; "
        "border-start-end-radius: 5px }</style>"
        "<p id=\"a\" style=\"writing-mode: vertical-rl\">a</p>"
        "<p id=\"b\" style=\"writing-mode: vertical-lr; direction: rtl\">b</p>"
        "<p id=\"c\" style=\"writing-mode: sideways-lr\">c</p>");
    CHECK(page["a"].box().margin.top.length->px == 1);
    CHECK(page["a"].box().margin.right.length->px == 2);
    CHECK(page["a"].box().margin.left.length->px == 3);
    CHECK(page["a"].box().height.length->px == 40);
    CHECK(page["a"].paint().radius_bottom_right.horizontal.px == 5);
    CHECK(page["b"].box().margin.bottom.length->px == 1);
    CHECK(page["b"].box().margin.left.length->px == 2);
    CHECK(page["c"].box().margin.bottom.length->px == 1);
    CHECK(page["c"].box().margin.left.length->px == 2);
}
