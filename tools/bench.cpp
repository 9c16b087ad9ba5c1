// Runs a command many times and prints the medians of its wall time, of its peak memory and of the
// times by stage that `ghreveal -v` prints.
//   bench RUNS COMMAND [ARGUMENT…]
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Run {
    double milliseconds = 0;  // wall time, from fork to exit
    double megabytes = 0;     // peak resident memory
    int status = 0;
    std::string messages;  // standard error
};

struct Stage {
    std::string name;
    std::vector<double> milliseconds;
};

[[noreturn]] void become(char** command, int messages) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(messages, STDERR_FILENO);
    execvp(command[0], command);
    _exit(127);
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = read(descriptor, piece.data(), piece.size())) > 0;) {
        text.append(piece.data(), static_cast<std::size_t>(got));
    }
    return text;
}

Run run_once(char** command) {
    using Clock = std::chrono::steady_clock;
    std::array<int, 2> messages{};
    if (pipe2(messages.data(), O_CLOEXEC) != 0) {
        std::exit(1);
    }
    const auto start = Clock::now();
    const pid_t child = vfork();
    if (child == 0) {
        become(command, messages[1]);
    }
    close(messages[1]);
    Run run;
    run.messages = read_all(messages[0]);
    rusage usage{};
    wait4(child, &run.status, 0, &usage);
    run.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    run.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    close(messages[0]);
    return run;
}

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
    run_once(argv + 2);  // fills the disk cache
    std::vector<double> times;
    std::vector<double> memory;
    std::vector<Stage> stages;
    for (int i = 0; i < runs; ++i) {
        const Run run = run_once(argv + 2);
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
