// A folder that nobody else may look into, and that is gone when it is done with.
#pragma once

#include <filesystem>

namespace ghreveal {

class ScratchFolder {
public:
    // Where the system has temporary files. Throws Error.
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    // Links in it resolved.
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace ghreveal
