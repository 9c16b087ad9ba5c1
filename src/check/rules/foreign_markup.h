// Markup of other programs' Markdown, which stays on the slide as text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::check {

struct ForeignMark {
    std::size_t at = 0;  // in the text
    std::string shown;
    std::string hint;
};

// The first of a text: `==marked==`, `x^2^`, `[!NOTE]`, `::: box`, `</p>` and `<!--` that HTML has
// nothing for.
std::optional<ForeignMark> foreign_mark(std::string_view text);

}  // namespace ghreveal::check
