// Records of exports on disk, one a deck and set of outputs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "batch/export_record.h"

namespace ghreveal::batch {

// Like any cache: what cannot be read or written is not there.
class RecordFolder {
public:
    // An empty path keeps nothing.
    explicit RecordFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // `name`: the deck and where its outputs go. One of another request is not even read whole.
    std::optional<ExportRecord> find(const std::string& name, const std::string& request) const;
    void keep(const std::string& name, const ExportRecord&) const;

private:
    std::filesystem::path file_of(const std::string& name) const;
    void trim() const;

    std::filesystem::path folder_;
};

// Beside the cache of pictures; empty when there is none.
std::filesystem::path default_record_folder();

}  // namespace ghreveal::batch
