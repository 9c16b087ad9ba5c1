#include "support/error.h"

#include <catch2/catch.hpp>

#include "support/rules.h"

using namespace ghreveal;

TEST_CASE("A position reads file:line, or file alone when no line is known") {
    CHECK(to_string(SourcePosition{"deck.md", 12}) == "deck.md:12");
    CHECK(to_string(SourcePosition{"deck.md", 0}) == "deck.md");
    CHECK(to_string(SourcePosition{}).empty());
}

TEST_CASE("An error's message has the place, the sentence and the hint") {
    const Error error({"deck.md", 12}, "no such theme 'nigth'", "did you mean 'night'?");
    CHECK(error.message() == "deck.md:12: error: no such theme 'nigth'; did you mean 'night'?");
    CHECK(std::string(error.what()) == "no such theme 'nigth'");
}

TEST_CASE("An error without place and hint is one plain sentence") {
    CHECK(Error({}, "out of luck").message() == "error: out of luck");
}

TEST_CASE("A warning reads like an error, with its own word") {
    CHECK(to_string(Diagnostic{Rule::kMissingPicture, {"deck.md", 3}, "no picture 'a.png'", ""}) ==
          "deck.md:3: warning: no picture 'a.png'");
}

TEST_CASE("Warnings keep their order, and the same one counts once") {
    Diagnostics diagnostics;
    CHECK(diagnostics.empty());
    diagnostics.warn(Rule::kMissingPicture, {"b.md", 2}, "second file");
    diagnostics.warn(Rule::kMissingPicture, {"a.md", 1}, "first file");
    diagnostics.warn(Rule::kMissingPicture, {"b.md", 2}, "second file");
    diagnostics.warn(Rule::kMissingPicture, {"b.md", 3}, "second file");
    REQUIRE(diagnostics.warnings().size() == 3);
    CHECK(diagnostics.warnings()[0].where.file == "b.md");
    CHECK(diagnostics.warnings()[1].where.file == "a.md");
    CHECK(diagnostics.warnings()[2].where.line == 3);
}

TEST_CASE("The nearest match forgives a third of the letters") {
    const std::vector<std::string> themes = {"night", "moon", "sky", "solarized"};
    CHECK(nearest_match("nigth", themes) == "night");
    CHECK(nearest_match("solarised", themes) == "solarized");
    CHECK(nearest_match("sk", themes) == "sky");
    CHECK(nearest_match("night", themes) == "night");
}

TEST_CASE("Nothing is suggested for a word that is like no other") {
    CHECK(nearest_match("corporate", {"night", "sky"}).empty());
    CHECK(nearest_match("x", {"y"}).empty());
    CHECK(nearest_match("", {"a"}).empty());
    CHECK(nearest_match("night", {}).empty());
}

TEST_CASE("What a terminal would obey is shown as an escape in messages") {
    CHECK(Error({"a\x1b[2J.md", 1}, "no\r\u009b1m such", "\u202edid").message() ==
          "a\\x1b[2J.md:1: error: no\\x0d\\u009b1m such; \\u202edid");
    CHECK(Error({"été.md", 0}, "“x” 漢字").message() == "été.md: error: “x” 漢字");
}
