#include "check/findings_of.h"
#include "check/rules/rules_of_deck.h"
#include "check/rules/text/page_text.h"
#include "cli/commands.h"
#include "export/handout/handout_settings.h"
#include "export/outputs.h"
#include "export/pictures/page_painter.h"
#include "support/files/scratch_folder.h"

namespace ghreveal::cli {

namespace {

struct CheckedDeck {
    const Options& options;
    const std::string& path;
    pages::Session& session;
    Timings& timings;
};

// Makes the outputs that are asked for, for what is said while they are made.
void make_outputs(const CheckedDeck& deck, const std::vector<pages::Page>& pages) {
    const ScratchFolder scratch;
    const exporter::Targets targets = exporter::targets_of(
        deck.options.outputs, {scratch.path().string() + "/", 1, ""}, deck.path);
    const exporter::OutputGuard guard({}, exporter::Overwriting::kAnyFile);
    exporter::Outputs outputs(deck.options.outputs, targets,
                              {deck.session, deck.timings, guard, deck.options.threads});
    for (const pages::Page& page : pages) {
        outputs.add(page);
    }
    outputs.finish();
}

}  // namespace

check::Findings check_deck(const Options& options, const std::string& deck_path,
                           Diagnostics& diagnostics, Timings& timings) {
    const Limits& limits = options.exporting.limits;
    check::SourceTexts sources(limits);
    try {
        pages::Session session(deck_path, options.exporting, diagnostics, timings);
        check::check_deck_rules(session.deck(), sources, diagnostics);
        check::PageTextCheck text(session.deck(), session.page_geometry(), sources, diagnostics);
        text.paint_with(exporter::page_painter(session.page_geometry().page));
        std::vector<pages::Page> pages;
        session.for_each_page([&](const pages::Page& page) {
            text.check(page.slide, *page.content);
            if (exporter::asks_for_any(options.outputs)) {
                pages.push_back(page);
            }
        });
        if (exporter::asks_for_any(options.outputs)) {
            make_outputs({options, deck_path, session, timings}, pages);
        }
        if (!options.outputs.handout) {
            exporter::HandoutOptions handout;
            exporter::apply_handout_settings(session, {}, handout);
        }
        check::check_language(session.deck(), diagnostics);
        return check::findings_of(diagnostics, &session.deck(),
                                  {session.settings().lint, options.lint}, sources);
    } catch (const Error& error) {
        check::Findings findings =
            check::findings_of(diagnostics, nullptr, {{}, options.lint}, sources);
        findings.push_back(check::finding_of(error, sources));
        return findings;
    }
}

check::Findings warnings_of(const Options& options, const pages::Session* session,
                            const Diagnostics& diagnostics, check::SourceTexts& sources) {
    const bool is_read = session != nullptr;
    check::Findings findings = check::findings_of(
        diagnostics, is_read ? &session->deck() : nullptr,
        {is_read ? session->settings().lint : std::map<Rule, Level>{}, options.lint}, sources);
    std::erase_if(findings, [](const check::Finding& one) { return one.level < Level::kWarning; });
    return findings;
}

}  // namespace ghreveal::cli
