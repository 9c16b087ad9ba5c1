// The deck's Markdown as HTML, as kramdown with its GFM parser writes it (format.md §2, §5). An
// own parser, because the slides are cut in the HTML text: where paragraphs and tags begin and end
// decides what a slide looks like, and CommonMark's rules place them elsewhere.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "markdown/html_text.h"
#include "markdown/source_text.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

// kramdown's own, as a site's `_config.yml` sets them.
struct Options {
    bool hard_wrap = false;  // each line end breaks the line
    bool auto_ids = true;    // headings get ids of their text
    std::string auto_id_prefix;
    bool parse_block_html = false;  // whether Markdown is read in HTML that says nothing of it
    bool parse_span_html = true;
    int footnote_nr = 1;  // of the first note
    // Of '…' and "…", as they open and close.
    std::array<std::string, 4> smart_quotes{"\u2018", "\u2019", "\u201c", "\u201d"};
};

// `{:name}` that nothing in the deck defines, and where its element begins.
struct UnknownReference {
    std::string name;
    Origin origin;
};

struct MarkdownHtml {
    HtmlText html;
    // Whether there was so much markup without an end that the rest was taken as text.
    bool gave_up = false;
    std::vector<UnknownReference> unknown_references;
};

MarkdownHtml markdown_to_html(const SourceLines&, const Limits& = {}, const Options& = {});
// The characters of a quotation mark as `smart_quotes` names it: "lsquo", "39".
std::string quote_of_name(const std::string& name);

}  // namespace ghreveal::markdown::kramdown
