// CommonMark with GitHub's extensions -> HTML, by md4c: what reveal.js's Markdown plugin makes of a
// slide's text with marked.
#pragma once

#include <string_view>

#include "markdown/html_text.h"
#include "markdown/reveal/lists/item_blocks.h"
#include "markdown/reveal/tables.h"
#include "markdown/source_text.h"

namespace ghreveal::markdown::reveal {

// What reveal.js's Markdown plugin read otherwise than CommonMark, by the marked that it brought.
struct Dialect {
    bool early_html = false;                              // before 3.8: early_html.h
    bool items_nest_early = false;                        // before 4.1: list_nesting.h
    bool no_break_spaces = true;                          // before 4: blanks
    bool heading_ids = true;                              // since 3.1
    bool tables_end_paragraphs = true;                    // since 4.3
    TableEnd table_end = TableEnd::kBlock;                // since 4
    bool headings_need_space = true;                      // since 3.4: "##Title" is a paragraph
    ItemBlocks item_blocks = ItemBlocks::kHtmlAndQuotes;  // kAll before 5
    // Of a fence's class, before its language: "lang-" since 3.1, "language-" in 3.8 and 3.9.
    std::string_view language_prefix{};
};

// `first` is where the text's first line was written: origins count on from it. Fences may name
// lines to point out after the language, as "js [25: 1,4-8|9]": they become attributes of <code>.
HtmlText commonmark_to_html(std::string_view text, Origin first, const Dialect& = {});

}  // namespace ghreveal::markdown::reveal
