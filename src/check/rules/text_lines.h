// The lines of a Markdown deck that are no code.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/ascii.h"

namespace ghreveal::check {

// Calls visit(line, number) for those that stand outside of fenced code.
template <typename Visit>
void for_each_text_line(const std::vector<std::string>& lines, Visit&& visit) {
    std::string_view fence;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = ascii::trimmed(lines[i]);
        const bool is_fence = text.starts_with("```") || text.starts_with("~~~");
        if (is_fence && (fence.empty() || text.starts_with(fence))) {
            fence = fence.empty() ? text.substr(0, 3) : std::string_view{};
        } else if (fence.empty()) {
            visit(std::string_view(lines[i]), static_cast<int>(i) + 1);
        }
    }
}

// Whether a place of the line is between backticks.
inline bool is_in_code_span(std::string_view line, std::size_t at) {
    const std::string_view before = line.substr(0, at);
    return std::count(before.begin(), before.end(), '`') % 2 == 1;
}

}  // namespace ghreveal::check
