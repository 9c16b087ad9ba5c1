#include "cli/runs/deck_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <future>
#include <memory>
#include <new>
#include <thread>
#include <vector>

#include "check/baseline.h"
#include "check/findings_of.h"
#include "cli/messages.h"
#include "support/timings.h"

namespace ghreveal::cli {

namespace {

// What all decks of a run share.
struct Job {
    const Options& options;
    const check::Baseline& known;
    Progress& progress;
    std::shared_ptr<const exporter::KnownFiles> decks{};
};

std::string to_lines(const Timings& timings) {
    std::string lines;
    for (const auto& [stage, time] : timings.stages()) {
        const double ms = std::chrono::duration<double, std::milli>(time).count();
        lines += fmt::format("  {:<10} {:8.2f} ms\n", stage, ms);
    }
    return lines;
}

// Gives how long its stages took.
Timings handle_deck(const Job& job, const std::string& deck, Diagnostics& diagnostics,
                    Outcome& outcome) {
    const Options& options = job.options;
    Timings timings;
    switch (options.command) {
        case Command::kExport:
        case Command::kWatch: {
            outcome.exported =
                export_deck(options, deck, {diagnostics, timings, job.progress, job.decks});
            outcome.summary = outcome.exported->summary;
            outcome.findings = outcome.exported->findings;
            return timings;
        }
        case Command::kCheck:
            outcome.findings = check_deck(options, deck, diagnostics, timings);
            job.progress.advance(1);
            return timings;
        case Command::kInspect:
            outcome.output = inspect_deck(options, deck, diagnostics, timings);
            break;
        case Command::kMerge:
        case Command::kPreview:  // of which nothing comes
            break;
        case Command::kThemes:
            if (options.outputs.contact_sheet) {
                outcome.summary = draw_themes(options, diagnostics, timings);
            } else {
                outcome.output = list_themes(options);
            }
            break;
    }
    check::SourceTexts sources(options.exporting.limits);
    outcome.findings = warnings_of(options, nullptr, diagnostics, sources);
    return timings;
}

// Runs the command; gives whether something stopped it, which is among the findings then.
bool failed_on(const Job& job, const std::string& deck, Outcome& outcome) {
    const Options& options = job.options;
    Diagnostics diagnostics;
    std::optional<Error> failure;
    try {
        const Timings timings = handle_deck(job, deck, diagnostics, outcome);
        if (options.verbose) {
            outcome.messages += outcome.summary.empty() ? "" : outcome.summary + "\n";
            outcome.messages += to_lines(timings);
        }
        return false;
    } catch (const Error& error) {
        failure = error;
    } catch (const std::bad_alloc&) {
        failure = Error({deck, 0}, "not enough memory");
    } catch (const std::system_error& problem) {
        failure = Error({deck, 0}, refusal(problem));
    } catch (const std::exception& problem) {
        // Nothing should get here; if it does, the other decks are not lost with this one.
        failure = Error({deck, 0}, std::string("cannot be done: ") + problem.what(),
                        "this is a fault of ghreveal: please report it");
    }
    check::SourceTexts sources(options.exporting.limits);
    outcome.findings = warnings_of(options, nullptr, diagnostics, sources);
    outcome.findings.push_back(check::finding_of(*failure, sources));
    return true;
}

ExitStatus status_of(const Options& options, const check::Findings& findings) {
    const auto has = [&](Level level) {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const check::Finding& one) { return one.level == level; });
    };
    return has(Level::kError) ? kFailed : options.strict && has(Level::kWarning) ? kWarned : kDone;
}

// `check` tells what is the same in all decks once, at its end.
check::Findings of_deck_alone(const Options& options, check::Findings findings) {
    if (options.command == Command::kCheck) {
        std::erase_if(findings, [](const check::Finding& one) { return !one.group.empty(); });
    }
    return findings;
}

// One bad deck does not stop the others.
Outcome run_on_deck(const Job& job, const std::string& deck) {
    const auto start = std::chrono::steady_clock::now();
    Outcome outcome;
    outcome.deck = deck;
    if (failed_on(job, deck, outcome)) {
        outcome.summary = fmt::format("{}: failed", deck);
    }
    outcome.findings = check::without_known(std::move(outcome.findings), job.known);
    outcome.messages += messages_of(job.options, of_deck_alone(job.options, outcome.findings));
    outcome.status = status_of(job.options, outcome.findings);
    outcome.time = std::chrono::steady_clock::now() - start;
    return outcome;
}

}  // namespace

std::string refusal(const std::system_error& problem) {
    return fmt::format("the system refuses what is needed: {}", problem.what());
}

ExitStatus worse(ExitStatus a, ExitStatus b) {
    return a == kFailed || b == kFailed ? kFailed : std::max(a, b);
}

void run_on_all(const Options& options, Progress& progress,
                const std::function<void(const Outcome&)>& use) {
    const std::vector<std::string>& decks = options.decks;
    const check::Baseline known =
        options.baseline.empty() ? check::Baseline{}
                                 : check::read_baseline(options.baseline, options.exporting.limits);
    const Job job{options, known, progress,
                  std::make_shared<const exporter::KnownFiles>(std::vector<std::filesystem::path>(
                      options.all_decks.begin(), options.all_decks.end()))};
    std::vector<std::promise<Outcome>> outcomes(decks.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < decks.size(); i = next++) {
            outcomes[i].set_value(run_on_deck(job, decks[i]));
        }
    };
    std::vector<std::jthread> workers;
    const auto wanted = std::min(static_cast<std::size_t>(options.threads), decks.size());
    if (wanted > 1) {
        for (std::size_t i = 0; i < wanted; ++i) {
            workers.emplace_back(work);
        }
    } else {
        work();
    }
    for (std::promise<Outcome>& outcome : outcomes) {
        use(outcome.get_future().get());
    }
}

Outcome run_once(const Options& options) {
    Progress progress(0, false);
    return run_on_deck({options, {}, progress}, "");
}

}  // namespace ghreveal::cli
