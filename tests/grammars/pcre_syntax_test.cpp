// ECMA-262 says what an expression means, pcre2pattern(3) what it is written like.
#include "pcre_syntax.h"

#include <catch2/catch.hpp>

using ghreveal::grammars::to_pcre;

TEST_CASE("Groups capture only where something refers to them, and then relatively") {
    CHECK(to_pcre(R"((a)(?:b)(?=c))") == "(?:a)(?:b)(?=c)");
    CHECK(to_pcre(R"((a)(b)\1\2)") == R"((a)(b)\g{-2}\g{-1})");
    CHECK(to_pcre(R"([(\]](a))") == R"([\(\]](?:a))");
}

TEST_CASE("Characters by their numbers are characters, halves of a pair are none") {
    CHECK(to_pcre(R"(\x41\u00e9\u{)") == R"(A\x{e9}u\{)");
    CHECK(to_pcre(R"(\uD83D\uDE00)") == R"(\x{1f600})");
    CHECK(to_pcre(R"([\uD800-\uDBFFa])") == "[a]");
}

TEST_CASE("Letters without a meaning after a backslash are themselves") {
    CHECK(to_pcre(R"(\h\Z\-\/\v)") == R"(hZ\-/\x0b)");
    CHECK(to_pcre(R"(\d\W\b)") == R"(\d\W\b)");
}

TEST_CASE("White space is ECMAScript's, beyond ASCII too") {
    CHECK(to_pcre(R"(\s)").starts_with(R"([\s\x{a0})"));
    CHECK(to_pcre(R"(\S)").starts_with(R"([^\s\x{a0})"));
}

TEST_CASE("Brackets, braces and hyphens that mean nothing are literal") {
    CHECK(to_pcre("a{x}b{2,3}]") == R"(a\{x}b{2,3}\])");
    CHECK(to_pcre(R"([\w-.[])") == R"([\w\-\.\[])");
    CHECK(to_pcre("[^]|[]") == R"([\s\S]|(?!))");
}

TEST_CASE("An expression is one line without space at its ends") {
    CHECK(to_pcre(" a\nb ") == R"(\x20a\x0ab\x20)");
}

// ECMA-262 §22.2.2: without its flag `u` an expression is matched against UTF-16 units.
TEST_CASE("a dot alone is no character of two units, one that is repeated may be") {
    const std::string unit = R"([^\n\x{10000}-\x{10ffff}])";
    CHECK(to_pcre("a.b") == "a" + unit + "b");
    CHECK(to_pcre("'(x|.)'") == "'(?:x|" + unit + ")'");
    CHECK(to_pcre("a.*b.{2}c.?") == "a.*b.{2}c.?");
    CHECK(to_pcre(R"((?:.|[)]|\)(x))*)") == R"((?:.|[\)]|\)(?:x))*)");
}
