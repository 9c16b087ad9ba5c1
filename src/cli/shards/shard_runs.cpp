#include "cli/shards/shard_runs.h"

#include <algorithm>

#include "batch/shard_file.h"
#include "cli/deck_files.h"
#include "export/output_file.h"
#include "support/ascii.h"

namespace ghreveal::cli {

namespace {

namespace fs = std::filesystem;

// What a deck is called on every machine, wherever its folder lies there.
std::string stable_name(const Options& options, const std::string& deck) {
    const auto below = folder_below(options.named, deck);
    return below ? (fs::path(*below) / fs::path(deck).filename()).generic_string() : deck;
}

// The options that all parts have in common.
std::string common_options(const std::string& request) {
    std::string common;
    for (const std::string_view line : ascii::split(request, '\n')) {
        if (line.starts_with("--") && !line.starts_with("--shard ") &&
            !line.starts_with("--output ")) {
            common += std::string(line) + "\n";
        }
    }
    return common;
}

batch::ShardDeck shard_deck(const Options& options, const Exported& exported) {
    const auto found =
        std::find(options.all_decks.begin(), options.all_decks.end(), exported.record.deck);
    batch::ExportRecord record = exported.record;
    record.options.clear();
    record.inputs.clear();
    record.outputs.clear();
    record.findings.clear();
    return {static_cast<std::size_t>(found - options.all_decks.begin()), std::move(record)};
}

}  // namespace

void keep_decks_of_shard(Options& options) {
    if (!options.shard) {
        return;
    }
    if (options.decks.size() == 1) {
        options.outputs.shard = options.shard;
        return;
    }
    std::erase_if(options.decks, [&](const std::string& deck) {
        return !options.shard->takes(stable_name(options, deck));
    });
}

fs::path output_folder(const Options& options) {
    const std::string& output = options.output;
    const fs::path path = output.substr(0, output.find('{'));
    const bool is_cut = path.string().size() < output.size();
    return output.empty() ? "." : is_cut ? path.parent_path() : path;
}

void write_shard_file(const Options& options, const std::vector<Exported>& exported,
                      const std::vector<std::string>& failed) {
    batch::ShardFile shard;
    shard.shard = *options.shard;
    shard.output = options.output_number;
    shard.decks = options.all_decks.size();
    shard.has_index = options.index;
    shard.asked = common_options(options.request);
    shard.folder = output_folder(options);
    shard.failed = failed;
    for (const Exported& one : exported) {
        shard.done.push_back(shard_deck(options, one));
    }
    exporter::OutputFile file((shard.folder / batch::shard_file_name(shard)).string());
    file.write(batch::to_json(shard));
    file.commit();
}

}  // namespace ghreveal::cli
