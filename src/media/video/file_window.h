// Numbers at places of a file, without reading what is between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>

namespace ghreveal::media {

class FileWindow {
public:
    explicit FileWindow(const std::filesystem::path& path) : file_(path, std::ios::binary) {
        file_.seekg(0, std::ios::end);
        const auto end = file_.tellg();
        size_ = end < 0 ? 0 : static_cast<std::uint64_t>(end);
    }

    std::uint64_t size() const { return size_; }

    // The `bytes` (at most 8) at `offset` as a number, the most significant first; nothing past the
    // end.
    std::optional<std::uint64_t> number(std::uint64_t offset, std::uint64_t bytes) {
        if (offset > size_ || bytes > size_ - offset) {
            return std::nullopt;
        }
        file_.clear();
        file_.seekg(static_cast<std::streamoff>(offset));
        std::uint64_t value = 0;
        for (std::uint64_t i = 0; i < bytes; ++i) {
            value = value << 8 | static_cast<std::uint64_t>(file_.get() & 0xff);
        }
        return file_.good() ? std::optional(value) : std::nullopt;
    }

private:
    std::ifstream file_;
    std::uint64_t size_ = 0;
};

// What a container's element or box holds: [begin, end) of the file.
struct FileRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

// How many boxes are looked at before a file is taken for broken.
inline constexpr int kMostBoxes = 10000;

}  // namespace ghreveal::media
