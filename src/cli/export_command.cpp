#include "check/rules/rules_of_deck.h"
#include "cli/commands.h"
#include "cli/deck_files.h"
#include "cli/progress.h"
#include "export/outputs.h"
#include "pages/session.h"

namespace ghreveal::cli {

namespace {

int page_count(const pages::Session& session) {
    int pages = 0;
    for (const std::size_t slide : session.selected_slides()) {
        pages += session.deck().slides[slide].steps - session.first_step(slide) + 1;
    }
    return pages;
}

// The other decks of the run are read before or after this one.
exporter::OutputGuard guard_of(const Options& options, const pages::Session& session) {
    std::vector<std::filesystem::path> inputs = session.input_files();
    inputs.insert(inputs.end(), options.decks.begin(), options.decks.end());
    return {std::move(inputs),
            options.force ? exporter::Overwriting::kAnyFile : exporter::Overwriting::kOwnFiles};
}

}  // namespace

exporter::Targets targets_of(const Options& options, const std::string& deck_path) {
    return exporter::targets_of(
        options.outputs,
        {options.output, options.decks.size(), folder_below(options.named, deck_path)}, deck_path);
}

Exported export_deck(const Options& options, const std::string& deck_path, Diagnostics& diagnostics,
                     Timings& timings) {
    pages::ExportOptions exporting = options.exporting;
    exporting.fragments = exporter::states_needed(options.outputs, exporting.fragments);
    pages::Session session(deck_path, exporting, diagnostics, timings);
    check::SourceTexts sources(exporting.limits);
    check::check_deck_rules(session.deck(), sources, diagnostics);
    const exporter::OutputGuard guard = guard_of(options, session);
    exporter::Outputs outputs(options.outputs, targets_of(options, deck_path),
                              {session, timings, guard, options.threads});
    {
        // Decks that are exported side by side would write over one another's bars.
        Progress progress(deck_path, page_count(session),
                          !options.quiet && options.decks.size() == 1);
        session.for_each_page([&](const pages::Page& page) {
            outputs.add(page);
            progress.advance();
        });
    }
    std::string summary = outputs.finish();
    return {std::move(summary), warnings_of(options, &session, diagnostics, sources)};
}

}  // namespace ghreveal::cli
