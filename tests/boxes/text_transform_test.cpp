#include "boxes/content/text_transform.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using style::TextTransform;

namespace {

// In an element whose parent has this `lang`.
std::string transformed(std::string_view text, TextTransform transform, const char* language = "") {
    dom::Document document;
    dom::Node& parent = document.create_element("div");
    dom::Node& element = document.create_element("p");
    document.append_child(parent, element);
    parent.set_attribute("lang", language);
    return boxes::transformed_text(text, transform, element);
}

std::string capitalized(std::string_view text) {
    return transformed(text, TextTransform::kCapitalize);
}

}  // namespace

// Expected values are what Chromium shows.

TEST_CASE("the first letter of each word becomes a capital") {
    CHECK(capitalized("e.g. foo.bar a:b a/b (c) a,b") == "E.G. Foo.Bar A:B A/B (C) A,B");
    CHECK(capitalized("3d a-b ©abc ½cup 1.a a.1b") == "3d A-B ©Abc ½Cup 1.A A.1b");
    CHECK(capitalized("a\u00a0b é漢字a İ ı") == "A\u00a0B É漢字A İ I");
}

TEST_CASE("apostrophes, middle dots and low lines join letters to one word") {
    CHECK(capitalized("don't o’neil x‘y a·b foo_bar") == "Don't O’neil X‘y A·b Foo_bar");
    CHECK(capitalized("'a 'n' a''b") == "'A 'N' A''B");
}

TEST_CASE("marks and soft hyphens are inside words") {
    CHECK(capitalized("e\u0301a a\u00adb") == "E\u0301a A\u00adb");
}

TEST_CASE("one letter stays one letter as a word's first") {
    CHECK(capitalized("ﬁx ßa ǆa ŉa") == "ﬁx ßa ǅa ŉa");
}

TEST_CASE("Turkish and Azerbaijani have an i with a dot and one without") {
    for (const char* language : {"tr", "az-Latn"}) {
        CHECK(transformed("i ı istanbul", TextTransform::kUppercase, language) == "İ I İSTANBUL");
        CHECK(transformed("I İ I\u0307 ISPARTA", TextTransform::kLowercase, language) ==
              "ı i i ısparta");
    }
    CHECK(transformed("i ı", TextTransform::kUppercase, "trv") == "I I");
    CHECK(transformed("I İ", TextTransform::kLowercase, "en") == "i i\u0307");
}

TEST_CASE("Georgian letters stay as they are in capitals") {
    CHECK(transformed("აბ a ა", TextTransform::kUppercase) == "აბ A ა");
    CHECK(transformed("ა ж", TextTransform::kCapitalize) == "ა Ж");
}
