#include "deck/jekyll/site.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "support/file.h"

namespace ghreveal::deck {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 7> kProjectMarks{"_config.yml", "_quarto.yml",  ".git",
                                                   ".gitignore",  "package.json", "reveal-md.json",
                                                   "mkdocs.yml"};

// Folders that hold more than one project are no project's.
bool is_for_all(const fs::path& folder) {
    const char* home = std::getenv("HOME");
    return folder == folder.root_path() || (home != nullptr && folder == fs::path(home));
}

// The deck's folder is the site's where no folder upward is marked.
template <typename IsMarked>
media::Site site_by(const std::string& deck_file, IsMarked&& is_marked) {
    std::error_code failure;
    fs::path folder = deck_file == "-" ? fs::path(".") : fs::path(deck_file).parent_path();
    folder = fs::absolute(folder.empty() ? fs::path(".") : folder, failure).lexically_normal();
    media::Site site;
    site.base = folder;
    site.root = folder;
    for (fs::path above = folder;; above = above.parent_path()) {
        if (is_marked(above)) {
            site.root = above;
            break;
        }
        if (above == above.parent_path()) {
            break;
        }
    }
    return site;
}

bool has_file(const fs::path& folder, const char* name) {
    std::error_code failure;
    return fs::exists(folder / name, failure);
}

}  // namespace

media::Site find_site(const std::string& deck_file) {
    return site_by(deck_file,
                   [](const fs::path& folder) { return has_file(folder, "_config.yml"); });
}

media::Site find_project(const std::string& deck_file) {
    return site_by(deck_file, [](const fs::path& folder) {
        return !is_for_all(folder) &&
               std::any_of(kProjectMarks.begin(), kProjectMarks.end(),
                           [&](const char* mark) { return has_file(folder, mark); });
    });
}

std::optional<fs::path> nearest_file(const media::Site& site, std::string_view name) {
    for (fs::path folder = site.base;; folder = folder.parent_path()) {
        if (is_file(folder / name)) {
            return folder / name;
        }
        if (folder == site.root || folder == folder.parent_path()) {
            return std::nullopt;
        }
    }
}

}  // namespace ghreveal::deck
