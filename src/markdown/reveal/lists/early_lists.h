// Lists in Markdown as marked had them before 0.6, which reveal.js brought until 3.7: whether an
// item is loose was decided for each of a list by itself (CommonMark §5.3: for all of it).
#pragma once

#include <string_view>
#include <vector>

namespace ghreveal::markdown::reveal {

// For each line of the text whether an item begins on it that is tight: neither it nor the one
// before it ends in a blank line, and there is none in it.
std::vector<bool> lines_of_tight_items(std::string_view text);

}  // namespace ghreveal::markdown::reveal
