#include "cli/deck_files.h"

#include <algorithm>
#include <filesystem>

#include "deck/deck.h"
#include "deck/jekyll/site.h"
#include "deck/jekyll/site_configuration.h"
#include "support/error.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace fs = std::filesystem;

namespace {

bool may_be_deck(const fs::path& file) {
    const fs::path suffix = file.extension();
    return suffix == ".md" || suffix == ".markdown" || suffix == ".html" || suffix == ".htm";
}

// A file that cannot be read counts: its export says why.
bool is_wanted(const fs::path& file, bool drafts, const Limits& limits) {
    try {
        switch (deck::kind_of_file(read_file(file, limits.source_bytes), file.string())) {
            case deck::FileKind::kDeck:
                return true;
            case deck::FileKind::kDraft:
                return drafts;
            case deck::FileKind::kOther:
                return false;
        }
    } catch (const Error&) {
        return true;
    }
    return false;
}

// What a folder is looked through for.
struct Search {
    bool drafts = false;
    const Limits& limits;
    const deck::jekyll::SiteConfiguration& site;
};

// `Iterator`: over a folder alone, or over all below it.
template <typename Iterator>
void collect(const fs::path& folder, const Search& search, std::vector<std::string>& out) {
    std::error_code failure;
    Iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
    while (!failure && entry != Iterator()) {
        const fs::path& file = entry->path();
        if (may_be_deck(file) && is_file(file) && !search.site.excludes(file) &&
            is_wanted(file, search.drafts, search.limits)) {
            out.push_back(file.lexically_normal().string());
        }
        entry.increment(failure);
    }
    if (failure) {
        throw Error({folder.string(), 0}, "cannot read the folder: " + failure.message());
    }
}

// Of a site's collections the pages with a presentation layout; all of gh-reveal's own. Without one
// of those, the pages beside `_config.yml` as well.
std::vector<std::string> decks_of_folder(const fs::path& folder, bool drafts,
                                         const Limits& limits) {
    const media::Site site = deck::find_site((folder / "deck.md").string());
    const deck::jekyll::SiteConfiguration configuration(site, limits);
    const Search search{drafts, limits, configuration};
    std::error_code failure;
    const bool is_site = fs::equivalent(folder, site.root, failure);
    const fs::path collections = is_site ? folder / configuration.text("collections_dir") : folder;
    std::vector<std::string> labels =
        is_site ? configuration.collections() : std::vector<std::string>{};
    std::erase(labels, "presentations");
    std::vector<std::string> decks;
    for (const std::string& label : labels) {
        if (const fs::path collection = collections / ("_" + label); is_folder(collection)) {
            collect<fs::recursive_directory_iterator>(collection, search, decks);
        }
    }
    if (const fs::path presentations = collections / "_presentations"; is_folder(presentations)) {
        collect<fs::recursive_directory_iterator>(presentations, search, decks);
    } else {
        collect<fs::directory_iterator>(folder, search, decks);
    }
    if (decks.empty()) {
        throw Error({folder.string(), 0}, "there is no deck in this folder",
                    "a deck is a Markdown file with gh-reveal's keywords, a presentation layout or "
                    "slides as reveal-md has them, or a page of reveal.js; _presentations and the "
                    "collections that _config.yml names are looked through, too");
    }
    std::sort(decks.begin(), decks.end());
    return decks;
}

}  // namespace

std::vector<std::string> deck_files(const std::vector<std::string>& named, bool drafts,
                                    const Limits& limits) {
    if (named.empty()) {
        return decks_of_folder(".", drafts, limits);
    }
    std::vector<std::string> files;
    for (const std::string& name : named) {
        if (!is_folder(name)) {
            files.push_back(name);
            continue;
        }
        const std::vector<std::string> decks = decks_of_folder(name, drafts, limits);
        files.insert(files.end(), decks.begin(), decks.end());
    }
    return files;
}

std::optional<std::string> folder_below(const std::vector<std::string>& named,
                                        const std::string& deck) {
    if (std::find(named.begin(), named.end(), deck) != named.end()) {
        return std::nullopt;
    }
    const fs::path folder = fs::path(deck).parent_path();
    for (const std::string& name : named.empty() ? std::vector<std::string>{"."} : named) {
        fs::path below = folder.lexically_normal().lexically_relative(
            fs::path(name.empty() ? "." : name).lexically_normal());
        if (is_folder(name) && !below.empty() && *below.begin() != "..") {
            if (*below.begin() == "_presentations") {
                below = below.lexically_relative("_presentations");
            }
            return below == "." ? "" : below.string();
        }
    }
    return std::nullopt;
}

}  // namespace ghreveal::cli
