#include "boxes/content/predefined_counters.h"

#include <catch2/catch.hpp>

#include "boxes/content/counter_styles.h"

using ghreveal::boxes::counter_text;
using ghreveal::boxes::marker_suffix;

// Expected values: CSS Counter Styles 3 §6 and §7, and web-platform-tests' references.

TEST_CASE("numeric styles write the digits of their scripts") {
    CHECK(counter_text(1865, "telugu") == "౧౮౬౫");
    CHECK(counter_text(43, "arabic-indic") == "٤٣");
    CHECK(counter_text(-7, "devanagari") == "-७");
    CHECK(counter_text(0, "thai") == "๐");
    CHECK(counter_text(80, "cjk-decimal") == "八〇");
}

TEST_CASE("alphabetic styles go on with two letters") {
    CHECK(counter_text(1, "hiragana") == "あ");
    CHECK(counter_text(48, "hiragana") == "ん");
    CHECK(counter_text(49, "hiragana") == "ああ");
    CHECK(counter_text(47, "katakana-iroha") == "ス");
    CHECK(counter_text(48, "katakana-iroha") == "イイ");
    CHECK(counter_text(0, "katakana") == "0");
}

TEST_CASE("fixed styles end, and numbers beyond are decimal or what the fallback is") {
    CHECK(counter_text(12, "cjk-earthly-branch") == "亥");
    CHECK(counter_text(10, "cjk-heavenly-stem") == "癸");
    CHECK(counter_text(13, "cjk-earthly-branch") == "13");
}

TEST_CASE("letters with weights add up") {
    CHECK(counter_text(7777, "armenian") == "ՒՉՀԷ");
    CHECK(counter_text(7777, "lower-armenian") == "ւչհէ");
    CHECK(counter_text(10000, "armenian") == "10000");
    CHECK(counter_text(19999, "georgian") == "ჵჰშჟთ");
    CHECK(counter_text(15, "hebrew") == "טו");
    CHECK(counter_text(6666, "hebrew") == "ו׳תרסו");
}

TEST_CASE("numbers of China, Japan and Korea name powers of ten") {
    CHECK(counter_text(1112, "japanese-informal") == "千百十二");
    CHECK(counter_text(9999, "japanese-formal") == "九阡九百九拾九");
    CHECK(counter_text(-11, "japanese-informal") == "マイナス十一");
    CHECK(counter_text(99, "korean-hangul-formal") == "구십구");
    CHECK(counter_text(1860, "korean-hanja-formal") == "壹仟八百六拾");
    CHECK(counter_text(12, "simp-chinese-informal") == "十二");
    CHECK(counter_text(105, "simp-chinese-informal") == "一百零五");
    CHECK(counter_text(1060, "trad-chinese-informal") == "一千零六十");
    CHECK(counter_text(6001, "simp-chinese-formal") == "陆仟零壹");
    CHECK(counter_text(0, "trad-chinese-formal") == "零");
    CHECK(marker_suffix("trad-chinese-informal") == "、");
    CHECK(marker_suffix("korean-hangul-formal") == ", ");
    CHECK(marker_suffix("telugu") == ". ");
}
