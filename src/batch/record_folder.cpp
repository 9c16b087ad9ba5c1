#include "batch/record_folder.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

#include "media/content_name.h"
#include "media/remote/picture_cache.h"
#include "support/file.h"
#include "support/files/folder_entries.h"
#include "support/limits.h"

namespace ghreveal::batch {

namespace fs = std::filesystem;

namespace {

// Listing thousands of records takes longer than a small export: one new record of 256 does it, by
// the last byte of its name's hash, which differs most between names that are alike.
bool is_due_for_trimming(const fs::path& new_record) {
    constexpr std::size_t kLastByte = 14;
    return new_record.filename().string().compare(kLastByte, 2, "00") == 0;
}

}  // namespace

std::optional<ExportRecord> RecordFolder::find(const std::string& name,
                                               const std::string& request) const {
    if (folder_.empty() || !is_file(file_of(name))) {
        return std::nullopt;
    }
    try {
        const std::string text = read_file(file_of(name), FixedLimits::record_bytes);
        const std::string head = media::content_name(request) + "\n";
        return text.starts_with(head) ? record_from_json(text.substr(head.size())) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Not synced to the disk, which takes longer than a small export: a power cut may lose a record,
// and then the deck is exported again.
void RecordFolder::keep(const std::string& name, const ExportRecord& record) const {
    if (folder_.empty()) {
        return;
    }
    std::error_code failure;
    fs::create_directories(folder_, failure);
    const fs::path file = file_of(name);
    const bool is_new = !fs::exists(file, failure);
    const fs::path beside = file.string() + "." + std::to_string(getpid()) + ".tmp";
    const std::string text = media::content_name(record.options) + "\n" + to_json(record);
    std::ofstream stream(beside, std::ios::binary);
    stream << text;
    stream.close();
    if (stream.good()) {
        fs::rename(beside, file, failure);
    }
    if (!stream.good() || failure) {
        fs::remove(beside, failure);
    }
    if (is_new && is_due_for_trimming(file)) {
        trim();
    }
}

fs::path RecordFolder::file_of(const std::string& name) const {
    return folder_ / (media::content_name(name) + ".json");
}

// Those not written for longest go first, half of them at once so that it is seldom done.
void RecordFolder::trim() const {
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code failure;
    for (const fs::path& entry : entries_of(folder_)) {
        files.emplace_back(fs::file_time_type{}, entry);
    }
    if (files.size() <= FixedLimits::export_records) {
        return;
    }
    for (auto& [written, path] : files) {
        std::error_code vanished;
        written = fs::last_write_time(path, vanished);
    }
    std::sort(files.begin(), files.end());
    for (std::size_t i = 0; i < files.size() / 2; ++i) {
        fs::remove(files[i].second, failure);
    }
}

fs::path default_record_folder() {
    const fs::path pictures = media::default_cache_folder();
    return pictures.empty() ? pictures : pictures.parent_path() / "exports";
}

}  // namespace ghreveal::batch
