#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <system_error>
#include <vector>

#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"
#include "support/files/folder_entries.h"

namespace ghreveal {
namespace {

class Descriptor {
public:
    // Opening a pipe waits for its writer unless O_NONBLOCK is there; for files it means nothing.
    Descriptor(const std::filesystem::path& path, SpecialFiles special)
        : owned_(path != "-"),
          value_(owned_
                     ? open(path.c_str(), O_RDONLY | O_CLOEXEC |
                                              (special == SpecialFiles::kRefuse ? O_NONBLOCK : 0))
                     : STDIN_FILENO) {}
    ~Descriptor() {
        if (owned_ && value_ >= 0) {
            close(value_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int value() const { return value_; }

private:
    bool owned_;
    int value_;
};

// The error reads "deck.md: error: cannot read: …" when the file itself is the place, and names
// the file when it was asked for somewhere else.
Error unreadable(const std::filesystem::path& path, const SourcePosition& where,
                 const std::string& reason) {
    const std::string name = path == "-" ? "standard input" : path.string();
    const std::string near =
        path == "-" || is_there(path)
            ? ""
            : did_you_mean_file(path.has_parent_path() ? path : std::filesystem::path(".") / path);
    if (where.file.empty() || where.file == name) {
        return Error({name, where.line}, "cannot read: " + reason, near);
    }
    return Error(where, "cannot read '" + name + "': " + reason, near);
}

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

std::string in_words(std::size_t bytes) {
    if (bytes >= (1u << 20) && bytes % (1u << 20) == 0) {
        return std::to_string(bytes >> 20) + " MB";
    }
    return std::to_string(bytes) + " bytes";
}

}  // namespace

bool is_file(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::is_regular_file(path, failure);
}

bool is_folder(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::is_directory(path, failure);
}

bool is_there(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::exists(path, failure);
}

std::string read_file(const std::filesystem::path& path, std::size_t max_bytes,
                      const SourcePosition& where, SpecialFiles special) {
    const Descriptor file(path, special);
    struct stat status {};
    if (file.value() < 0 || fstat(file.value(), &status) != 0) {
        throw unreadable(path, where, reason_of(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        throw unreadable(path, where, reason_of(EISDIR));
    }
    if (special == SpecialFiles::kRefuse && path != "-" && !S_ISREG(status.st_mode)) {
        throw unreadable(path, where, "it is a pipe or a device, not a file");
    }
    const auto announced = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    const std::size_t most = max_bytes + 1;  // one more byte proves that a file is too large
    std::string bytes;
    std::size_t size = 0;
    while (size < most) {
        if (size == bytes.size()) {
            bytes.resize(std::min(most, std::max({announced + 1, 2 * size, std::size_t{4096}})));
        }
        const ssize_t got = read(file.value(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw unreadable(path, where, reason_of(errno));
        }
        if (got == 0) {
            break;
        }
        size += static_cast<std::size_t>(got);
    }
    if (size > max_bytes) {
        throw unreadable(path, where, "it is larger than the limit of " + in_words(max_bytes));
    }
    bytes.resize(size);
    return bytes;
}

std::string did_you_mean_file(const std::filesystem::path& missing) {
    constexpr std::size_t kMostLookedAt = 1000;
    const std::string name = missing.filename().string();
    const std::string suffix = missing.extension().string();
    std::map<std::string, std::string> of_kind;  // by their names without the suffix
    std::map<std::string, std::string> others;
    for (const std::filesystem::path& entry : entries_of(missing.parent_path(), kMostLookedAt)) {
        const std::string other = entry.filename().string();
        if (ascii::equal_ignoring_case(other, name)) {
            return did_you_mean(name, {other});
        }
        // Of another kind only what has the same name: `map.svg` for `map.png`.
        if (ascii::equal_ignoring_case(entry.extension().string(), suffix)) {
            of_kind.emplace(entry.stem().string(), other);
        } else if (ascii::equal_ignoring_case(entry.stem().string(), missing.stem().string())) {
            others.emplace(entry.stem().string(), other);
        }
    }
    for (const auto& files : {of_kind, others}) {
        std::vector<std::string> stems;
        stems.reserve(files.size());
        for (const auto& [stem, other] : files) {
            stems.push_back(stem);
        }
        const std::string near = nearest_match(missing.stem().string(), stems);
        if (!near.empty()) {
            return "did you mean '" + files.at(near) + "'?";
        }
    }
    return "";
}

}  // namespace ghreveal
