// A deck's Markdown on its way to HTML: text whose every line knows where it came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::deck {

struct SourceLine {
    std::string text;  // without its line end
    int number = 0;    // in the deck's own file
};

using SourceLines = std::vector<SourceLine>;

// Lines numbered from `first_number`.
SourceLines split_lines(std::string_view text, int first_number);
bool is_blank(std::string_view line);
// Leading spaces, a tab counting to the next multiple of 4 (CommonMark §2.2).
std::size_t indentation(std::string_view line);
std::string_view trimmed(std::string_view text);

}  // namespace ghreveal::deck
