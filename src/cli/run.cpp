#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iterator>
#include <map>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include "batch/dependencies.h"
#include "batch/index_files.h"
#include "check/findings_of.h"
#include "cli/deck_files.h"
#include "cli/file_wall.h"
#include "cli/live/preview_command.h"
#include "cli/live/watch_command.h"
#include "cli/messages.h"
#include "cli/runs/deck_runs.h"
#include "cli/runs/file_outputs.h"
#include "cli/runs/network_wall.h"
#include "cli/shards/merge_command.h"
#include "cli/shards/shard_runs.h"
#include "export/output.h"
#include "export/output_file.h"
#include "export/output_guard.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/walls/system_calls.h"

namespace ghreveal::cli {

namespace {

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

// What came of all decks.
struct RunSummary {
    std::string lines;  // a line for what was written
    check::Findings findings;
    std::vector<Exported> exported;
    std::vector<std::string> failed;  // decks
};

void add(const Outcome& outcome, RunSummary& summary) {
    const bool is_unchanged =
        outcome.exported && outcome.exported->freshness == Freshness::kUnchanged;
    for (const std::string_view line : ascii::split(outcome.summary, '\n')) {
        summary.lines += line.empty()   ? ""
                         : is_unchanged ? fmt::format("{}, unchanged\n", line)
                                        : fmt::format("{}\n", line);
    }
    summary.findings.insert(summary.findings.end(), outcome.findings.begin(),
                            outcome.findings.end());
    if (outcome.exported) {
        summary.exported.push_back(*outcome.exported);
    } else {
        summary.failed.push_back(outcome.deck);
    }
}

// "7 decks, 31 files, 55 warnings"
std::string count_line(std::size_t decks, const RunSummary& summary) {
    std::size_t files = 0;
    std::size_t unchanged = 0;
    for (const Exported& exported : summary.exported) {
        files += exported.record.written.size();
        unchanged +=
            exported.freshness == Freshness::kUnchanged ? exported.record.written.size() : 0;
    }
    const auto warnings = static_cast<std::size_t>(
        std::count_if(summary.findings.begin(), summary.findings.end(),
                      [](const check::Finding& one) { return one.level == Level::kWarning; }));
    return fmt::format("{}, {}{}, {}\n", exporter::counted(decks, "deck"),
                       exporter::counted(files, "file"),
                       unchanged > 0 ? fmt::format(" ({} unchanged)", unchanged) : "",
                       exporter::counted(warnings, "warning"));
}

void write_dependencies(const Options& options, const RunSummary& summary) {
    std::vector<batch::DeckDependencies> decks;
    for (const Exported& exported : summary.exported) {
        decks.push_back(batch::dependencies_of(exported.record));
    }
    exporter::OutputFile file(options.dependencies);
    file.write(batch::dependencies_text(decks, options.dependency_format));
    file.commit();
}

void write_index(const Options& options, const RunSummary& summary) {
    std::vector<batch::ExportRecord> records;
    for (const Exported& exported : summary.exported) {
        records.push_back(exported.record);
    }
    const exporter::OutputGuard guard(
        {exporter::KnownFiles({options.decks.begin(), options.decks.end()}), nullptr},
        options.force ? exporter::Overwriting::kAnyFile : exporter::Overwriting::kOwnFiles);
    batch::write_index(records, {output_folder(options), guard});
}

void end_export(const Options& options, const RunSummary& summary, bool takes_folders) {
    if (!options.dependencies.empty()) {
        write_dependencies(options, summary);
    }
    if (options.shard) {
        write_shard_file(options, summary.exported, summary.failed);
    } else if (options.index) {
        write_index(options, summary);
    }
    if (takes_folders && !options.quiet) {
        print_output(summary.lines);
        fmt::print(stderr, "{}", count_line(options.decks.size(), summary));
    }
}

check::Findings of_all_decks(check::Findings findings) {
    std::erase_if(findings, [](const check::Finding& one) { return one.group.empty(); });
    return findings;
}

Options with_decks(Options options) {
    options.all_decks = deck_files(options.named, options.drafts, options.exporting.limits);
    options.decks = options.all_decks;
    if (options.command == Command::kExport) {
        check_targets(options);
        keep_decks_of_shard(options);
    }
    return options;
}

ExitStatus run_on_decks(const Options& options) {
    const bool takes_folders = options.named.empty() ||
                               std::any_of(options.named.begin(), options.named.end(),
                                           [](const std::string& name) { return is_folder(name); });
    ExitStatus status = kDone;
    RunSummary summary;
    Progress progress(options.decks.size(), !options.quiet);
    run_on_all(options, progress, [&](const Outcome& outcome) {
        if (!outcome.messages.empty() || !outcome.output.empty()) {
            progress.clear();
        }
        fmt::print(stderr, "{}", outcome.messages);
        print_output(outcome.output);
        add(outcome, summary);
        status = worse(status, outcome.status);
    });
    progress.clear();
    if (options.command == Command::kExport) {
        end_export(options, summary, takes_folders);
    }
    if (options.command == Command::kCheck) {
        const check::Findings findings = check::merged_over_decks(summary.findings);
        fmt::print(stderr, "{}", messages_of(options, of_all_decks(findings)));
        const Report report = report_of(options, findings);
        print_output(report.output);
        fmt::print(stderr, "{}", report.message);
    }
    return status;
}

ExitStatus run_on_themes(const Options& options) {
    const Outcome outcome = run_once(options);
    fmt::print(stderr, "{}", outcome.messages);
    print_output(outcome.output);
    return outcome.status;
}

// A run, or several on the same decks; and the values of their options.
struct Runs {
    std::vector<Options> options;
    std::vector<std::string> values;
};

// The outputs that ghreveal.yml lists, one after the other; those of the command line without any.
Runs runs_of(const Options& options, std::vector<std::string> words) {
    const std::vector<FileOutput> outputs =
        options.command == Command::kExport ? outputs_of_file(options) : std::vector<FileOutput>{};
    Runs runs;
    for (const FileOutput& output : outputs) {
        Options asked = with_output(words, output);
        asked.output_number = static_cast<int>(runs.options.size()) + 1;
        runs.options.push_back(with_decks(std::move(asked)));
        for (const auto& [name, value] : output.options) {
            runs.values.push_back(value);
        }
    }
    if (outputs.empty()) {
        runs.options.push_back(with_decks(options));
    }
    std::move(words.begin(), words.end(), std::back_inserter(runs.values));
    return runs;
}

ExitStatus run_on_decks(const Runs& runs) {
    if (wall_off_other_files(runs.options, runs.values)) {
        wall_off_network(runs.options);
    }
    ExitStatus status = kDone;
    for (const Options& options : runs.options) {
        status = worse(status, run_on_decks(options));
    }
    return status;
}

// Who needs no network does without it from here on, whatever a deck's files make a library do.
void build_walls(const Options& options) {
    if (options.exporting.offline && options.command != Command::kPreview) {
        static_cast<void>(give_up_network());
    }
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
    build_walls(*parsed.options);
    switch (parsed.options->command) {
        case Command::kThemes:
            return run_on_themes(*parsed.options);
        case Command::kMerge:
            return merge(*parsed.options);
        case Command::kWatch:
            return watch(*parsed.options);
        case Command::kPreview:
            return preview(*parsed.options);
        case Command::kExport:
        case Command::kCheck:
        case Command::kInspect:
            break;
    }
    return run_on_decks(runs_of(*parsed.options, {argv, argv + argc}));
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
