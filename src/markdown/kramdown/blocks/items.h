// The items of kramdown's lists, definitions too: their lines without indentation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown/blocks/blocks.h"

namespace ghreveal::markdown::kramdown {

// An item's lines, and what its further lines must look like.
struct Item {
    Element* element = nullptr;
    // Where a nested list begins without a blank line before it, a new part begins.
    std::vector<Text> parts;
    std::size_t indentation = 0;
    bool nested_list_found = false;
};

// Takes an item's first line behind its marker, which is `marker` bytes long.
Item take_first_line(BlockReader&, Element& item, std::size_t marker);
// How far the next item's marker may be indented.
std::size_t most_marker_spaces(std::size_t indentation);
// Whether the line is indented as the item's text is, or goes on with it without being so.
bool is_content(std::string_view line, std::size_t indentation);
bool is_lazy_content(std::string_view line, std::size_t indentation);
// Takes the item's indentation off the line; gives whether it had it.
bool remove_indentation(std::string& line, std::size_t indentation);
bool begins_list(std::string_view line);
// The bytes of an attribute list at an item's beginning, with the space around it; 0 when there is
// none.
std::size_t match_item_attributes(std::string_view text, InlineAttributes*);
// Takes the blank lines off the item's end; kramdown puts the last item's behind the list.
Element* take_last_blank(Element& item);

}  // namespace ghreveal::markdown::kramdown
