// How time and memory grow with a deck: for more slides, and for more of everything on one slide.
//   bench_growth PROGRAM FOLDER
// Makes its own decks in FOLDER, which has the pictures in data/. Prints, for each step, the ratio
// of what a thing more costs to what it cost at the step before: 1 is a straight line. Fails when
// one is past kMostGrowth. Instructions are compared where the system counts them, else CPU time.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "command_run.h"

namespace {

constexpr double kMostGrowth = 1.3;
// Steps that cost less tell more about the machine than about the program.
constexpr double kLeastMilliseconds = 20;
constexpr double kLeastInstructions = 5e6;
constexpr double kLeastMegabytes = 4;

struct Kind {
    const char* name;
    int most;                               // the last step: 1, 10, 100 … things
    std::function<std::string(int)> thing;  // Markdown of one
    const char* between;                    // two things
    bool is_on_pages = false;               // each thing is drawn on the pages of all after it
    const char* before = "";                // the first thing
    const char* after = "";                 // the last one
};

// A slide of a lecture: text, a list with a link to the next slide, code, a table, a picture.
std::string slide(int i) {
    std::string text = fmt::format(
        "## Part {0} §id:part-{0}§;\n\n- one *thing* of {0}\n- [the next](#part-{1})\n"
        "- [a manual](https://example.org/{0}) §fragment\n\nSome text about the number {0}, "
        "**long** enough to be broken into two lines or three on the page.\n\n",
        i, i + 1);
    switch (i % 5) {
        case 0:
            text +=
                fmt::format("```bash\nfor i in {0}; do\n    tool \"$i\"  # {0}\ndone\n```\n", i);
            break;
        case 1:
            text += fmt::format("| a | b |\n|---|---|\n| {0} | x |\n| y | *{0}* |\n", i);
            break;
        case 2:
            text += fmt::format("![Part {0}](data/photo.jpg)\n", i);
            break;
        default:
            text += fmt::format("> quoted {0}\n\n§notes\n\nWhat to say about {0}.\n", i);
    }
    return text;
}

std::vector<Kind> kinds() {
    const auto numbered = [](const char* format) {
        return [format](int i) { return fmt::format(fmt::runtime(format), i); };
    };
    return {
        {"slides", 10'000, slide, "\n§break\n\n"},
        {"paragraphs", 10'000, numbered("Paragraph {} of some *words* and others.\n"), "\n"},
        {"list items", 10'000, numbered("- item {} of **some** words\n"), ""},
        {"table rows", 10'000, numbered("| {} | some words | *x* |\n"), "", false,
         "| a | b | c |\n|---|---|---|\n"},
        {"code lines", 10'000, numbered("echo {} \"$words\"  # of a shell\n"), "", false,
         "```bash\n", "```\n"},
        {"fragments", 1000, numbered("- item {} §fragment\n"), "", true},
        {"links", 10'000, numbered("[link {0}](https://example.org/{0}) [here](#{0})\n"), ""},
        {"pictures", 10'000, numbered("![picture {}](data/photo.jpg)\n"), ""},
    };
}

std::string deck_of(const Kind& kind, int count) {
    std::string text = "---\ntitle: How it grows\n---\n\n";
    text += kind.before;
    for (int i = 0; i < count; ++i) {
        text += (i > 0 ? kind.between : "") + kind.thing(i);
    }
    return text + kind.after;
}

// What is drawn of `count` things: each once, or on the pages of all after it.
double drawn(const Kind& kind, int count) {
    const double n = count;
    return kind.is_on_pages ? n * (n + 1) / 2 + n : n;
}

struct Cost {
    double milliseconds = 0;
    double work = 0;  // instructions, or CPU milliseconds
    double megabytes = 0;
    bool counts_instructions = false;
};

std::string path_of_deck(const std::string& folder, int count) {
    return folder + "/deck-" + std::to_string(count) + ".md";
}

Cost run_once(const std::string& program, const std::string& deck) {
    std::string pdf = deck + ".pdf";
    std::array<std::string, 7> words{program, "export", "-q", "--offline", "-o", pdf, deck};
    std::array<char*, 8> command{};
    std::transform(words.begin(), words.end(), command.begin(),
                   [](std::string& word) { return word.data(); });
    const CommandRun run = run_command(command.data());
    if (run.status != 0) {
        fmt::print(stderr, "{}{} failed\n", run.messages, deck);
        std::exit(1);
    }
    return {run.cpu_milliseconds, run.instructions.value_or(run.cpu_milliseconds), run.megabytes,
            run.instructions.has_value()};
}

// The median of so many runs as take half a second.
Cost cost_of(const std::string& program, const std::string& deck) {
    constexpr double kEnough = 500;  // ms
    std::vector<Cost> costs;
    double spent = 0;
    do {
        costs.push_back(run_once(program, deck));
        spent += costs.back().milliseconds;
    } while (spent < kEnough && !costs.back().counts_instructions);
    const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2);
    std::nth_element(costs.begin(), middle, costs.end(),
                     [](const Cost& a, const Cost& b) { return a.work < b.work; });
    return *middle;
}

struct Step {
    int count = 0;
    Cost cost;
};

// What a thing more costs from one step to the next.
double slope(double before, double after, double things) {
    return (after - before) / things;
}

struct Growth {
    bool is_known = false;
    double ratio = 0;
};

Growth growth(const std::array<double, 3>& costs, const std::array<double, 3>& things,
              double least) {
    if (costs[1] - costs[0] < least) {
        return {};
    }
    return {true, slope(costs[1], costs[2], things[2] - things[1]) /
                      slope(costs[0], costs[1], things[1] - things[0])};
}

std::string shown(const Growth& growth) {
    return growth.is_known ? fmt::format("{:.2f}", growth.ratio) : std::string("-");
}

class Measurement {
public:
    Measurement(const Kind& kind, std::string program, std::string folder)
        : kind_(kind), program_(std::move(program)), folder_(std::move(folder)) {}

    // Prints the kind's steps; gives whether all of them are straight enough.
    bool run() {
        bool is_straight = true;
        for (int count = 1; count <= kind_.most; count *= 10) {
            const std::string deck = path_of_deck(folder_, count);
            std::ofstream(deck) << deck_of(kind_, count);
            steps_.push_back({count, cost_of(program_, deck)});
            const Growth time = time_growth();
            const Growth memory = memory_growth();
            const bool is_bent = time.ratio > kMostGrowth || memory.ratio > kMostGrowth;
            is_straight = is_straight && !is_bent;
            const Cost& cost = steps_.back().cost;
            fmt::print("{:<12} {:>6}  {:>9.1f} ms  {:>7.1f} MB  {:>5}  {:>5}{}\n", kind_.name,
                       count, cost.milliseconds, cost.megabytes, shown(time), shown(memory),
                       is_bent ? "  not a straight line" : "");
        }
        return is_straight;
    }

private:
    // Of the last three steps. A bend is measured again, as often as three times: one that comes
    // from something else on the machine is not seen each time.
    Growth time_growth() {
        constexpr int kAgain = 3;
        Growth growth = last_growth(&Cost::work, least_work());
        for (int again = 0; growth.ratio > kMostGrowth && again < kAgain && !counts(); ++again) {
            for (Step* step = &steps_.back() - 2; step <= &steps_.back(); ++step) {
                step->cost = cost_of(program_, path_of_deck(folder_, step->count));
            }
            growth.ratio = std::min(growth.ratio, last_growth(&Cost::work, least_work()).ratio);
        }
        return growth;
    }
    Growth memory_growth() const { return last_growth(&Cost::megabytes, kLeastMegabytes); }

    bool counts() const { return steps_.back().cost.counts_instructions; }
    double least_work() const { return counts() ? kLeastInstructions : kLeastMilliseconds; }

    Growth last_growth(double Cost::*part, double least) const {
        if (steps_.size() < 3) {
            return {};
        }
        std::array<double, 3> costs{};
        std::array<double, 3> things{};
        for (std::size_t i = 0; i < 3; ++i) {
            const Step& step = steps_[steps_.size() - 3 + i];
            costs[i] = step.cost.*part;
            things[i] = drawn(kind_, step.count);
        }
        return growth(costs, things, least);
    }

    const Kind& kind_;
    std::string program_;
    std::string folder_;
    std::vector<Step> steps_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "bench_growth PROGRAM FOLDER\n");
        return 2;
    }
    fmt::print("{:<12} {:>6}  {:>12}  {:>10}  {:>5}  {:>5}\n", "", "things", "CPU time", "memory",
               "time", "mem.");
    bool is_straight = true;
    for (const Kind& kind : kinds()) {
        is_straight = Measurement(kind, argv[1], argv[2]).run() && is_straight;
    }
    return is_straight ? 0 : 1;
}
