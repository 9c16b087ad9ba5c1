#include "support/unicode/shortened.h"

#include <catch2/catch.hpp>

using ghreveal::utf8::shortened;

TEST_CASE("a text that is long is cut, with an ellipsis") {
    CHECK(shortened("abcdef", 6) == "abcdef");
    CHECK(shortened("abcdefg", 6) == "abcdef\u2026");
    CHECK(shortened("", 0).empty());
}

TEST_CASE("a text is cut between characters, never in one") {
    CHECK(shortened("ab\u00e9", 3) == "ab\u2026");
    CHECK(shortened("\U0001F600\U0001F600", 7) == "\U0001F600\u2026");
    CHECK(shortened("\u4e2d", 1) == "\u2026");
}
