#include <catch2/catch.hpp>

#include "../draw/pictures.h"

using namespace ghreveal;
using namespace ghreveal::paint;

TEST_CASE("A display list's dump has one line an item, indented by group") {
    const DisplayList list{PushClip{plain({0, 0, 10, 10})},
                           FillRect{plain({1, 2, 3, 4}), {255, 0, 0, 0.5F}}, Pop{},
                           BeginLink{"", 3, {{0, 0, 5, 5}}}, EndLink{}};
    CHECK(dump(list) ==
          "clip 0 0 10x10\n"
          "  fill 1 2 3x4 #ff0000/0.50\n"
          "end\n"
          "link slide 3 [0 0 5x5]\n"
          "end-link\n");
}
