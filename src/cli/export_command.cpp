#include "batch/record_folder.h"
#include "check/rules/rules_of_deck.h"
#include "cli/commands.h"
#include "cli/deck_files.h"
#include "cli/progress.h"
#include "export/outputs.h"
#include "pages/session.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace {

namespace fs = std::filesystem;

int page_count(const pages::Session& session) {
    int pages = 0;
    for (const std::size_t slide : session.selected_slides()) {
        pages += session.deck().slides[slide].steps - session.first_step(slide) + 1;
    }
    return pages;
}

// The other decks of the run are read before or after this one.
exporter::OutputGuard guard_of(const Options& options, const pages::Session& session,
                               const DeckRun& run) {
    return {{exporter::KnownFiles(session.input_files()), run.decks},
            options.force ? exporter::Overwriting::kAnyFile : exporter::Overwriting::kOwnFiles};
}

// What an export is known by in the next run; empty for one that is made anew each time.
std::string record_name(const std::string& deck, const exporter::Targets& targets) {
    std::error_code failure;
    std::string name = fs::absolute(deck, failure).string();
    for (const std::string& target : targets.all()) {
        if (target == "-") {
            return "";
        }
        name += "\n" + fs::absolute(target, failure).string();
    }
    return is_file(deck) && !failure ? name : "";
}

Exported exported_before(batch::ExportRecord&& record) {
    Exported exported{record.summary, record.findings, std::move(record), Freshness::kUnchanged};
    return exported;
}

batch::ExportRecord record_of(const Options& options, const pages::Session& session,
                              const std::vector<exporter::WrittenFile>& written,
                              batch::Clock::time_point started) {
    batch::ExportRecord record =
        batch::record_of(session, written, {started, options.exporting.limits});
    for (const fs::path& sheet : options.outputs.handout_options.notes_sheets) {
        record.inputs.push_back(batch::state_of_input(sheet.string(), started));
    }
    record.options = options.request;
    return record;
}

Exported export_anew(const Options& options, const std::string& deck_path,
                     const exporter::Targets& targets, const DeckRun& run) {
    const batch::Clock::time_point started = batch::Clock::now();
    pages::ExportOptions exporting = options.exporting;
    exporting.fragments = exporter::states_needed(options.outputs, exporting.fragments);
    pages::Session session(deck_path, exporting, run.diagnostics, run.timings);
    check::SourceTexts sources(exporting.limits);
    check::check_deck_rules(session.deck(), sources, run.diagnostics);
    const exporter::OutputGuard guard = guard_of(options, session, run);
    exporter::Outputs outputs(
        options.outputs, targets,
        {session, run.timings, guard, options.threads, options.decks.size() == 1});
    const int pages = page_count(session);
    session.for_each_page([&](const pages::Page& page) {
        outputs.add(page);
        run.progress.advance(1.0 / pages);
    });
    exporter::FinishedOutput finished = outputs.finish();
    Exported exported{std::move(finished.summary),
                      warnings_of(options, &session, run.diagnostics, sources),
                      record_of(options, session, finished.files, started), Freshness::kNew};
    exported.pages = pages;
    exported.record.summary = exported.summary;
    exported.record.findings = exported.findings;
    return exported;
}

}  // namespace

exporter::Targets targets_of(const Options& options, const std::string& deck_path) {
    exporter::Targets targets = exporter::targets_of(
        options.outputs,
        {options.output, options.all_decks.size(), folder_below(options.named, deck_path)},
        deck_path);
    return options.outputs.shard ? targets_of_shard(std::move(targets), *options.outputs.shard)
                                 : targets;
}

Exported export_deck(const Options& options, const std::string& deck_path, const DeckRun& run) {
    const exporter::Targets targets = targets_of(options, deck_path);
    const batch::RecordFolder records(batch::default_record_folder());
    const std::string name = record_name(deck_path, targets);
    if (!name.empty() && !options.force) {
        std::optional<batch::ExportRecord> known = records.find(name, options.request);
        if (known && batch::holds(*known, options.request, batch::Clock::now())) {
            run.progress.advance(1);
            return exported_before(std::move(*known));
        }
    }
    Exported exported = export_anew(options, deck_path, targets, run);
    if (!name.empty()) {
        records.keep(name, exported.record);
    }
    return exported;
}

}  // namespace ghreveal::cli
