#include "export/output_guard.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <string>

#include "support/error.h"
#include "support/file.h"

namespace ghreveal::exporter {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardStream = "-";

// Of a file, not of a folder or a device.
std::optional<std::pair<std::uint64_t, std::uint64_t>> identity_of(const fs::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return std::pair{std::uint64_t{status.st_dev}, std::uint64_t{status.st_ino}};
}

bool says_made_by_us(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return text.empty() || text.find(kMadeBy) != std::string::npos ||
           text.find(fmt::format("\"generator\": \"{}", kGenerator)) != std::string::npos;
}

}  // namespace

KnownFiles::KnownFiles(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
        if (const auto identity = identity_of(file)) {
            paths_.try_emplace(*identity, file);
        }
    }
}

std::optional<fs::path> KnownFiles::find(const fs::path& file) const {
    const auto identity = paths_.empty() ? std::nullopt : identity_of(file);
    const auto known = identity ? paths_.find(*identity) : paths_.end();
    return known == paths_.end() ? std::nullopt : std::optional(known->second);
}

OutputGuard::OutputGuard(FilesRead inputs, Overwriting overwriting)
    : inputs_(std::move(inputs)), overwriting_(overwriting) {}

void OutputGuard::check(const fs::path& output) const {
    if (output == kStandardStream) {
        return;
    }
    std::optional<fs::path> input = inputs_.own.find(output);
    if (!input && inputs_.decks) {
        input = inputs_.decks->find(output);
    }
    if (input) {
        throw Error({output.string(), 0},
                    *input == output
                        ? std::string("it is read by this export, and would be overwritten")
                        : fmt::format("it is '{}', which this export reads", input->string()),
                    "name another file with -o");
    }
}

void OutputGuard::check_text(const fs::path& output) const {
    check(output);
    if (overwriting_ == Overwriting::kOwnFiles && output != kStandardStream && is_file(output) &&
        !says_made_by_us(output)) {
        throw Error({output.string(), 0}, "there is such a file, and ghreveal did not make it",
                    "--force overwrites it; -o names another");
    }
}

}  // namespace ghreveal::exporter
