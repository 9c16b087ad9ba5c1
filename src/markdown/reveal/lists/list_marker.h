#pragma once

#include <algorithm>
#include <string_view>

#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

// Whether the line begins a list's item as marked had it before CommonMark's rules: a bullet or a
// number with a full stop, and a blank, however far in they stand.
inline bool begins_item(std::string_view line) {
    const std::string_view text = ascii::trimmed(line);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ") ||
           (digits > 0 && text.substr(digits).starts_with(". "));
}

// "* * *", "---" and their like (CommonMark §4.1), which are no items and end all lists.
inline bool is_thematic_break(std::string_view line) {
    const std::string_view text = ascii::trimmed(line);
    const char mark = text.empty() ? '\0' : text.front();
    const auto is_mark_or_blank = [&](char c) { return c == mark || c == ' ' || c == '\t'; };
    return (mark == '-' || mark == '*' || mark == '_') &&
           std::all_of(text.begin(), text.end(), is_mark_or_blank) &&
           std::count(text.begin(), text.end(), mark) > 2;
}

}  // namespace ghreveal::markdown::reveal
