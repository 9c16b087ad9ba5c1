// Upper and lower case of the letters of all scripts, by GLib's tables.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::unicode {

// The full mappings: "ﬁ" becomes "FI", "ß" "SS". Of UTF-8 in any state; broken bytes are replaced.
std::string upper_case(std::string_view utf8);
// A sigma at a word's end becomes "ς" (Unicode 15 table 3-17, Final_Sigma).
std::string lower_case(std::string_view utf8);

// Of a character by itself.
void append_lower(std::string& out, char32_t);
// The simple mapping, one character to one: "ǆ" becomes "ǅ", "ß" stays.
char32_t to_title(char32_t);

}  // namespace ghreveal::unicode
