#include "cli/file_wall.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>

#include "batch/record_folder.h"
#include "cli/commands.h"
#include "cli/shards/shard_runs.h"
#include "deck/jekyll/site.h"
#include "deck/settings/settings.h"
#include "support/file.h"
#include "support/limits.h"
#include "support/walls/files.h"
#include "support/walls/system_places.h"

namespace ghreveal::cli {

namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// Folders that a file needs are made: the nearest that is there is the one to open.
fs::path folder_that_is_there(fs::path folder) {
    while (!is_folder(folder) && folder.has_relative_path()) {
        folder = folder_of(folder);
    }
    return folder;
}

// In the folder of caches: records of exports, pictures from the web.
bool keeps_something(const Options& run) {
    return run.command == Command::kExport || !run.exporting.offline;
}

class RunPlaces {
public:
    void add(const Options& run) {
        for (const std::string& deck : run.decks) {
            add_deck(run, deck);
        }
        if (run.command == Command::kExport) {
            add_outputs(run);
        }
        if (run.command == Command::kCheck) {
            std::error_code failure;
            written_.insert(fs::temp_directory_path(failure));  // outputs that are tried out
        }
        if (!run.new_baseline.empty()) {
            add_written(run.new_baseline);
        }
    }
    // A sheet has its pictures beside it.
    void add_value(const fs::path& value) {
        if (is_there(value)) {
            read_.insert(value);
            read_.insert(is_folder(value) ? value : folder_of(value));
        }
    }
    void add_read(const fs::path& place) { read_.insert(place); }
    void add_written(const fs::path& target) {
        fs::path file = target;
        std::error_code none;
        for (int links = 0; links < FixedLimits::output_links && fs::is_symlink(file, none);
             ++links) {
            const fs::path next = fs::read_symlink(file, none);
            file = next.is_absolute() ? next : folder_of(file) / next;
        }
        // Pipes and devices are written to directly.
        const bool is_special = is_there(file) && !is_file(file) && !is_folder(file);
        written_.insert(is_special ? file : folder_that_is_there(folder_of(file)));
    }
    void add_written_folder(const fs::path& folder) { written_.insert(folder); }

    bool names_programs() const { return names_programs_; }
    OpenPlaces take() const {
        return {{read_.begin(), read_.end()}, {written_.begin(), written_.end()}};
    }

private:
    void add_deck(const Options& run, const std::string& deck) {
        std::error_code none;
        if (fs::is_symlink(deck, none)) {
            read_.insert(deck);
        }
        if (!deck_folders_.insert(folder_of(deck)).second) {
            return;
        }
        read_.insert(folder_of(deck));
        read_.insert(deck::find_site(deck).root);
        read_.insert(deck::find_project(deck).root);
        if (const auto file = deck::settings_file(deck, run.exporting.settings)) {
            add_settings(*file, run, deck);
        }
    }
    // What is wrong with them is said when the deck is read.
    void add_settings(const fs::path& file, const Options& run, const std::string& deck) {
        if (!read_.insert(file).second) {
            return;
        }
        try {
            Diagnostics unheard;
            const deck::Settings settings =
                deck::read_settings(deck, run.exporting.settings, run.exporting.limits, unheard);
            names_programs_ = names_programs_ || !settings.diagrams.empty();
        } catch (const Error&) {
        }
    }
    void add_outputs(const Options& run) {
        for (const std::string& deck : run.decks) {
            for (const std::string& target : targets_of(run, deck).all()) {
                add_written(target);
            }
        }
        if (run.index || run.shard) {
            add_written(output_folder(run) / "index.html");
        }
        if (!run.dependencies.empty()) {
            add_written(run.dependencies);
        }
    }

    std::set<fs::path> read_;
    std::set<fs::path> written_;
    std::set<fs::path> deck_folders_;
    bool names_programs_ = false;
};

}  // namespace

bool wall_off_other_files(const std::vector<Options>& runs,
                          const std::vector<std::string>& values) {
    RunPlaces places;
    for (const Options& run : runs) {
        places.add(run);
    }
    if (places.names_programs()) {
        return false;
    }
    for (const std::string& value : values) {
        places.add_value(value);
        places.add_value(value.substr(std::min(value.size(), value.find('=') + 1)));
    }
    for (const fs::path& place : system_places()) {
        places.add_read(place);
    }
    for (const fs::path& cache : font_caches()) {
        places.add_written_folder(cache);
    }
    const fs::path cache = batch::default_record_folder().parent_path();
    if (!cache.empty() && std::any_of(runs.begin(), runs.end(), keeps_something)) {
        std::error_code failure;
        fs::create_directories(cache, failure);
        places.add_written_folder(cache);
    }
    places.add_written("/dev/null");
    if (const char* summary = std::getenv("GITHUB_STEP_SUMMARY")) {
        places.add_written(summary);
    }
    static_cast<void>(give_up_other_files(places.take()));
    return true;
}

}  // namespace ghreveal::cli
