#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <new>
#include <optional>
#include <system_error>
#include <thread>

#include "check/baseline.h"
#include "check/findings_of.h"
#include "cli/commands.h"
#include "cli/deck_files.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace {

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2, kWarned = 3 };

// What running the command on one deck gives. Decks run side by side, so that nothing is printed
// before its turn.
struct Outcome {
    ExitStatus status = kDone;
    std::string output;    // for standard output
    std::string messages;  // for standard error, whole lines
    std::string summary;   // what was written: "talk.pdf: 82 pages"
    check::Findings findings;
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
Timings handle_deck(const Options& options, const std::string& deck, Diagnostics& diagnostics,
                    Outcome& outcome) {
    Timings timings;
    switch (options.command) {
        case Command::kExport: {
            Exported exported = export_deck(options, deck, diagnostics, timings);
            outcome.summary = std::move(exported.summary);
            outcome.findings = std::move(exported.findings);
            return timings;
        }
        case Command::kCheck:
            outcome.findings = check_deck(options, deck, diagnostics, timings);
            return timings;
        case Command::kInspect:
            outcome.output = inspect_deck(options, deck, diagnostics, timings);
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

// Threads, mostly.
std::string refusal(const std::system_error& problem) {
    return fmt::format("the system refuses what is needed: {}", problem.what());
}

// Runs the command; gives whether something stopped it, which is among the findings then.
bool failed_on(const Options& options, const std::string& deck, Outcome& outcome) {
    Diagnostics diagnostics;
    std::optional<Error> failure;
    try {
        const Timings timings = handle_deck(options, deck, diagnostics, outcome);
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

// One bad deck does not stop the others.
Outcome run_on_deck(const Options& options, const std::string& deck, const check::Baseline& known) {
    Outcome outcome;
    if (failed_on(options, deck, outcome)) {
        outcome.summary = fmt::format("{}: failed", deck);
    }
    outcome.findings = check::without_known(std::move(outcome.findings), known);
    outcome.messages += messages_of(options, outcome.findings);
    outcome.status = status_of(options, outcome.findings);
    return outcome;
}

ExitStatus worse(ExitStatus a, ExitStatus b) {
    return a == kFailed || b == kFailed ? kFailed : std::max(a, b);
}

// Runs the command on all decks, `threads` at a time, and hands on what came of each in their
// order, as soon as it is its turn.
void run_on_all(const Options& options, const std::function<void(const Outcome&)>& use) {
    const std::vector<std::string>& decks = options.decks;
    const check::Baseline known =
        options.baseline.empty() ? check::Baseline{}
                                 : check::read_baseline(options.baseline, options.exporting.limits);
    std::vector<std::promise<Outcome>> outcomes(decks.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < decks.size(); i = next++) {
            outcomes[i].set_value(run_on_deck(options, decks[i], known));
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

// Throws Error when standard output takes no more (a full disk, a pipe that was closed).
void print_output(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() ||
        std::fflush(stdout) != 0) {
        throw Error({},
                    "cannot write to standard output: " + std::generic_category().message(errno));
    }
}

// Two decks that would be written to one file are an error before anything is written.
void check_targets(const Options& options) {
    std::map<std::string, std::string> deck_of_target;
    for (const std::string& deck : options.decks) {
        for (const std::string& target : targets_of(options, deck).all()) {
            const auto [known, is_new] = deck_of_target.try_emplace(target, deck);
            if (!is_new && known->second != deck) {
                throw Error(
                    {known->first, 0},
                    fmt::format("both {} and {} would be written to it", known->second, deck),
                    "export them one by one, with a -o for each");
            }
        }
    }
}

ExitStatus run_on_decks(Options options) {
    const bool takes_folders = options.named.empty() ||
                               std::any_of(options.named.begin(), options.named.end(),
                                           [](const std::string& name) { return is_folder(name); });
    options.decks = deck_files(options.named, options.drafts, options.exporting.limits);
    if (options.command == Command::kExport) {
        check_targets(options);
    }
    ExitStatus status = kDone;
    std::string index;
    check::Findings findings;
    run_on_all(options, [&](const Outcome& outcome) {
        fmt::print(stderr, "{}", outcome.messages);
        findings.insert(findings.end(), outcome.findings.begin(), outcome.findings.end());
        print_output(outcome.output);
        index += outcome.summary.empty() ? "" : outcome.summary + "\n";
        status = worse(status, outcome.status);
    });
    if (takes_folders && options.command == Command::kExport && !options.quiet) {
        print_output(index);
    }
    if (options.command == Command::kCheck) {
        const Report report = report_of(options, findings);
        print_output(report.output);
        fmt::print(stderr, "{}", report.message);
    }
    return status;
}

ExitStatus run_on_themes(const Options& options) {
    const Outcome outcome = run_on_deck(options, "", {});
    fmt::print(stderr, "{}", outcome.messages);
    print_output(outcome.output);
    return outcome.status;
}

int run_command_line(int argc, const char* const* argv) {
    const ParsedCommandLine parsed = parse_command_line(argc, argv);
    if (!parsed.options) {
        if (parsed.status == kDone) {
            print_output(parsed.text);
        } else {
            fmt::print(stderr, "{}", parsed.text);
        }
        return parsed.status;
    }
    return parsed.options->command == Command::kThemes ? run_on_themes(*parsed.options)
                                                       : run_on_decks(*parsed.options);
}

}  // namespace

int run(int argc, const char* const* argv) {
    // A closed pipe is a failed write, which is told as any other.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return run_command_line(argc, argv);
    } catch (const Error& error) {
        fmt::print(stderr, "{}\n", error.message());
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "error: not enough memory\n");
    } catch (const std::system_error& problem) {
        fmt::print(stderr, "error: {}\n", refusal(problem));
    } catch (const std::exception& problem) {
        fmt::print(stderr,
                   "error: cannot be done: {}; this is a fault of ghreveal: please report it\n",
                   problem.what());
    }
    return kFailed;
}

}  // namespace ghreveal::cli
