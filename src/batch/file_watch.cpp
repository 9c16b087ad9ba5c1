#include "batch/file_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "support/error.h"
#include "support/file.h"

namespace ghreveal::batch {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB;

fs::path normal(const fs::path& path) {
    std::error_code failure;
    const fs::path absolute = fs::absolute(path, failure).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

}  // namespace

FileWatch::FileWatch() : descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (descriptor_ < 0) {
        throw Error({}, "the system lets no more files be watched: " +
                            std::generic_category().message(errno));
    }
}

FileWatch::~FileWatch() {
    close(descriptor_);
}

void FileWatch::watch_folder(const fs::path& folder) {
    // A folder that is not there yet appears in the one around it.
    if (watches_.contains(folder)) {
        return;
    }
    const int watch = inotify_add_watch(descriptor_, folder.c_str(), kChanges | IN_ONLYDIR);
    if (watch >= 0) {
        folders_[watch] = folder;
        watches_[folder] = watch;
    }
}

void FileWatch::set(const std::set<fs::path>& paths) {
    paths_.clear();
    std::set<fs::path> wanted;
    for (const fs::path& path : paths) {
        const fs::path whole = normal(path);
        paths_.insert(whole);
        wanted.insert(is_folder(whole) ? whole : whole.parent_path());
    }
    for (auto known = watches_.begin(); known != watches_.end();) {
        if (wanted.contains(known->first)) {
            ++known;
            continue;
        }
        inotify_rm_watch(descriptor_, known->second);
        folders_.erase(known->second);
        known = watches_.erase(known);
    }
    for (const fs::path& folder : wanted) {
        watch_folder(folder);
    }
}

bool FileWatch::read_events(int milliseconds, std::set<fs::path>& changed) {
    pollfd waited{descriptor_, POLLIN, 0};
    if (poll(&waited, 1, milliseconds) <= 0) {
        return false;
    }
    alignas(inotify_event) std::array<char, 16384> bytes{};
    const ssize_t size = read(descriptor_, bytes.data(), bytes.size());
    bool is_ours = false;
    for (ssize_t at = 0; at < size;) {
        inotify_event event{};
        std::memcpy(&event, bytes.data() + at, sizeof event);
        const char* name = bytes.data() + at + sizeof event;
        at += static_cast<ssize_t>(sizeof event + event.len);
        const auto folder = folders_.find(event.wd);
        if ((event.mask & IN_IGNORED) != 0 && folder != folders_.end()) {
            watches_.erase(folder->second);  // it is gone, and may come again
            folders_.erase(folder);
            continue;
        }
        if (folder == folders_.end() || event.len == 0) {
            continue;
        }
        const fs::path path = folder->second / name;
        if (paths_.contains(path) || paths_.contains(folder->second)) {
            changed.insert(path);
            is_ours = true;
        }
    }
    return is_ours;
}

std::set<fs::path> FileWatch::wait(std::chrono::milliseconds quiet) {
    std::set<fs::path> changed;
    while (changed.empty()) {
        read_events(-1, changed);
    }
    while (read_events(static_cast<int>(quiet.count()), changed)) {
    }
    return changed;
}

}  // namespace ghreveal::batch
