#include "support/ascii.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace ghreveal;

namespace {

using Words = std::vector<std::string_view>;

}  // namespace

TEST_CASE("case is folded for ASCII letters alone") {
    CHECK(ascii::lower_case("ABZ[@ÄÉ") == "abz[@ÄÉ");
    CHECK(ascii::upper_case("abz{`äé") == "ABZ{`äé");
    CHECK(ascii::equal_ignoring_case("Content-TYPE", "content-type"));
    CHECK_FALSE(ascii::equal_ignoring_case("k", "\u212a"));  // the Kelvin sign
    CHECK_FALSE(ascii::equal_ignoring_case("@", "`"));
    CHECK(ascii::starts_ignoring_case("HTTP://x", "http://"));
    CHECK_FALSE(ascii::starts_ignoring_case("htt", "http"));
}

TEST_CASE("letters, digits and word characters are those of ASCII") {
    CHECK(ascii::is_letter('Z'));
    CHECK_FALSE(ascii::is_letter('['));
    CHECK_FALSE(ascii::is_letter('\xC3'));
    CHECK(ascii::is_word_character('_'));
    CHECK(ascii::is_word_or_beyond('\xC3'));
    CHECK(ascii::hex_value('f') == 15);
    CHECK(ascii::hex_value('A') == 10);
    CHECK(ascii::hex_value('g') == -1);
}

TEST_CASE("a character is a space when it is one of its set") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        CHECK(ascii::is_space(c) == (ascii::kSpace.find(c) != std::string_view::npos));
        CHECK(ascii::is_html_space(c) == (ascii::kHtmlSpace.find(c) != std::string_view::npos));
    }
}

TEST_CASE("text is trimmed at both ends") {
    CHECK(ascii::trimmed(" \t a b\v\r\n") == "a b");
    CHECK(ascii::trimmed(" \t").empty());
    CHECK(ascii::is_blank("\f \v"));
    CHECK_FALSE(ascii::is_blank(" x "));
}

TEST_CASE("words stand between HTML's spaces, which a vertical tab is not") {
    CHECK(ascii::words(" a\tb\n\fc ") == Words{"a", "b", "c"});
    CHECK(ascii::words("a\vb") == Words{"a\vb"});
    CHECK(ascii::words(" ").empty());
}

namespace {

template <typename Text>
concept HasWords = requires(Text&& text) {
    ascii::words(std::forward<Text>(text));
};
template <typename Text>
concept CanBeSplit = requires(Text&& text) {
    ascii::split(std::forward<Text>(text), ',');
};

}  // namespace

TEST_CASE("words and parts of a string that nobody keeps are refused, as they would outlive it") {
    STATIC_REQUIRE_FALSE(HasWords<std::string>);
    STATIC_REQUIRE_FALSE(HasWords<const std::string>);
    STATIC_REQUIRE_FALSE(CanBeSplit<std::string>);
    STATIC_REQUIRE_FALSE(CanBeSplit<const std::string>);
    STATIC_REQUIRE(HasWords<std::string&>);
    STATIC_REQUIRE(HasWords<const std::string&>);
    STATIC_REQUIRE(HasWords<std::string_view>);
    STATIC_REQUIRE(CanBeSplit<const std::string&>);
    STATIC_REQUIRE(CanBeSplit<const char*>);
}
