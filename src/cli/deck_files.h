// The decks that a command line names: files, folders of decks, sites.
#pragma once

#include <string>
#include <vector>

#include "support/limits.h"

namespace ghreveal::cli {

// Files stay as they are named ("-" is standard input). A folder gives its decks in the order of
// their names: the Markdown files with front matter in its `_presentations/` and below, or, without
// that, in itself; drafts only when `drafts` says so. Nothing named: the current folder.
// Throws Error for a folder without decks.
std::vector<std::string> deck_files(const std::vector<std::string>& named, bool drafts,
                                    const Limits&);

}  // namespace ghreveal::cli
