// What is kept of a deck's export for the next one: the files it read and wrote, as they were, what
// it was asked for, and what it said. While all of that holds, nothing is written again.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/finding.h"
#include "export/manifest.h"
#include "pages/session.h"
#include "support/limits.h"

namespace ghreveal::batch {

using Clock = std::chrono::system_clock;

// A file by what the system says of it; its bytes are only looked at where that cannot tell.
struct FileState {
    std::string path;
    std::int64_t bytes = -1;  // -1: there is none
    std::int64_t modified = 0;
    // Of a file that was changed just before it was read, as another change might have the same
    // time; else empty.
    std::string content{};
    bool operator==(const FileState&) const = default;
};

// What an index of decks says of one.
struct DeckFacts {
    std::string title;  // plain text
    std::string subtitle;
    std::string author;
    std::string date;
    std::string language;
    std::size_t slides = 0;
};

struct ExportRecord {
    std::string deck;     // its file, as it was named
    std::string options;  // the program, its environment and what it was asked for
    std::vector<FileState> inputs;
    std::vector<FileState> outputs;
    std::vector<exporter::WrittenFile> written;
    DeckFacts facts;
    std::string summary;
    check::Findings findings;
    std::optional<std::int64_t> good_until;  // seconds; nothing: the web has no part in it
};

FileState state_of(const std::string& path);
// The same for what was read after `started`.
FileState state_of_input(const std::string& path, Clock::time_point started);

// All that an export reads or would read were it there: the deck's files, settings, and the files
// that its site's templates may use.
std::set<std::string> files_read(const pages::Session&, const Limits&);

struct RecordOptions {
    Clock::time_point started;
    const Limits& limits;
};

// Facts, and the states of all files.
ExportRecord record_of(const pages::Session&, const std::vector<exporter::WrittenFile>& written,
                       const RecordOptions&);

// Whether an export with these options would do the same again.
bool holds(const ExportRecord&, const std::string& options, Clock::time_point now);

std::string to_json(const ExportRecord&);
// Nothing when it is not one, or another version's.
std::optional<ExportRecord> record_from_json(const std::string&);

}  // namespace ghreveal::batch
