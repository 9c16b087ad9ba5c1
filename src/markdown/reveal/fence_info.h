// What stands behind a code fence, as reveal.js's Markdown plugin reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

struct FenceInfo {
    std::string language;
    std::string first_number;          // of the first line; empty: 1
    std::optional<std::string> lines;  // to point out, "1,4-8|9"; nothing: lines have no numbers
};

// "js [25: 1,4-8|9]": the language, the first line's number, the lines to point out by steps.
FenceInfo read_fence_info(std::string_view);

}  // namespace ghreveal::markdown::reveal
