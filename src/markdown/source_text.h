// A deck's Markdown on its way to HTML: text whose every line knows where it came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::markdown {

// Where a line was written: in the deck's own file (0) or in an included one (its place in
// Deck::document's list of files).
struct Origin {
    int line = 0;
    int file = 0;
    bool operator==(const Origin&) const = default;
};

struct SourceLine {
    std::string text;  // without its line end
    Origin origin;
};

using SourceLines = std::vector<SourceLine>;

// Lines numbered on from `first`; a line ends with LF, CR LF or CR.
SourceLines split_lines(std::string_view text, Origin first);

}  // namespace ghreveal::markdown
