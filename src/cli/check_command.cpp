#include "check/findings_of.h"
#include "check/rules/page_text.h"
#include "check/rules/rules_of_deck.h"
#include "cli/commands.h"

namespace ghreveal::cli {

check::Findings check_deck(const Options& options, const std::string& deck_path,
                           Diagnostics& diagnostics, Timings& timings) {
    const Limits& limits = options.exporting.limits;
    check::SourceTexts sources(limits);
    try {
        pages::Session session(deck_path, options.exporting, diagnostics, timings);
        check::check_deck_rules(session.deck(), sources, diagnostics);
        check::PageTextCheck text(session.deck(), session.page_geometry(), sources, diagnostics);
        session.for_each_page(
            [&](const pages::Page& page) { text.check(page.slide, *page.content); });
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
