#include "batch/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "batch/index_files.h"
#include "export/output_file.h"
#include "support/error.h"
#include "support/file.h"

namespace ghreveal::batch {

namespace fs = std::filesystem;

namespace {

using nlohmann::ordered_json;

constexpr const char* kManifest = "manifest";

// A deck with what one of the parts did of it.
struct DeckPart {
    const Part* part;
    const ShardDeck* deck;
};

Part read_part(const fs::path& file, const Limits& limits) {
    return {shard_from_json(read_file(file, limits.source_bytes), file), file};
}

void check_alike(const Part& a, const Part& b) {
    const auto facts = [](const ShardFile& shard) {
        return std::tuple(shard.shard.count, shard.decks, shard.has_index, shard.asked);
    };
    if (facts(a.shard) != facts(b.shard)) {
        throw Error({b.file.string(), 0},
                    fmt::format("this part and {} are of different runs", a.file.string()),
                    "all parts need the same decks and options");
    }
}

// All of one run, each once.
void check_whole(const std::vector<const Part*>& parts) {
    std::set<int> there;
    for (const Part* part : parts) {
        check_alike(*parts.front(), *part);
        if (!there.insert(part->shard.shard.index).second) {
            throw Error({part->file.string(), 0},
                        fmt::format("part {} is there twice", to_string(part->shard.shard)));
        }
    }
    const int count = parts.front()->shard.shard.count;
    for (int index = 1; index <= count; ++index) {
        if (!there.contains(index)) {
            throw Error({parts.front()->file.string(), 0},
                        fmt::format("part {}/{} is missing", index, count),
                        "name the folders of all parts");
        }
    }
}

// A name below the folder that the part's outputs are in.
fs::path name_below(const Part& part, const std::string& path) {
    const fs::path folder = part.shard.folder.empty() ? "." : part.shard.folder;
    const fs::path below =
        fs::path(path).lexically_normal().lexically_proximate(folder.lexically_normal());
    if (below.is_absolute() || *below.begin() == "..") {
        throw Error({part.file.string(), 0},
                    fmt::format("{} is not below the folder of the part's outputs", path),
                    "-o with a folder keeps them together");
    }
    return below;
}

bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code failure;
    return fs::equivalent(a, b, failure);
}

std::string whole_text(const fs::path& file) {
    constexpr std::size_t kMostBytes = std::size_t{4} << 30U;
    return read_file(file, kMostBytes);
}

// Joins what the parts did of one deck.
class DeckMerge {
public:
    DeckMerge(std::vector<DeckPart> parts, const MergeOptions& options)
        : parts_(std::move(parts)), options_(options), guard_({}, options.overwriting) {}

    void check_files() const {
        for (const DeckPart& part : parts_) {
            for (const exporter::WrittenFile& file : part.deck->record.written) {
                check_file(part, file);
            }
        }
    }

    ExportRecord run() {
        ExportRecord record = parts_.front().deck->record;
        record.written.clear();
        for (const DeckPart& part : parts_) {
            for (const exporter::WrittenFile& file : part.deck->record.written) {
                if (is_part_of_manifest(part, file)) {
                    manifests_.push_back(source_of(part, file));
                } else {
                    record.written.push_back(put(part, file));
                }
            }
        }
        std::stable_sort(record.written.begin(), record.written.end(), exporter::is_listed_before);
        if (!manifests_.empty()) {
            record.written.push_back(join_manifests());
        }
        return record;
    }

private:
    fs::path source_of(const DeckPart& part, const exporter::WrittenFile& file) const {
        return part.part->file.parent_path() / name_below(*part.part, file.path);
    }

    static std::string manifest_suffix(const DeckPart& part) {
        const exporter::Shard& shard = part.part->shard.shard;
        return fmt::format("-shard-{}-of-{}.json", shard.index, shard.count);
    }

    static bool is_part_of_manifest(const DeckPart& part, const exporter::WrittenFile& file) {
        return file.kind == kManifest && file.path.ends_with(manifest_suffix(part));
    }

    void check_file(const DeckPart& part, const exporter::WrittenFile& file) const {
        const fs::path source = source_of(part, file);
        std::error_code failure;
        if (!is_file(source) || (file.bytes > 0 && fs::file_size(source, failure) != file.bytes)) {
            throw Error(
                {source.string(), 0},
                fmt::format("it is not as part {} wrote it", to_string(part.part->shard.shard)),
                "copy the part's folder again");
        }
    }

    exporter::WrittenFile put(const DeckPart& part, exporter::WrittenFile file) const {
        const fs::path source = source_of(part, file);
        const fs::path target =
            (options_.output / name_below(*part.part, file.path)).lexically_normal();
        if (!is_same_file(source, target)) {
            exporter::OutputFile copy(target.string());
            copy.write(whole_text(source));
            copy.commit();
        }
        file.path = target.string();
        return file;
    }

    // The parts' manifests tell the same of the slides; each lists the files that it wrote.
    exporter::WrittenFile join_manifests() const {
        ordered_json whole;
        std::vector<std::pair<exporter::WrittenFile, ordered_json>> files;
        std::size_t next = 0;
        fs::path target;
        for (const DeckPart& part : parts_) {
            for (const exporter::WrittenFile& file : part.deck->record.written) {
                if (is_part_of_manifest(part, file)) {
                    const std::string text = whole_text(manifests_[next++]);
                    whole = ordered_json::parse(text);
                    target = target_of_manifest(part, file);
                    add_files(part, whole, files);
                }
            }
        }
        std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
            return exporter::is_listed_before(a.first, b.first);
        });
        whole["files"] = ordered_json::array();
        for (auto& [file, json] : files) {
            whole["files"].push_back(std::move(json));
        }
        write(target, whole);
        return {kManifest, target.string(), std::nullopt, std::nullopt, {}, 1, 0};
    }

    static void add_files(const DeckPart& part, const ordered_json& manifest,
                          std::vector<std::pair<exporter::WrittenFile, ordered_json>>& files) {
        const std::vector<exporter::WrittenFile>& written = part.deck->record.written;
        for (std::size_t i = 0; i < manifest.at("files").size() && i < written.size(); ++i) {
            files.emplace_back(written[i], manifest.at("files")[i]);
        }
    }

    fs::path target_of_manifest(const DeckPart& part, const exporter::WrittenFile& file) const {
        std::string name = name_below(*part.part, file.path).string();
        name.replace(name.size() - manifest_suffix(part).size(), std::string::npos, ".json");
        return (options_.output / name).lexically_normal();
    }

    void write(const fs::path& target, const ordered_json& manifest) const {
        guard_.check_text(target);
        exporter::OutputFile file(target.string());
        file.write(manifest.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n");
        file.commit();
        for (const fs::path& part : manifests_) {
            if (is_same_file(part.parent_path(), target.parent_path())) {
                std::error_code failure;
                fs::remove(part, failure);
            }
        }
    }

    std::vector<DeckPart> parts_;
    const MergeOptions& options_;
    exporter::OutputGuard guard_;
    std::vector<fs::path> manifests_;
};

// Of one of the outputs that ghreveal.yml lists.
void merge_output(const std::vector<const Part*>& parts, const MergeOptions& options,
                  Merged& merged) {
    std::map<std::size_t, std::vector<DeckPart>> decks;
    for (const Part* part : parts) {
        for (const ShardDeck& deck : part->shard.done) {
            decks[deck.position].push_back({part, &deck});
        }
        merged.failed.insert(merged.failed.end(), part->shard.failed.begin(),
                             part->shard.failed.end());
    }
    std::vector<DeckMerge> merges;
    for (auto& [position, deck_parts] : decks) {
        merges.emplace_back(std::move(deck_parts), options);
        merges.back().check_files();
    }
    std::vector<ExportRecord> records;
    for (DeckMerge& merge : merges) {
        records.push_back(merge.run());
    }
    if (parts.front()->shard.has_index) {
        write_index(records, {options.output, {{}, options.overwriting}});
    }
    std::move(records.begin(), records.end(), std::back_inserter(merged.decks));
}

}  // namespace

std::vector<Part> find_parts(const std::vector<std::string>& named, const Limits& limits) {
    std::vector<Part> parts;
    for (const std::string& name : named) {
        if (!is_folder(name)) {
            parts.push_back(read_part(name, limits));
            continue;
        }
        std::set<fs::path> files;
        for (const fs::directory_entry& entry : fs::directory_iterator(name)) {
            if (is_shard_file_name(entry.path().filename().string())) {
                files.insert(entry.path());
            }
        }
        for (const fs::path& file : files) {
            parts.push_back(read_part(file, limits));
        }
    }
    if (parts.empty()) {
        throw Error({named.empty() ? "" : named.front(), 0}, "there are no parts of a run in it",
                    "`ghreveal export --shard 1/4 -o FOLDER` makes the first of four");
    }
    return parts;
}

Merged merge_parts(std::vector<Part> parts, const MergeOptions& options) {
    std::map<int, std::vector<const Part*>> outputs;
    for (const Part& part : parts) {
        outputs[part.shard.output].push_back(&part);
    }
    for (auto& [output, its_parts] : outputs) {
        std::sort(its_parts.begin(), its_parts.end(), [](const Part* a, const Part* b) {
            return a->shard.shard.index < b->shard.shard.index;
        });
        check_whole(its_parts);
    }
    Merged merged;
    for (const auto& [output, its_parts] : outputs) {
        merge_output(its_parts, options, merged);
    }
    for (const Part& part : parts) {
        if (is_same_file(part.file.parent_path(), options.output)) {
            std::error_code failure;
            fs::remove(part.file, failure);
        }
    }
    return merged;
}

}  // namespace ghreveal::batch
