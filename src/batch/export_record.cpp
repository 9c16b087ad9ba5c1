#include "batch/export_record.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "deck/deck.h"
#include "deck/jekyll/site_configuration.h"
#include "deck/jekyll/site_pages.h"
#include "export/pdf/document/document_facts.h"
#include "media/content_name.h"
#include "media/remote/remote_files.h"
#include "support/file.h"
#include "support/files/folder_entries.h"

namespace ghreveal::batch {

namespace fs = std::filesystem;

namespace {

// A file system's times move in steps of some milliseconds.
constexpr std::chrono::milliseconds kTimeStep{50};
// How long pictures of the web are taken to be as they were, and how long those that could not be
// had are done without.
constexpr std::chrono::hours kWebHolds{24};
constexpr std::chrono::minutes kFailureHolds{10};
constexpr std::size_t kMostBytes = 256u << 20;

std::string content_of(const std::string& path) {
    try {
        return media::content_name(read_file(path, kMostBytes));
    } catch (const Error&) {
        return "unreadable";
    }
}

bool still_holds(const FileState& known) {
    const FileState now = state_of(known.path);
    return now.bytes == known.bytes && now.modified == known.modified &&
           (known.content.empty() || content_of(known.path) == known.content);
}

// A settings file that appears would change the export.
void add_settings_files(const media::Site& site, std::set<std::string>& paths) {
    for (fs::path folder = site.base;; folder = folder.parent_path()) {
        paths.insert((folder / "ghreveal.yml").string());
        if (folder == site.root || folder == folder.parent_path()) {
            return;
        }
    }
}

// Templates may use any file of these.
void add_site_files(const deck::jekyll::SiteConfiguration& site, std::set<std::string>& paths) {
    constexpr std::pair<const char*, const char*> kFolders[] = {
        {"includes_dir", "_includes"}, {"data_dir", "_data"}, {"layouts_dir", "_layouts"}};
    for (const auto& [key, name] : kFolders) {
        const std::string named = site.text(key);
        const fs::path folder = site.root_folder() / (named.empty() ? name : named);
        paths.insert(folder.string());
        for (const fs::path& entry : entries_below(folder)) {
            paths.insert(entry.string());
        }
    }
}

// Liquid of the deck, or of what it includes, may list the site's pages.
void add_pages(const deck::Deck& deck, const deck::jekyll::SiteConfiguration& site,
               std::set<std::string>& paths) {
    const std::deque<std::string>& included = deck.document.files();
    std::vector<std::string> texts(included.begin(), included.end());
    texts.push_back(deck.file);
    for (const std::string& file : texts) {
        if (!is_file(file)) {
            continue;
        }
        const std::string text = read_file(file, site.limits().source_bytes);
        for (const fs::path& page : deck::jekyll::files_of_pages(text, site)) {
            paths.insert(page.string());
        }
    }
}

std::optional<std::int64_t> good_until(const pages::Session& session, Clock::time_point now) {
    const pages::WebPictures web = session.web_pictures();
    if (web == pages::WebPictures::kNone) {
        return std::nullopt;
    }
    const Clock::time_point end =
        web == pages::WebPictures::kSomeFailed ? now + kFailureHolds : now + kWebHolds;
    return std::chrono::duration_cast<std::chrono::seconds>(end.time_since_epoch()).count();
}

}  // namespace

FileState state_of(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
        return {path};
    }
    return {
        path, status.st_size,
        static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

FileState state_of_input(const std::string& path, Clock::time_point started) {
    FileState state = state_of(path);
    const auto nanoseconds = [](Clock::time_point time) {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch())
            .count();
    };
    if (state.bytes < 0 || is_folder(path) || state.modified < nanoseconds(started - kTimeStep)) {
        return state;
    }
    if (state.modified >= nanoseconds(started)) {
        state.modified = 0;  // what was read may have been what it was before
        return state;
    }
    state.content = content_of(path);
    return state;
}

std::set<std::string> files_read(const pages::Session& session, const Limits& limits) {
    const media::Site& site = session.deck().site;
    std::set<std::string> paths;
    for (const fs::path& file : session.input_files()) {
        paths.insert(file.string());
    }
    add_settings_files(site, paths);
    const deck::jekyll::SiteConfiguration configuration(site, limits);
    add_site_files(configuration, paths);
    add_pages(session.deck(), configuration, paths);
    return paths;
}

ExportRecord record_of(const pages::Session& session,
                       const std::vector<exporter::WrittenFile>& written,
                       const RecordOptions& options) {
    const deck::Deck& deck = session.deck();
    ExportRecord record;
    record.deck = deck.file;
    for (const std::string& path : files_read(session, options.limits)) {
        record.inputs.push_back(state_of_input(path, options.started));
    }
    for (const exporter::WrittenFile& file : written) {
        record.outputs.push_back(state_of(file.path));
    }
    record.written = written;
    record.facts = {exporter::plain_text(deck.metadata.title),
                    exporter::plain_text(deck.metadata.subtitle),
                    exporter::plain_text(deck.metadata.author),
                    deck.metadata.date,
                    deck.metadata.language,
                    session.selected_slides().size()};
    record.good_until = good_until(session, options.started);
    return record;
}

bool holds(const ExportRecord& record, const std::string& options, Clock::time_point now) {
    const std::int64_t seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return record.options == options && seconds < record.good_until.value_or(seconds + 1) &&
           std::all_of(record.inputs.begin(), record.inputs.end(), still_holds) &&
           std::all_of(record.outputs.begin(), record.outputs.end(), still_holds);
}

}  // namespace ghreveal::batch
