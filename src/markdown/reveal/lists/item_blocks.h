// Blocks right below list items' text, as marked has them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// What belongs to an item without being indented to it: in marked's later versions HTML and block
// quotes, in those that reveal.js brought before 5.0 headings and fenced code, too.
enum class ItemBlocks : std::uint8_t { kHtmlAndQuotes, kAll };

// In CommonMark a block right below an item's text that is not indented ends the list (§5.2; it may
// interrupt a paragraph); for marked, which reveal.js's plugin uses, it belongs to the item, where
// `<!-- .element: … -->` is meant. The text with the lines of such blocks indented to their item's
// content, as marked outdents them. Lines stay lines.
std::string with_blocks_in_items(std::string_view text, ItemBlocks);

}  // namespace ghreveal::markdown::reveal
