#include "text/script_names.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ghreveal::text {

namespace {

// By the tags of ISO 15924, in their order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 54> kNames{{
    {"Adlm", "Adlam"},      {"Arab", "Arabic"},
    {"Armn", "Armenian"},   {"Bali", "Balinese"},
    {"Beng", "Bengali"},    {"Bopo", "Bopomofo"},
    {"Brai", "Braille"},    {"Cans", "Canadian Aboriginal"},
    {"Cham", "Cham"},       {"Cher", "Cherokee"},
    {"Copt", "Coptic"},     {"Cyrl", "Cyrillic"},
    {"Deva", "Devanagari"}, {"Egyp", "Egyptian Hieroglyphs"},
    {"Ethi", "Ethiopic"},   {"Geor", "Georgian"},
    {"Goth", "Gothic"},     {"Grek", "Greek"},
    {"Gujr", "Gujarati"},   {"Guru", "Gurmukhi"},
    {"Hang", "Hangul"},     {"Hani", "Han"},
    {"Hebr", "Hebrew"},     {"Hira", "Hiragana"},
    {"Java", "Javanese"},   {"Kana", "Katakana"},
    {"Khmr", "Khmer"},      {"Knda", "Kannada"},
    {"Laoo", "Lao"},        {"Latn", "Latin"},
    {"Lepc", "Lepcha"},     {"Limb", "Limbu"},
    {"Mlym", "Malayalam"},  {"Mong", "Mongolian"},
    {"Mymr", "Myanmar"},    {"Nkoo", "N'Ko"},
    {"Ogam", "Ogham"},      {"Olck", "Ol Chiki"},
    {"Orya", "Oriya"},      {"Phnx", "Phoenician"},
    {"Runr", "Runic"},      {"Sinh", "Sinhala"},
    {"Sund", "Sundanese"},  {"Syrc", "Syriac"},
    {"Taml", "Tamil"},      {"Telu", "Telugu"},
    {"Tfng", "Tifinagh"},   {"Tglg", "Tagalog"},
    {"Thaa", "Thaana"},     {"Thai", "Thai"},
    {"Tibt", "Tibetan"},    {"Vaii", "Vai"},
    {"Xsux", "Cuneiform"},  {"Yiii", "Yi"},
}};

}  // namespace

std::string script_name(char32_t code_point) {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
        script == HB_SCRIPT_UNKNOWN) {
        return "";
    }
    std::array<char, 4> letters{};
    hb_tag_to_string(hb_script_to_iso15924_tag(script), letters.data());
    const std::string_view tag(letters.data(), letters.size());
    const auto name = std::lower_bound(
        kNames.begin(), kNames.end(), tag,
        [](const auto& entry, std::string_view value) { return entry.first < value; });
    return std::string(name != kNames.end() && name->first == tag ? name->second : tag);
}

}  // namespace ghreveal::text
