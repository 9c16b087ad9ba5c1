// The Liquid tags that decks use, applied before Markdown (format.md §1).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "markdown/source_text.h"
#include "media/site.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::deck {

// What `{{ page.KEY }}` and `{{ site.KEY }}` stand for; nothing for a key that is not there.
using LiquidValues = std::function<std::optional<std::string>(const std::string& key)>;

struct LiquidContext {
    std::string file;  // the deck, for messages
    const media::Site& site;
    LiquidValues page;
    LiquidValues site_values;
    const Limits& limits;
    Diagnostics& diagnostics;
};

struct ExpandedSource {
    markdown::SourceLines lines;              // included lines know their own file and line
    std::vector<std::string> included_files;  // numbered from 1, as markdown::Origin::file counts
};

// The lines with every known tag replaced. Other tags and filters stay as written and are
// reported, in an included file with its name and line.
// Throws Error for an include that is missing, outside the site, part of a loop, or nested too
// deep.
ExpandedSource apply_liquid(markdown::SourceLines, const LiquidContext&);

}  // namespace ghreveal::deck
