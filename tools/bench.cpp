// Runs a command many times and prints the medians of its wall time, of its peak memory and of the
// times by stage that `ghreveal -v` prints.
//   bench RUNS COMMAND [ARGUMENT…]
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command_run.h"

namespace {

struct Stage {
    std::string name;
    std::vector<double> milliseconds;
};

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// "  pdf pages    12.34 ms" -> ("pdf pages", 12.34); other lines say nothing about time.
std::optional<std::pair<std::string, double>> stage_time(const std::string& line) {
    if (!line.starts_with("  ") || !line.ends_with(" ms")) {
        return std::nullopt;
    }
    const std::size_t number_end = line.size() - 3;
    const std::size_t number = line.rfind(' ', number_end - 1) + 1;
    const std::size_t name_end = line.find_last_not_of(' ', number - 1);
    double milliseconds = 0;
    const auto parsed =
        std::from_chars(line.data() + number, line.data() + number_end, milliseconds);
    if (parsed.ec != std::errc() || name_end == std::string::npos) {
        return std::nullopt;
    }
    return std::pair(line.substr(2, name_end - 1), milliseconds);
}

void add_stages(std::vector<Stage>& stages, const std::string& messages) {
    for (std::size_t at = 0; at < messages.size();) {
        const std::size_t end = std::min(messages.find('\n', at), messages.size());
        const auto time = stage_time(messages.substr(at, end - at));
        at = end + 1;
        if (!time) {
            continue;
        }
        auto stage = std::find_if(stages.begin(), stages.end(),
                                  [&](const Stage& s) { return s.name == time->first; });
        if (stage == stages.end()) {
            stage = stages.insert(stage, {time->first, {}});
        }
        stage->milliseconds.push_back(time->second);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "bench RUNS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    const int runs = std::max(1, std::atoi(argv[1]));
    run_command(argv + 2);  // fills the disk cache
    std::vector<double> times;
    std::vector<double> memory;
    std::vector<Stage> stages;
    for (int i = 0; i < runs; ++i) {
        const CommandRun run = run_command(argv + 2);
        if (run.status != 0) {
            fmt::print(stderr, "{}the command failed\n", run.messages);
            return 1;
        }
        times.push_back(run.milliseconds);
        memory.push_back(run.megabytes);
        add_stages(stages, run.messages);
    }
    fmt::print("{:<12} {:8.2f} ms median, {:.2f} ms best of {} runs\n", "whole", median(times),
               *std::min_element(times.begin(), times.end()), runs);
    fmt::print("{:<12} {:8.2f} MB\n", "peak memory", median(memory));
    for (const Stage& stage : stages) {
        fmt::print("  {:<10} {:8.2f} ms\n", stage.name, median(stage.milliseconds));
    }
    return 0;
}
