// kramdown's Markdown rewritten line by line into the Markdown that md4c reads, where the two
// differ (format.md §5).
#pragma once

#include <string>
#include <vector>

#include "deck/source_text.h"

namespace ghreveal::deck {

struct RewrittenSource {
    SourceLines lines;
    // Raw HTML blocks taken out of the text; a line `<!--ghreveal-html:N-->` stands for block N.
    std::vector<std::string> html_blocks;
};

inline constexpr std::string_view kHtmlBlockOpen = "<!--ghreveal-html:";

RewrittenSource rewrite_kramdown(SourceLines);

}  // namespace ghreveal::deck
