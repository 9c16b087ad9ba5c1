#include "support/files/folder_entries.h"

#include <dirent.h>

#include <memory>
#include <string_view>

namespace ghreveal {

namespace {

namespace fs = std::filesystem;

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

}  // namespace

std::vector<fs::path> entries_of(const fs::path& folder, std::size_t most) {
    std::vector<fs::path> entries;
    const std::unique_ptr<DIR, CloseFolder> open(opendir(folder.c_str()));
    while (open && entries.size() < most) {
        const dirent* entry = readdir(open.get());
        if (entry == nullptr) {
            break;
        }
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            entries.push_back(folder / name);
        }
    }
    return entries;
}

std::vector<fs::path> entries_below(const fs::path& folder, std::size_t most) {
    std::vector<fs::path> entries = entries_of(folder, most);
    for (std::size_t at = 0; at < entries.size() && entries.size() < most; ++at) {
        std::error_code failure;
        if (fs::symlink_status(entries[at], failure).type() == fs::file_type::directory) {
            const std::vector<fs::path> inner = entries_of(entries[at], most - entries.size());
            entries.insert(entries.end(), inner.begin(), inner.end());
        }
    }
    return entries;
}

}  // namespace ghreveal
