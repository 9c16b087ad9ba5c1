// Marks of emphasis and of code that a text of a slide still has: Markdown found no pair in them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::check {

struct UnclosedMark {
    std::size_t at = 0;          // in the text
    std::string_view beginning;  // the mark and the word behind it, as they stand in the source
    std::string_view shown;      // as much of the text as tells where it is
    std::string hint;
};

// The first mark that was clearly meant as one. `2 ** 3`, globs, `**kwargs`, quotes as `this' and
// marks of footnotes behind a word are none.
std::optional<UnclosedMark> unclosed_mark(std::string_view text);

}  // namespace ghreveal::check
