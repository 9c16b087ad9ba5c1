// Counter styles that are a table: digits, letters and weights of many scripts (CSS Counter Styles
// 3 §6, §7). Those with a rule of their own are in counter_styles.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::boxes {

// Nothing for names that are not in the table, and for numbers the style cannot write.
std::optional<std::string> predefined_counter_text(int value, std::string_view counter_style);

// What follows the number in a marker; nothing for names that are not in the table.
std::optional<std::string_view> predefined_suffix(std::string_view counter_style);

}  // namespace ghreveal::boxes
