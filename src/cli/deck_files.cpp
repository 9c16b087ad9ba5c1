#include "cli/deck_files.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "deck/jekyll/file_kind.h"
#include "deck/jekyll/site.h"
#include "deck/jekyll/site_configuration.h"
#include "support/error.h"
#include "support/file.h"
#include "support/files/folder_entries.h"

namespace ghreveal::cli {

namespace fs = std::filesystem;

namespace {

bool may_be_deck(const fs::path& file) {
    const fs::path suffix = file.extension();
    return suffix == ".md" || suffix == ".markdown" || suffix == ".html" || suffix == ".htm";
}

// Looks through folders of a site. One of a folder's files may be in a site inside that one.
class Search {
public:
    Search(const deck::jekyll::SiteConfiguration& site, bool drafts, const Limits& limits)
        : site_(site), drafts_(drafts), limits_(limits) {}

    // Of the paths those that are decks.
    std::vector<std::string> decks_among(const std::vector<fs::path>& paths) {
        std::vector<std::string> decks;
        for (const fs::path& path : paths) {
            if (may_be_deck(path) && is_file(path) && !site_.excludes(path) && is_wanted(path)) {
                decks.push_back(path.lexically_normal().string());
            }
        }
        return decks;
    }

private:
    // A file that cannot be read counts: its export says why.
    bool is_wanted(const fs::path& file) {
        try {
            const std::string text = read_file(file, limits_.source_bytes);
            switch (deck::jekyll::kind_of_file(text, file.string(), site_of(file))) {
                case deck::FileKind::kDeck:
                    return true;
                case deck::FileKind::kDraft:
                    return drafts_;
                case deck::FileKind::kOther:
                    return false;
            }
        } catch (const Error&) {
            return true;
        }
        return false;
    }
    const deck::jekyll::SiteConfiguration& site_of(const fs::path& file) {
        const media::Site site = deck::find_site(file.string());
        if (site.root / "" == site_.root_folder() / "") {
            return site_;
        }
        return inner_sites_.try_emplace(site.root, site, limits_).first->second;
    }

    const deck::jekyll::SiteConfiguration& site_;
    bool drafts_;
    const Limits& limits_;
    std::map<fs::path, deck::jekyll::SiteConfiguration> inner_sites_;  // by their folders
};

// Of a site's collections the pages with a presentation layout; all of gh-reveal's own. Without one
// of those, the pages beside `_config.yml` as well.
std::vector<std::string> decks_of_folder(const fs::path& folder, bool drafts,
                                         const Limits& limits) {
    const media::Site site = deck::find_site((folder / "deck.md").string());
    const deck::jekyll::SiteConfiguration configuration(site, limits);
    Search search(configuration, drafts, limits);
    std::error_code failure;
    const bool is_site = fs::equivalent(folder, site.root, failure);
    const fs::path collections = is_site ? folder / configuration.text("collections_dir") : folder;
    std::vector<std::string> labels =
        is_site ? configuration.collections() : std::vector<std::string>{};
    std::erase(labels, "presentations");
    std::vector<fs::path> files;
    const auto add = [&files](const std::vector<fs::path>& more) {
        files.insert(files.end(), more.begin(), more.end());
    };
    for (const std::string& label : labels) {
        add(entries_below(collections / ("_" + label)));
    }
    const fs::path presentations = collections / "_presentations";
    add(is_folder(presentations) ? entries_below(presentations) : entries_of(folder));
    std::vector<std::string> decks = search.decks_among(files);
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
