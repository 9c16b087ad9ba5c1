#include "check/findings_of.h"
#include "check/rules/page_text.h"
#include "check/rules/rules_of_deck.h"
#include "check/source_text.h"
#include "cli/commands.h"
#include "deck/settings.h"
#include "pages/session.h"

namespace ghreveal::cli {

check::Findings check_deck(const Options& options, const std::string& deck_path,
                           Diagnostics& diagnostics, Timings& timings) {
    const Limits& limits = options.exporting.limits;
    const check::LintSettings settings(deck::read_settings(deck_path, limits, diagnostics).lint,
                                       options.lint);
    try {
        pages::Session session(deck_path, options.exporting, diagnostics, timings);
        check::check_deck_rules(session.deck(), limits, diagnostics);
        check::SourceTexts sources(limits);
        check::PageTextCheck text(session.deck(), session.page_geometry(), sources, diagnostics);
        session.for_each_page(
            [&](const pages::Page& page) { text.check(page.slide, *page.content); });
        return check::findings_of(diagnostics, &session.deck(), settings, limits);
    } catch (const Error& error) {
        check::Findings findings = check::findings_of(diagnostics, nullptr, settings, limits);
        findings.push_back(check::finding_of(error, limits));
        return findings;
    }
}

check::Findings warnings_of(const Options& options, const deck::Deck* deck,
                            const Diagnostics& diagnostics) {
    const Limits& limits = options.exporting.limits;
    Diagnostics told_before;  // with the deck's own
    const std::map<std::string, std::string> lint =
        deck != nullptr ? deck::read_settings(deck->file, limits, told_before).lint
                        : std::map<std::string, std::string>{};
    check::Findings findings = check::findings_of(diagnostics, deck, {lint, options.lint}, limits);
    std::erase_if(findings, [](const check::Finding& one) { return one.level < Level::kWarning; });
    return findings;
}

}  // namespace ghreveal::cli
