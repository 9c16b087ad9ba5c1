#include "export/output_guard.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "support/error.h"
#include "support/file.h"

namespace ghreveal::exporter {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardStream = "-";

bool is_same_file(const struct stat& a, const fs::path& other) {
    struct stat b {};
    return stat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool says_made_by_us(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return text.empty() || text.find(kMadeBy) != std::string::npos ||
           text.find(fmt::format("\"generator\": \"{}", kGenerator)) != std::string::npos;
}

}  // namespace

OutputGuard::OutputGuard(std::vector<fs::path> inputs, Overwriting overwriting)
    : inputs_(std::move(inputs)), overwriting_(overwriting) {}

void OutputGuard::check(const fs::path& output) const {
    struct stat status {};
    if (output == kStandardStream || stat(output.c_str(), &status) != 0 ||
        !S_ISREG(status.st_mode)) {
        return;
    }
    for (const fs::path& input : inputs_) {
        if (is_same_file(status, input)) {
            throw Error({output.string(), 0},
                        input == output
                            ? std::string("it is read by this export, and would be overwritten")
                            : fmt::format("it is '{}', which this export reads", input.string()),
                        "name another file with -o");
        }
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
