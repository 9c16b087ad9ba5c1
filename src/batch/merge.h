// Joins the parts of a run: what `--shard` shared out becomes what one run would have written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "batch/shard_file.h"
#include "export/output_guard.h"
#include "support/limits.h"

namespace ghreveal::batch {

struct Part {
    ShardFile shard;
    std::filesystem::path file;  // in the folder that the part's outputs are in now
};

// The parts in these folders (or files of theirs). Throws Error when there are none.
std::vector<Part> find_parts(const std::vector<std::string>& named, const Limits&);

struct MergeOptions {
    std::filesystem::path output;
    exporter::Overwriting overwriting = exporter::Overwriting::kOwnFiles;
    const Limits& limits;
};

struct Merged {
    std::vector<ExportRecord> decks;  // in their order, with their files as they lie now
    std::vector<std::string> failed;
};

// Copies the parts' files into the output folder (those that are there already stay), joins the
// manifests, writes the index; the parts' own files go where they lay in that folder. Throws Error,
// before it writes anything, when a part is missing or is of another run.
Merged merge_parts(std::vector<Part>, const MergeOptions&);

}  // namespace ghreveal::batch
