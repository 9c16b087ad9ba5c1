#include "library/caller_files.h"

#include <fstream>
#include <system_error>
#include <utility>

#include "support/error.h"

namespace ghreveal {

namespace fs = std::filesystem;

namespace {

// A name that no file can have is one that is not there.
void write(const fs::path& file, const std::string& bytes) {
    std::error_code failure;
    fs::create_directories(file.parent_path(), failure);
    std::ofstream stream(file, std::ios::binary);
    if (!stream) {
        return;
    }
    stream << bytes;
    stream.close();
    if (!stream) {
        throw Error({file.string(), 0}, "the file cannot be kept for the deck",
                    "is the disk of temporary files full?");
    }
}

}  // namespace

CallerFiles::CallerFiles(Give give) : give_(std::move(give)) {
    // It marks the root as well: what is in the folders above is none of the deck's.
    const fs::path configuration = root() / "_config.yml";
    provide(configuration);
    if (!fs::exists(configuration)) {
        write(configuration, "");
    }
    provide(root() / "ghreveal.yml");
    provide(root() / "reveal-md.json");
}

std::shared_ptr<const media::FileSource> CallerFiles::source() {
    return std::make_shared<const media::FileSource>(
        [this](const fs::path& file) { provide(file); });
}

void CallerFiles::provide(const fs::path& file) {
    const std::lock_guard lock(mutex_);
    if (!asked_.insert(file).second) {
        return;
    }
    if (const auto bytes = give_(file.lexically_relative(root()).generic_string())) {
        write(file, *bytes);
    }
}

std::string CallerFiles::as_the_caller_names(std::string message) const {
    const std::string folder = (root() / "").string();
    for (std::size_t at = message.find(folder); at != std::string::npos;
         at = message.find(folder, at)) {
        message.erase(at, folder.size());
    }
    return message;
}

}  // namespace ghreveal
