// Where outputs are written: a file, whole or not at all, or standard output.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "support/file.h"

namespace ghreveal::exporter {

// Makes the folder and those around it. Throws Error when it cannot.
void make_folder(const std::filesystem::path&);

// A file, or standard output ("-"), written as bytes come. What fails throws Error.
class OutputFile {
public:
    // Makes the file's folder.
    explicit OutputFile(std::string path);
    void write(std::string_view bytes);
    // Puts the file in its place; without it, nothing is left behind.
    void commit();
    // "talk.pdf" or "standard output".
    std::string name() const;
    // As it was named.
    const std::string& path() const { return path_; }
    std::size_t size() const { return size_; }

private:
    std::string path_;
    std::optional<AtomicFile> file_;
    std::string whole_;
    std::size_t size_ = 0;
};

}  // namespace ghreveal::exporter
