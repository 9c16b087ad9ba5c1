#include "support/unicode/unicode_case.h"

#include <catch2/catch.hpp>

using namespace ghreveal;

// Expected values are those of Unicode 15's SpecialCasing.txt and UnicodeData.txt.

TEST_CASE("letters without a capital of their own become two or three") {
    CHECK(unicode::upper_case("straße") == "STRASSE");
    CHECK(unicode::upper_case("ﬁ ﬄ") == "FI FFL");
    CHECK(unicode::upper_case("ŉ") == "ʼN");
    CHECK(unicode::upper_case("ΐ") == "\u0399\u0308\u0301");
    CHECK(unicode::upper_case("ᾳ") == "ΑΙ");
    CHECK(unicode::upper_case("և") == "ԵՒ");
    CHECK(unicode::lower_case("İ") == "i\u0307");
}

TEST_CASE("case is mapped in every script that has it") {
    CHECK(unicode::upper_case("ա ϐ ÿ ı ꞵ 𐐨 ж") == "Ա Β Ÿ I Ꞵ 𐐀 Ж");
    CHECK(unicode::lower_case("Ա ẞ Ÿ 𐐀 Ж") == "ա ß ÿ 𐐨 ж");
    CHECK(unicode::upper_case("漢字 שלום 😀 1") == "漢字 שלום 😀 1");
}

TEST_CASE("a capital sigma at a word's end becomes a final one") {
    CHECK(unicode::lower_case("ΟΔΥΣΣΕΥΣ") == "οδυσσευς");
    CHECK(unicode::lower_case("ΣΑΣ ΣΑ ΑΣ. ΑΣ-Α") == "σας σα ας. ας-α");
    CHECK(unicode::lower_case("Σ 1Σ") == "σ 1σ");
    CHECK(unicode::lower_case("ΑΣ'Α ΑΣ\u0301Α Α.Σ") == "ασ'α ασ\u0301α α.ς");
}

TEST_CASE("a character by itself is lowered without regard to its neighbours") {
    std::string out;
    for (const char32_t c : U"ÄΣİ\u1E9E") {
        if (c != 0) {
            unicode::append_lower(out, c);
        }
    }
    CHECK(out == "äσi\u0307ß");
}

TEST_CASE("a title's letter is one character") {
    CHECK(unicode::to_title(U'ǆ') == U'ǅ');
    CHECK(unicode::to_title(U'ß') == U'ß');
    CHECK(unicode::to_title(U'é') == U'É');
}

TEST_CASE("broken UTF-8 becomes replacement characters in another case too") {
    CHECK(unicode::upper_case("a\xE2\x82") == "A\uFFFD");
}
