// The decks that a command line names: files, folders of decks, sites.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/limits.h"

namespace ghreveal::cli {

// Files stay as they are named ("-" is standard input). A folder gives its decks in the order of
// their names: the Markdown files with front matter in its `_presentations/` and below, those of a
// site's other collections with a presentation layout, and, without `_presentations/`, those in
// itself that a layout, keywords or marks make decks; drafts only when `drafts` says so. Nothing
// named: the current folder. Throws Error for a folder without decks.
std::vector<std::string> deck_files(const std::vector<std::string>& named, bool drafts,
                                    const Limits&);

// The folder of one of these decks below the folder through which it was named, from that one's
// `_presentations` where there is one; nothing when the deck was named itself.
std::optional<std::string> folder_below(const std::vector<std::string>& named,
                                        const std::string& deck);

}  // namespace ghreveal::cli
