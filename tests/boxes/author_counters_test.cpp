// @counter-style: the examples of CSS Counter Styles 3.
#include "boxes/content/author_counters.h"

#include <catch2/catch.hpp>

#include "css/style_sheet.h"

using namespace ghreveal;

namespace {

css::CounterStyles styles_of(const std::string& sheet) {
    const auto parsed = css::parse_style_sheet({sheet, "sheet.css", 1}, {Size{998, 728}});
    css::CounterStyles styles;
    for (const css::CounterStyle& style : parsed->counter_styles) {
        styles[style.name] = style;
    }
    return styles;
}

// The numbers' representations, with spaces between them.
std::string texts(const std::string& sheet, const std::string& name,
                  const std::vector<int>& numbers) {
    const css::CounterStyles styles = styles_of(sheet);
    std::string all;
    for (const int number : numbers) {
        all += (all.empty() ? "" : " ") + boxes::counter_text(number, name, styles);
    }
    return all;
}

}  // namespace

TEST_CASE("a cyclic style repeats its symbols") {
    CHECK(texts("@counter-style t { system: cyclic; symbols: '*' '+'; suffix: ' ' }", "t",
                {1, 2, 3, 0, -1}) == "* + * + *");
}

// CSS Counter Styles 3 §3.7; a descriptor that is none leaves the one before it.
TEST_CASE("a fallback is one name") {
    CHECK(texts("@counter-style a { symbols: x; system: fixed; fallback: upper-roman; fallback: "
                "decimal lower-roman; fallback: \"*\" }",
                "a", {2}) == "II");
}

TEST_CASE("a fixed style has a first value, and a fallback behind its symbols") {
    CHECK(texts("@counter-style box { system: fixed 2; symbols: a b c }", "box", {1, 2, 4, 5}) ==
          "1 a c 5");
}

TEST_CASE("a symbolic style doubles its symbols") {
    CHECK(texts("@counter-style foot { symbols: '*' '+'; }", "foot", {1, 2, 3, 4, 5, 0}) ==
          "* + ** ++ *** 0");
}

TEST_CASE("numeric and alphabetic styles count in their symbols") {
    CHECK(texts("@counter-style three { system: numeric; symbols: '0' '1' '2' }", "three",
                {0, 2, 3, 8, -3}) == "0 2 10 22 -10");
    CHECK(texts("@counter-style ab { system: alphabetic; symbols: a b }", "ab",
                {1, 2, 3, 6, 7, 0}) == "a b aa bb aaa 0");
}

TEST_CASE("an additive style adds weights up") {
    CHECK(texts("@counter-style dice { system: additive; additive-symbols: 6 F, 5 E, 1 A; }",
                "dice", {1, 6, 11, 13}) == "A F FE FFA");
}

TEST_CASE("a style may extend another, its padding, range and negative sign of its own") {
    const std::string sheet =
        "@counter-style padded { system: extends decimal; pad: 3 '0'; negative: '(' ')' }"
        "@counter-style few { system: extends lower-roman; range: 1 3, 7 infinite; fallback: "
        "upper-alpha }";
    CHECK(texts(sheet, "padded", {1, 12, 1234}) == "001 012 1234");
    CHECK(texts(sheet, "few", {1, 3, 4, 7}) == "i iii D vii");
}

TEST_CASE("a marker has the style's prefix and suffix") {
    const auto styles = styles_of(
        "@counter-style q { system: cyclic; symbols: x; prefix: '<'; suffix: '>' }"
        "@counter-style p { system: cyclic; symbols: y }");
    CHECK(boxes::marker_counter_text(1, "q", styles) == "<x>");
    CHECK(boxes::marker_counter_text(1, "p", styles) == "y. ");
    CHECK(boxes::marker_counter_text(2, "decimal", styles) == "2. ");
}

TEST_CASE("styles that extend or fall back to each other end in decimal") {
    CHECK(texts("@counter-style a { system: extends b } @counter-style b { system: extends a }",
                "a", {7}) == "7");
    CHECK(texts("@counter-style a { symbols: x; range: 1 1; fallback: a }", "a", {7}) == "7");
}

TEST_CASE("a rule with a name that is taken, or without symbols, has no effect") {
    CHECK(styles_of("@counter-style disc { symbols: x } @counter-style e { system: numeric; "
                    "symbols: '0' } @counter-style { symbols: x }")
              .empty());
}
