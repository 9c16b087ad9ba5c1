// What a part of a run (`--shard 2/4`) did, for `ghreveal merge`: a file in the folder that its
// outputs are in.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "batch/export_record.h"
#include "export/shard.h"

namespace ghreveal::batch {

struct ShardDeck {
    std::size_t position = 0;  // among all decks of the run
    ExportRecord record;
    bool operator<(const ShardDeck& other) const { return position < other.position; }
};

struct ShardFile {
    exporter::Shard shard;
    int output = 1;                // which of the outputs that ghreveal.yml lists
    std::size_t decks = 0;         // of all parts
    bool has_index = false;        // --index
    std::string asked;             // the options, which all parts must have in common
    std::filesystem::path folder;  // that the outputs' names begin with
    std::vector<ShardDeck> done;
    std::vector<std::string> failed;  // decks that could not be exported
};

std::string shard_file_name(const ShardFile&);
bool is_shard_file_name(const std::string&);

std::string to_json(const ShardFile&);
// Throws Error when the text is none, or was written by another version.
ShardFile shard_from_json(const std::string& text, const std::filesystem::path& file);

}  // namespace ghreveal::batch
