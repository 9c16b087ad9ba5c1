// Liquid as Jekyll carries it out, before Markdown is read (format.md §1).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "deck/liquid/value.h"
#include "markdown/source_text.h"
#include "media/site.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::deck::liquid {

// What `{% link %}` and `{% post_url %}` name.
struct PageName {
    std::string name;
    bool is_post = false;
};

struct Context {
    std::string file;  // the deck, for messages
    const media::Site& site;
    // `page` and `site`; asked for when the template names them.
    std::function<Value()> page;
    std::function<Value()> site_values;
    std::function<std::optional<std::string>(const PageName&)> page_address;
    const Limits& limits;
    Diagnostics& diagnostics;
};

struct ExpandedSource {
    markdown::SourceLines lines;              // included lines know their own file and line
    std::vector<std::string> included_files;  // numbered from 1, as markdown::Origin::file counts
};

// The lines with every known tag carried out. Other tags stay as written; they, and filters that
// are not known, are reported once each, in an included file with its name and line.
// Throws Error for an include that is missing, outside the site, part of a loop, or nested too
// deep, and for what goes past the limits.
ExpandedSource apply_liquid(markdown::SourceLines, const Context&);

}  // namespace ghreveal::deck::liquid
