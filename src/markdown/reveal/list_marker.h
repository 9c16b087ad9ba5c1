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

}  // namespace ghreveal::markdown::reveal
