#include "batch/shard_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "export/output_guard.h"
#include "support/error.h"

namespace ghreveal::batch {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view kPrefix = "ghreveal-shard-";
constexpr std::string_view kGenerator = "ghreveal " GHREVEAL_VERSION;

ordered_json of_deck(const ShardDeck& deck) {
    return {{"position", deck.position}, {"record", to_json(deck.record)}};
}

ShardDeck to_deck(const ordered_json& from, const std::filesystem::path& file) {
    std::optional<ExportRecord> record = record_from_json(from.at("record").get<std::string>());
    if (!record) {
        throw Error({file.string(), 0}, "a deck's record in it cannot be read");
    }
    return {from.at("position"), std::move(*record)};
}

ShardFile to_shard(const ordered_json& root, const std::filesystem::path& file) {
    ShardFile shard;
    shard.shard = {root.at("shard").at(0), root.at("shard").at(1)};
    shard.output = root.at("output");
    shard.decks = root.at("decks");
    shard.has_index = root.at("index");
    shard.asked = root.at("asked");
    shard.folder = root.at("folder").get<std::string>();
    for (const ordered_json& deck : root.at("done")) {
        shard.done.push_back(to_deck(deck, file));
    }
    shard.failed = root.at("failed").get<std::vector<std::string>>();
    return shard;
}

}  // namespace

std::string shard_file_name(const ShardFile& shard) {
    return fmt::format("{}{}-of-{}{}.json", kPrefix, shard.shard.index, shard.shard.count,
                       shard.output == 1 ? "" : fmt::format("-output-{}", shard.output));
}

bool is_shard_file_name(const std::string& name) {
    return name.starts_with(kPrefix) && name.ends_with(".json");
}

std::string to_json(const ShardFile& shard) {
    ordered_json done = ordered_json::array();
    for (const ShardDeck& deck : shard.done) {
        done.push_back(of_deck(deck));
    }
    return ordered_json{{"generator", kGenerator},
                        {"shard", {shard.shard.index, shard.shard.count}},
                        {"output", shard.output},
                        {"decks", shard.decks},
                        {"index", shard.has_index},
                        {"asked", shard.asked},
                        {"folder", shard.folder.generic_string()},
                        {"done", std::move(done)},
                        {"failed", shard.failed}}
               .dump(2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

ShardFile shard_from_json(const std::string& text, const std::filesystem::path& file) {
    try {
        const ordered_json root = ordered_json::parse(text);
        const std::string generator = root.at("generator");
        if (generator != kGenerator) {
            throw Error({file.string(), 0},
                        fmt::format("{} wrote it, and this is {}", generator, kGenerator),
                        "all parts need the same version");
        }
        return to_shard(root, file);
    } catch (const nlohmann::json::exception&) {
        throw Error({file.string(), 0}, "this is no part of a run",
                    "--shard writes such files into the folder of the outputs");
    }
}

}  // namespace ghreveal::batch
