#include "markdown/reveal/fence_info.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

bool are_line_ranges(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_digit(c) || ascii::is_space(c) || c == ',' || c == '|' || c == '-';
    });
}

}  // namespace

FenceInfo read_fence_info(std::string_view info) {
    FenceInfo fence{std::string(info), {}, {}};
    const std::size_t open = info.find('[');
    const std::size_t close = info.find(']', open);
    if (open == info.npos || close == info.npos) {
        return fence;
    }
    std::string_view inside = info.substr(open + 1, close - open - 1);
    std::string_view first;
    if (const std::size_t colon = inside.find(':'); colon != inside.npos) {
        first = ascii::trimmed(inside.substr(0, colon));
        inside.remove_prefix(colon + 1);
    }
    if (!are_line_ranges(inside) || !std::all_of(first.begin(), first.end(), ascii::is_digit)) {
        return fence;
    }
    fence.first_number = first;
    fence.lines = ascii::trimmed(inside);
    fence.language.erase(open, close + 1 - open);
    fence.language = std::string(ascii::trimmed(fence.language));
    return fence;
}

}  // namespace ghreveal::markdown::reveal
