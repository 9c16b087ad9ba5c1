#include "export/output_file.h"

#include <cstdio>

#include "support/error.h"
#include "support/file.h"

namespace ghreveal::exporter {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardStream = "-";

void write_standard_output(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() ||
        std::fflush(stdout) != 0) {
        throw Error({}, "cannot write to standard output");
    }
}

}  // namespace

void make_folder(const fs::path& folder) {
    std::error_code failure;
    if (!folder.empty() && !is_there(folder) && !fs::create_directories(folder, failure) &&
        failure) {
        throw Error({folder.string(), 0}, "cannot make the folder: " + failure.message());
    }
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
    if (path_ != kStandardStream) {
        make_folder(fs::path(path_).parent_path());
        file_.emplace(path_);
    }
}

void OutputFile::write(std::string_view bytes) {
    size_ += bytes.size();
    if (file_) {
        file_->write(bytes);
    } else {
        whole_ += bytes;
    }
}

void OutputFile::commit() {
    if (file_) {
        file_->commit();
    } else {
        write_standard_output(whole_);
    }
}

std::string OutputFile::name() const {
    return file_ ? path_ : "standard output";
}

}  // namespace ghreveal::exporter
