// The Liquid tags that decks use, applied before Markdown (format.md §1).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "deck/source_text.h"
#include "media/loader.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::deck {

struct LiquidContext {
    std::string file;  // for messages
    const media::Site& site;
    const std::map<std::string, std::string>& page;                 // {{ page.KEY }}
    std::function<std::string(const std::string& key)> site_value;  // {{ site.KEY }}
    const Limits& limits;
    Diagnostics& diagnostics;
};

// The lines with every known tag replaced; included lines carry the number of the line that
// includes them. Unknown tags stay as written and are reported.
// Throws Error for an include that is missing, outside the site, or nested too deep.
SourceLines apply_liquid(SourceLines, const LiquidContext&);

}  // namespace ghreveal::deck
