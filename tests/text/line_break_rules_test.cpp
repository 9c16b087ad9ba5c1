// The pairs are what Chromium does, asked for each.
#include "text/line_break/line_break_rules.h"

#include <catch2/catch.hpp>

#include "support/unicode/utf8.h"
#include "text/line_break/thai_words.h"

using namespace ghreveal;

namespace {

// The text with a | wherever a line may end.
std::string broken(std::string_view utf8) {
    const std::u32string text = utf8::to_utf32(utf8);
    const std::vector<bool> breaks = text::line_breaks_before(text);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += breaks[i] ? "|" : "";
        utf8::append(result, text[i]);
    }
    return result;
}

}  // namespace

TEST_CASE("Chinese and Japanese lines break between any two characters") {
    CHECK(broken("漢字かなカナ") == "漢|字|か|な|カ|ナ");
    CHECK(broken("きゃっとー") == "き|ゃ|っ|と|ー");
    CHECK(broken("漢字abc漢字") == "漢|字|abc|漢|字");
}

TEST_CASE("closing punctuation does not begin a line, opening does not end one") {
    CHECK(broken("「漢」、字。") == "「漢」、|字。");
    CHECK(broken("漢（字）漢") == "漢|（字）|漢");
    CHECK(broken("漢！字？…字") == "漢！|字？…|字");
    CHECK(broken("a「b」c") == "a|「b」|c");
    CHECK(broken("漢々ゝ・ー") == "漢々ゝ・|ー");
}

TEST_CASE("Korean lines break between syllables") {
    CHECK(broken("한국어") == "한|국|어");
    CHECK(broken("\u1112\u1161\u11ab\u1100") == "\u1112\u1161\u11ab|\u1100");
}

TEST_CASE("letters stay together, with their marks and brackets") {
    CHECK(broken("été") == "été");
    CHECK(broken("e\u0301te\u0301") == "e\u0301te\u0301");
    CHECK(broken("f(é)g") == "f(é)g");
    CHECK(broken("«é» é") == "«é» |é");
    CHECK(broken("שלום") == "שלום");
    CHECK(broken("א-ב") == "א-ב");
}

TEST_CASE("numbers keep their signs") {
    CHECK(broken("−12,5\u00a0€") == "−12,5\u00a0€");
    CHECK(broken("€12.50é") == "€12.50é");
    CHECK(broken("é(12)%") == "é(12)%");
    CHECK(broken("漢12％字") == "漢|12％|字");
    CHECK(broken("字。％") == "字。|％");
}

TEST_CASE("no-break spaces and joiners hold together, a zero-width space parts") {
    CHECK(broken("é\u00a0é") == "é\u00a0é");
    CHECK(broken("漢\u2060字") == "漢\u2060字");
    CHECK(broken("é\u200bé") == "é\u200b|é");
    CHECK(broken("é–é") == "é–|é");
    CHECK(broken("é—é") == "é|—|é");
}

TEST_CASE("emoji break from each other, never inside") {
    CHECK(broken("😀😀") == "😀|😀");
    CHECK(broken("👍🏽👍") == "👍🏽|👍");
    CHECK(broken("👩\u200d👧❤\ufe0f") == "👩\u200d👧|❤\ufe0f");
    CHECK(broken("🇫🇷🇩🇪") == "🇫🇷|🇩🇪");
}

TEST_CASE("lines break before and after atomic boxes, no-break spaces notwithstanding") {
    CHECK(broken("é\ufffc\u00a0\ufffcé") == "é|\ufffc|\u00a0|\ufffc|é");
    CHECK(broken("(\ufffc)é") == "(|\ufffc|)é");
}

TEST_CASE("any character can be asked about") {
    CHECK(broken("a\uffffb") == "a\uffffb");
    CHECK(broken("🇫") == "🇫");
    CHECK(broken("\u0301a") == "\u0301a");
    CHECK(broken("") == "");
}

TEST_CASE("Thai lines break between words") {
    const std::u32string text = utf8::to_utf32("วันนี้อากาศดี a");
    std::vector<bool> breaks(text.size());
    text::add_thai_breaks(text, breaks);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += breaks[i] ? "|" : "";
        utf8::append(result, text[i]);
    }
    CHECK(result == "วัน|นี้|อากาศ|ดี a");
}
