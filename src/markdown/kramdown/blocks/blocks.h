// kramdown's block rules. Each looks at the place the reader is at and, if its block begins there,
// takes it, adds its elements to the tree and gives true.
#pragma once

#include "markdown/kramdown/document.h"

namespace ghreveal::markdown::kramdown {

struct BlockReader {
    KramdownDocument& document;
    Element& tree;  // what the blocks go into
    Scanner& source;
    int depth = 0;
    // An attribute list that stands before its block.
    std::optional<InlineAttributes> attributes = std::nullopt;
    bool found_end_tag = false;  // of the HTML element that `tree` is

    // A new element that begins here, with the attribute list that stood before it.
    Element& make(ElementType);
    Element& add(ElementType);
    void add_boundary(Boundary);
    // Whether a block may begin here that needs a blank line, or the like, before it.
    bool is_after_boundary() const;
    bool is_before_boundary() const;
};

// Reads all blocks of a text into the element.
void parse_blocks(KramdownDocument&, Element& tree, const Text&, int depth);
// Reads on in `source`, up to the end tag of the element when it is HTML; gives whether that came.
bool parse_blocks(KramdownDocument&, Element& tree, Scanner& source, int depth);

bool take_blank_lines(BlockReader&);
bool take_indented_code(BlockReader&);
bool take_fenced_code(BlockReader&);
bool take_blockquote(BlockReader&);
bool take_heading(BlockReader&);
bool take_underlined_heading(BlockReader&);
bool take_rule(BlockReader&);
bool take_list(BlockReader&);
bool take_definition_list(BlockReader&);
bool take_html_block(BlockReader&);
bool take_math_block(BlockReader&);
bool take_table(BlockReader&);
bool take_footnote_definition(BlockReader&);
bool take_link_definition(BlockReader&);
bool take_abbreviation_definition(BlockReader&);
bool take_block_extension(BlockReader&);
bool take_boundary_marker(BlockReader&);
bool take_paragraph(BlockReader&);

// What lines are, wherever they stand.
bool is_indented(std::string_view line);  // by a tab or 4 spaces
bool is_boundary_marker(std::string_view line);
bool is_rule(std::string_view line);
// The bytes of a list item's marker with the spaces before it, when the line begins an item of
// this kind indented by `most_spaces` at most; else 0.
std::size_t match_item_marker(std::string_view line, ElementType list, std::size_t most_spaces);
// Whether a lazy continuation, one without the block's own mark, ends before this line.
bool ends_lazy_block(std::string_view line);
// Code that is indented, from `position` on: where it ends.
std::size_t end_of_indented_code(const Scanner&, std::size_t position);

}  // namespace ghreveal::markdown::kramdown
