#include "cli/run.h"

#include <fmt/format.h>

#include <cstdio>
#include <new>

#include "cli/commands.h"
#include "cli/options.h"

namespace ghreveal::cli {

namespace {

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2, kWarned = 3 };

void print_line(std::FILE* stream, const std::string& line) {
    fmt::print(stream, "{}\n", line);
}

void print_timings(const Timings& timings) {
    for (const auto& [stage, time] : timings.stages()) {
        const double ms = std::chrono::duration<double, std::milli>(time).count();
        fmt::print(stderr, "  {:<10} {:8.2f} ms\n", stage, ms);
    }
}

// Runs the command on one deck; its text result goes to standard output, messages to standard
// error.
void handle_deck(const Options& options, const std::string& deck, Diagnostics& diagnostics) {
    Timings timings;
    switch (options.command) {
        case Command::kExport: {
            const std::string done = export_deck(options, deck, diagnostics, timings);
            if (options.verbose) {
                print_line(stderr, done);
            }
            break;
        }
        case Command::kCheck:
            check_deck(options, deck, diagnostics, timings);
            break;
        case Command::kInspect:
            fmt::print("{}", inspect_deck(options, deck, diagnostics, timings));
            break;
        case Command::kThemes:
            break;
    }
    if (options.verbose) {
        print_timings(timings);
    }
}

// Gives the exit status of one deck. One bad deck does not stop the others.
ExitStatus run_on_deck(const Options& options, const std::string& deck) {
    Diagnostics diagnostics;
    ExitStatus status = kDone;
    std::string failure;
    try {
        handle_deck(options, deck, diagnostics);
    } catch (const Error& error) {
        failure = error.message();
    } catch (const std::bad_alloc&) {
        failure = Error({deck, 0}, "not enough memory").message();
    }
    if (!options.quiet) {
        for (const Diagnostic& warning : diagnostics.warnings()) {
            print_line(stderr, to_string(warning));
        }
    }
    if (!failure.empty()) {
        print_line(stderr, failure);
        status = kFailed;
    } else if (options.strict && !diagnostics.empty()) {
        status = kWarned;
    }
    return status;
}

ExitStatus worse(ExitStatus a, ExitStatus b) {
    return a == kFailed || b == kFailed ? kFailed : std::max(a, b);
}

}  // namespace

int run(int argc, const char* const* argv) {
    const ParsedCommandLine parsed = parse_command_line(argc, argv);
    if (!parsed.options) {
        fmt::print(parsed.status == kDone ? stdout : stderr, "{}", parsed.text);
        return parsed.status;
    }
    if (parsed.options->command == Command::kThemes) {
        fmt::print("{}", list_themes());
        return kDone;
    }
    ExitStatus status = kDone;
    for (const std::string& deck : parsed.options->decks) {
        status = worse(status, run_on_deck(*parsed.options, deck));
    }
    return status;
}

}  // namespace ghreveal::cli
