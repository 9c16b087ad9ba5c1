#include "deck/site.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ghreveal::deck {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 1> kSiteMarks{"_config.yml"};
constexpr std::array<const char*, 7> kProjectMarks{"_config.yml", "_quarto.yml",  ".git",
                                                   ".gitignore",  "package.json", "reveal-md.json",
                                                   "mkdocs.yml"};

// Folders that hold more than one project are no project's.
bool is_for_all(const fs::path& folder) {
    const char* home = std::getenv("HOME");
    return folder == folder.root_path() || (home != nullptr && folder == fs::path(home));
}

template <std::size_t N>
media::Site site_by(const std::string& deck_file, const std::array<const char*, N>& marks) {
    std::error_code failure;
    fs::path folder = deck_file == "-" ? fs::path(".") : fs::path(deck_file).parent_path();
    folder = fs::absolute(folder.empty() ? fs::path(".") : folder, failure).lexically_normal();
    media::Site site;
    site.base = folder;
    site.root = folder;
    const auto is_marked = [&](const fs::path& above) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const char* mark) { return fs::exists(above / mark, failure); });
    };
    for (fs::path above = folder; above != above.parent_path(); above = above.parent_path()) {
        if (is_marked(above) && (N == kSiteMarks.size() || !is_for_all(above))) {
            site.root = above;
            break;
        }
    }
    return site;
}

}  // namespace

media::Site find_site(const std::string& deck_file) {
    return site_by(deck_file, kSiteMarks);
}

media::Site find_project(const std::string& deck_file) {
    return site_by(deck_file, kProjectMarks);
}

}  // namespace ghreveal::deck
