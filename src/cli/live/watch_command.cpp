#include "cli/live/watch_command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "batch/file_watch.h"
#include "cli/deck_files.h"
#include "cli/runs/deck_runs.h"
#include "export/output.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace fs = std::filesystem;

namespace {

// Editors write in several steps.
constexpr std::chrono::milliseconds kQuiet{50};

// What each deck read last.
using InputsOfDecks = std::map<std::string, std::set<fs::path>>;

// "talk.md: 81 pages in 41 ms"
void tell(const Outcome& outcome) {
    fmt::print(stderr, "{}", outcome.messages);
    if (outcome.exported && outcome.exported->freshness == Freshness::kNew) {
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(outcome.time);
        fmt::print(stderr, "{}: {} in {} ms\n", outcome.deck,
                   exporter::counted(static_cast<std::size_t>(outcome.exported->pages), "page"),
                   ms.count());
    }
    std::fflush(stderr);
}

void export_all(const Options& options, InputsOfDecks& inputs) {
    Progress progress(options.decks.size(), false);
    run_on_all(options, progress, [&](const Outcome& outcome) {
        std::set<fs::path>& files = inputs[outcome.deck];
        // One that failed is tried again when what it read before changes, or the deck itself.
        files.insert(outcome.deck);
        if (outcome.exported) {
            files.clear();
            for (const batch::FileState& file : outcome.exported->record.inputs) {
                files.insert(file.path);
            }
        }
        const bool is_known = outcome.exported && outcome.exported->freshness != Freshness::kNew;
        if (!is_known) {
            tell(outcome);
        }
    });
}

std::set<fs::path> watched(const Options& options, const InputsOfDecks& inputs) {
    std::set<fs::path> paths;
    const std::vector<std::string> here{"."};
    for (const std::string& name : options.named.empty() ? here : options.named) {
        paths.insert(name);  // a folder may get other decks
    }
    for (const std::string& deck : options.decks) {
        if (folder_below(options.named, deck)) {
            paths.insert(fs::path(deck).parent_path());
        }
        const auto known = inputs.find(deck);
        if (known != inputs.end()) {
            paths.insert(known->second.begin(), known->second.end());
        }
    }
    return paths;
}

}  // namespace

int watch(Options options) {
    batch::FileWatch files;
    InputsOfDecks inputs;
    for (;;) {
        try {
            options.all_decks = deck_files(options.named, options.drafts, options.exporting.limits);
            options.decks = options.all_decks;
            // What changes while decks are exported is not missed.
            files.set(watched(options, inputs));
            export_all(options, inputs);
        } catch (const Error& error) {
            fmt::print(stderr, "{}\n", error.message());
        }
        files.set(watched(options, inputs));
        options.force = false;  // once
        files.wait(kQuiet);
    }
}

}  // namespace ghreveal::cli
