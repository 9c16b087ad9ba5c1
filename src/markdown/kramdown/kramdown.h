// The deck's Markdown as HTML, as kramdown with its GFM parser writes it (format.md §2, §5). An
// own parser, because the slides are cut in the HTML text: where paragraphs and tags begin and end
// decides what a slide looks like, and CommonMark's rules place them elsewhere.
#pragma once

#include "markdown/html_text.h"
#include "markdown/source_text.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

struct MarkdownHtml {
    HtmlText html;
    // Whether there was so much markup without an end that the rest was taken as text.
    bool gave_up = false;
};

MarkdownHtml markdown_to_html(const SourceLines&, const Limits& = {});

}  // namespace ghreveal::markdown::kramdown
