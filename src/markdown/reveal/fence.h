#pragma once

#include <string_view>

#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

// Whether the line begins or ends fenced code (CommonMark §4.5), however far in it stands.
inline bool is_fence(std::string_view line) {
    const std::string_view text = ascii::trimmed(line);
    return text.starts_with("```") || text.starts_with("~~~");
}

}  // namespace ghreveal::markdown::reveal
