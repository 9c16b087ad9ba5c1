// Waits until files change.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace ghreveal::batch {

// Watches folders for names in them: editors write a file beside the old one and rename it, after
// which a watch on the file itself would see nothing any more.
class FileWatch {
public:
    // Throws Error when the system gives no watch.
    FileWatch();
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    // From now on these, whether they are there or not. Of a folder: all that is in it.
    void set(const std::set<std::filesystem::path>& paths);
    // Waits for a change, then until nothing has changed for `quiet`; gives what did.
    std::set<std::filesystem::path> wait(std::chrono::milliseconds quiet);

private:
    // Gives whether there was anything within the time (negative: any).
    bool read_events(int milliseconds, std::set<std::filesystem::path>& changed);
    void watch_folder(const std::filesystem::path&);

    int descriptor_;
    std::map<int, std::filesystem::path> folders_;  // by watch
    std::map<std::filesystem::path, int> watches_;
    std::set<std::filesystem::path> paths_;
};

}  // namespace ghreveal::batch
