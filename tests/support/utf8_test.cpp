#include "support/unicode/utf8.h"

#include <catch2/catch.hpp>

using namespace ghreveal;

TEST_CASE("Sequences of one to four bytes decode to their code points") {
    CHECK(utf8::to_utf32("aé€😀") == U"aé€😀");
    CHECK(utf8::decode("é", 0).length == 2);
    CHECK(utf8::decode("x€", 1).length == 3);
    CHECK(utf8::decode("😀", 0).code_point == 0x1F600);
}

TEST_CASE("Encoding and decoding are each other's inverse for every code point") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) {
            c = 0xE000;
        }
        std::string bytes;
        utf8::append(bytes, c);
        const utf8::Decoded decoded = utf8::decode(bytes, 0);
        if (decoded.code_point != c || decoded.length != bytes.size()) {
            FAIL("code point " << static_cast<unsigned>(c));
        }
    }
}

TEST_CASE("Surrogates and numbers past U+10FFFF are written as the replacement character") {
    std::string out;
    utf8::append(out, 0xD800);
    utf8::append(out, 0x110000);
    CHECK(out == "\uFFFD\uFFFD");
}

TEST_CASE("Each maximal subpart of a malformed sequence becomes one replacement character") {
    // The example of Unicode 15, table 3-8.
    CHECK(utf8::to_utf32("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64") ==
          U"a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
    CHECK(utf8::to_utf32("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
    CHECK(utf8::to_utf32("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // surrogate
    CHECK(utf8::to_utf32("\xE2\x82") == U"\uFFFD");                  // cut off
    CHECK(utf8::to_utf32("\xF4\x90\x80\x80").size() == 4);           // past U+10FFFF
}

TEST_CASE("Sanitizing drops a leading byte order mark and keeps good text as it is") {
    CHECK(utf8::sanitized("\xEF\xBB\xBFHello") == "Hello");
    CHECK(utf8::sanitized("naïve «x»") == "naïve «x»");
    CHECK(utf8::sanitized("a\xFFz") == "a\uFFFDz");
    CHECK(utf8::sanitized("").empty());
}
