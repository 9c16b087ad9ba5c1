#include "media/remote/picture_cache.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "media/content_name.h"
#include "support/file.h"
#include "support/files/folder_entries.h"

namespace ghreveal::media {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFirstLine = "ghreveal picture 1";

// The next line of `rest`, which is taken off; nothing when there is no whole one left.
std::optional<std::string> take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    std::string line(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    return line;
}

bool is_one_line(std::string_view text) {
    return text.find_first_of("\r\n") == std::string_view::npos;
}

struct CacheFile {
    fs::path path;
    fs::file_time_type used;
    std::size_t bytes = 0;
};

std::vector<CacheFile> files_in(const fs::path& folder) {
    std::vector<CacheFile> files;
    for (const fs::path& entry : entries_of(folder)) {
        std::error_code vanished;  // another process may trim as well
        CacheFile file{entry, fs::last_write_time(entry, vanished), 0};
        file.bytes = fs::is_regular_file(entry, vanished) ? fs::file_size(entry, vanished) : 0;
        if (!vanished) {
            files.push_back(std::move(file));
        }
    }
    return files;
}

}  // namespace

fs::path PictureCache::file_of(const std::string& address) const {
    return folder_ / content_name(address);
}

std::optional<CachedPicture> PictureCache::find(const std::string& address) const {
    if (folder_.empty()) {
        return std::nullopt;
    }
    std::error_code failure;
    const fs::path path = file_of(address);
    if (!fs::is_regular_file(path, failure)) {
        return std::nullopt;
    }
    std::string text;
    try {
        text = read_file(path, most_bytes_);
    } catch (const Error&) {
        return std::nullopt;
    }
    std::string_view rest = text;
    std::array<std::string, 4> lines;
    for (std::string& line : lines) {
        std::optional<std::string> next = take_line(rest);
        if (!next) {
            return std::nullopt;
        }
        line = *std::move(next);
    }
    // The whole address is compared: two may have the same file name.
    if (lines[0] != kFirstLine || lines[1] != address) {
        return std::nullopt;
    }
    return CachedPicture{std::string(rest), std::move(lines[2]), std::move(lines[3])};
}

void PictureCache::keep(const std::string& address, const CachedPicture& picture) const {
    if (folder_.empty() || !is_one_line(address) || !is_one_line(picture.etag) ||
        !is_one_line(picture.last_modified) || picture.bytes.size() > most_bytes_ / 2) {
        return;
    }
    std::error_code failure;
    fs::create_directories(folder_, failure);
    try {
        AtomicFile file(file_of(address));
        for (const std::string_view line :
             {kFirstLine, std::string_view(address), std::string_view(picture.etag),
              std::string_view(picture.last_modified)}) {
            file.write(line);
            file.write("\n");
        }
        file.write(picture.bytes);
        file.commit();
    } catch (const Error&) {
        return;  // a full disk must not stop the export
    }
}

void PictureCache::touch(const std::string& address) const {
    std::error_code failure;
    fs::last_write_time(file_of(address), fs::file_time_type::clock::now(), failure);
}

void PictureCache::trim() const {
    if (folder_.empty()) {
        return;
    }
    std::vector<CacheFile> files = files_in(folder_);
    std::size_t bytes = 0;
    for (const CacheFile& file : files) {
        bytes += file.bytes;
    }
    std::sort(files.begin(), files.end(),
              [](const CacheFile& a, const CacheFile& b) { return a.used < b.used; });
    for (const CacheFile& file : files) {
        if (bytes <= most_bytes_) {
            return;
        }
        std::error_code failure;
        fs::remove(file.path, failure);
        bytes -= file.bytes;
    }
}

fs::path default_cache_folder() {
    // Relative paths in it are to be ignored, says the specification.
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') {
        return fs::path(cache) / "ghreveal" / "pictures";
    }
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? fs::path(home) / ".cache" / "ghreveal" / "pictures"
                                           : fs::path();
}

}  // namespace ghreveal::media
