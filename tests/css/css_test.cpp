#include <catch2/catch.hpp>

#include "css/style_sheet.h"

using namespace ghreveal;

namespace {

constexpr Size kPage{998, 728};

std::unique_ptr<css::StyleSheet> parsed(const std::string& text) {
    return css::parse_style_sheet({text, "sheet.css", 1}, {kPage});
}

std::vector<css::Selector> selectors(const std::string& text) {
    static css::Tokens tokens;
    tokens = css::tokenize(text);
    return css::parse_selectors(tokens).value_or(std::vector<css::Selector>{});
}

std::uint32_t specificity(const std::string& selector) {
    return selectors(selector).at(0).specificity;
}

}  // namespace

TEST_CASE("numbers carry their unit, identifiers may have escapes") {
    const auto tokens = css::tokenize("-1.5e1px 50% \\66 oo \"a\\\"b\" url( x.png )");
    REQUIRE(tokens.size() == 9);
    CHECK(tokens[0].number == -15);
    CHECK(tokens[0].value() == "px");
    CHECK(tokens[2].is(css::TokenType::kPercentage));
    CHECK(tokens[4].value() == "foo");
    CHECK(tokens[6].value() == "a\"b");
    CHECK(tokens[8].is(css::TokenType::kUrl));
    CHECK(tokens[8].value() == "x.png");
}

// CSS Syntax 3 §4.3.6.
TEST_CASE("an address without quotes may have escapes, of its end as well") {
    const auto address = [](std::string_view text) {
        const auto tokens = css::tokenize(text);
        REQUIRE(tokens.size() == 1);
        CHECK(tokens[0].is(css::TokenType::kUrl));
        return std::string(tokens[0].value());
    };
    CHECK(address("url(a\\20 b.png)") == "a b.png");
    CHECK(address("url( \\63 .png )") == "c.png");
    CHECK(address("url(a\\)b\\(.png)") == "a)b(.png");
    CHECK(address("url(a\\") == "a\\");
}

TEST_CASE("integers out of range are the largest and smallest there are") {
    const auto tokens =
        css::tokenize("99999999999,-99999999999,7," + std::string(400, '9') + ",1e999,1e-999");
    REQUIRE(tokens.size() == 11);
    CHECK(tokens[0].integer() == 2147483647);
    CHECK(tokens[2].integer() == -2147483647 - 1);
    CHECK(tokens[4].integer() == 7);
    CHECK(tokens[6].integer() == 2147483647);
    CHECK(tokens[8].number > 1e38);
    CHECK(tokens[10].number == 0);
}

TEST_CASE("comments separate nothing and mean nothing") {
    CHECK(css::tokenize("a/* b */c").size() == 2);
}

TEST_CASE("specificity counts ids, then classes, then types") {
    CHECK(specificity("#a") > specificity(".a.b.c.d.e"));
    CHECK(specificity(".a") > specificity("div p span"));
    CHECK(specificity("p:first-child") == specificity("p.a"));
    CHECK(specificity("p:not(.a)") == specificity("p.a"));
    CHECK(specificity("*") == 0);
    CHECK(specificity("p::before") == specificity("div p"));
}

// Selectors 4 §15.
TEST_CASE("each combinator is told from the others") {
    const auto combinator = [](const std::string& text) {
        const css::Selector selector = selectors(text).at(0);
        REQUIRE(selector.combinators.size() == 1);
        return selector.combinators[0];
    };
    CHECK(combinator("a b") == css::Combinator::kDescendant);
    CHECK(combinator("a > b") == css::Combinator::kChild);
    CHECK(combinator("a + b") == css::Combinator::kNextSibling);
    CHECK(combinator("a ~ b") == css::Combinator::kLaterSibling);
    CHECK(combinator("a+b") == css::Combinator::kNextSibling);
}

TEST_CASE("a selector list with one bad selector is no selector list") {
    CHECK(selectors("a, b > c").size() == 2);
    CHECK(selectors("a, !").empty());
    CHECK(selectors("a >").empty());
    CHECK(selectors("").empty());
}

TEST_CASE("an+b is read in all its forms") {
    const auto nth = [](const std::string& text) {
        const auto list = selectors("p:nth-child(" + text + ")");
        const auto& pseudo = list.at(0).compounds.at(0).pseudo_classes.at(0);
        return std::pair(pseudo.step, pseudo.offset);
    };
    CHECK(nth("2n+1") == std::pair(2, 1));
    CHECK(nth("odd") == std::pair(2, 1));
    CHECK(nth("even") == std::pair(2, 0));
    CHECK(nth("3") == std::pair(0, 3));
    CHECK(nth("-n + 2") == std::pair(-1, 2));
    CHECK(nth("n") == std::pair(1, 0));
}

TEST_CASE("rules for other media are left out") {
    CHECK(parsed("@media screen { p { color: red } }")->rules.size() == 1);
    CHECK(parsed("@media print { p { color: red } }")->rules.empty());
    CHECK(parsed("@media (min-width: 600px) { p { color: red } }")->rules.size() == 1);
    CHECK(parsed("@media (max-width: 600px) { p { color: red } }")->rules.empty());
    CHECK(parsed("@media (max-width: 998px) and (min-width: 998px) { p { color: red } }")
              ->rules.size() == 1);
    CHECK(parsed("@media print, screen and (orientation: landscape) { p { color: red } }")
              ->rules.size() == 1);
    CHECK(parsed("@media not print { p { color: red } }")->rules.size() == 1);
}

TEST_CASE("a rule that is not understood is skipped and the next one is not") {
    const auto sheet = parsed("p !! q { color: red } @page { margin: 0 } b { color: blue }");
    REQUIRE(sheet->rules.size() == 1);
    CHECK((*sheet->rules[0].selectors)[0].compounds[0].tag == "b");
}

TEST_CASE("a broken declaration is left out, the others stay") {
    const auto tokens =
        css::tokenize("color: red; : x; width 3px; margin: 0 !important; --x: {a;b}");
    const auto block = css::parse_declarations(tokens);
    REQUIRE(block.size() == 3);
    CHECK(block[0].property == "color");
    CHECK(block[1].property == "margin");
    CHECK(block[1].important);
    CHECK(block[1].value.size() == 1);
    CHECK(block[2].property == "--x");
}

TEST_CASE("imports and font faces are noted with their lines") {
    const auto sheet = parsed(
        "@import url(a.css);\n@import 'b.css' screen;\n\n@font-face { font-family: \"My Face\"; "
        "font-weight: bold; font-style: italic; src: url(x.woff2) format('woff2'), url('x.ttf') }");
    REQUIRE(sheet->imports.size() == 2);
    CHECK(sheet->imports[1].address == "b.css");
    CHECK(sheet->imports[1].line == 2);
    REQUIRE(sheet->font_faces.size() == 1);
    CHECK(sheet->font_faces[0].family == "My Face");
    CHECK(sheet->font_faces[0].weight == std::array{700, 700});
    CHECK(sheet->font_faces[0].italic);
    CHECK(sheet->font_faces[0].line == 4);
    CHECK(sheet->font_faces[0].sources ==
          std::vector<css::FontSource>{{"x.woff2", false}, {"x.ttf", false}});
}

TEST_CASE("a font face has ranges of weights, widths and characters, and measures of its own") {
    const auto sheet = parsed(
        "@font-face { font-family: A B; font-weight: 200 800; font-stretch: 75% 125%; "
        "src: local(My Font), local('Other'), url(x.eot) format('embedded-opentype'), "
        "url(y.woff2) format(woff2) tech(variations); "
        "unicode-range: U+0000-00FF, U+4??, u+1F600; size-adjust: 90%; ascent-override: 80%; "
        "descent-override: normal; line-gap-override: 0% }");
    const css::FontFace& face = sheet->font_faces.at(0);
    CHECK(face.family == "A B");
    CHECK(face.weight == std::array{200, 800});
    CHECK(face.stretch == std::array{75.0, 125.0});
    CHECK(face.sources ==
          std::vector<css::FontSource>{{"My Font", true}, {"Other", true}, {"y.woff2", false}});
    CHECK(face.unicode_range == std::vector<std::pair<char32_t, char32_t>>{
                                    {0, 0xFF}, {0x400, 0x4FF}, {0x1F600, 0x1F600}});
    CHECK(face.size_adjust == 0.9);
    CHECK(face.ascent_override == 0.8);
    CHECK_FALSE(face.descent_override);
    CHECK(face.line_gap_override == 0.0);
}

TEST_CASE("a sheet that ends in the middle is read as far as it goes") {
    CHECK(parsed("p { color: red")->rules.size() == 1);
    CHECK(parsed("p { color: red; } q")->rules.size() == 1);
    CHECK(parsed("@media screen { p { color: red")->rules.size() == 1);
    CHECK(parsed("\"unended")->rules.empty());
}

TEST_CASE("@media and @supports nested past the limit are left out, and known by their lines") {
    std::string text = "p { color: red }\n";
    for (int i = 0; i < 100'000; ++i) {
        text += "@media screen {\n";
    }
    const auto sheet = css::parse_style_sheet({text + "b { color: red }", "sheet.css", 1},
                                              {kPage, Limits{.style_nesting = 3}});
    CHECK(sheet->rules.size() == 1);
    CHECK(sheet->too_deep == std::vector<int>{5});
    CHECK(parsed("@media screen { @supports (color: red) { p { color: red } } }")->rules.size() ==
          1);
}

TEST_CASE("selectors nested or long past the limit are not valid") {
    const auto nested = [](int levels) {
        std::string text = "p";
        for (int i = 0; i < levels; ++i) {
            text.insert(0, ":not(").append(")");
        }
        return text;
    };
    CHECK(css::parse_selectors(css::tokenize(nested(30))).has_value());
    CHECK_FALSE(css::parse_selectors(css::tokenize(nested(100'000))).has_value());
    std::string compounds;
    for (int i = 0; i < 100; ++i) {
        compounds += "a ";
    }
    CHECK(css::parse_selectors(css::tokenize(compounds)).has_value());
    for (int i = 0; i < 100'000; ++i) {
        compounds += "a ";
    }
    CHECK_FALSE(css::parse_selectors(css::tokenize(compounds)).has_value());
}

TEST_CASE("of pseudo-classes and -elements, those that no browser knows are said") {
    const auto said = [](const std::string& text) {
        const auto sheet = parsed(text + " { color: red }");
        return sheet->left_out.empty() ? "" : sheet->left_out[0].what;
    };
    CHECK(said("a:hovr") == "unknown pseudo-class ':hovr'; did you mean 'hover'?");
    CHECK(said("a::befor") == "unknown pseudo-element '::befor'; did you mean 'before'?");
    CHECK(said("p::first-letter").empty());
    CHECK(said("p::first-line").empty());
    CHECK(said("p::column") == "the pseudo-element '::column' is not drawn");
    CHECK(said("a:hover:not(:user-valid), video:buffering, p:nth-child(2n)").empty());
    CHECK(said("p::-moz-selection").empty());
}
