// CommonMark with GitHub's extensions -> HTML, by md4c: what reveal.js's Markdown plugin makes of a
// slide's text with marked.
#pragma once

#include <string_view>

#include "markdown/html_text.h"
#include "markdown/source_text.h"

namespace ghreveal::markdown::reveal {

// `first` is where the text's first line was written: origins count on from it. Fences may name
// lines to point out after the language, as "js [25: 1,4-8|9]": they become attributes of <code>.
HtmlText commonmark_to_html(std::string_view text, Origin first);

}  // namespace ghreveal::markdown::reveal
