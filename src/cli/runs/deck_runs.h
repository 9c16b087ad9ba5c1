// A command on many decks, several at a time.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <system_error>

#include "check/finding.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/progress.h"

namespace ghreveal::cli {

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2, kWarned = 3 };

// What running the command on one deck gives. Decks run side by side, so that nothing is printed
// before its turn.
struct Outcome {
    std::string deck;
    ExitStatus status = kDone;
    std::string output;    // for standard output
    std::string messages;  // for standard error, whole lines
    std::string summary;   // what was written: "talk.pdf: 82 pages"
    check::Findings findings;
    std::optional<Exported> exported{};
    std::chrono::steady_clock::duration time{};
};

ExitStatus worse(ExitStatus, ExitStatus);

// Of threads, mostly.
std::string refusal(const std::system_error&);

// Runs the command on all decks, as many at a time as there are threads, and hands on what came of
// each in their order, as soon as it is its turn. One bad deck does not stop the others.
void run_on_all(const Options&, Progress&, const std::function<void(const Outcome&)>& use);
// A command that is on no deck.
Outcome run_once(const Options&);

}  // namespace ghreveal::cli
