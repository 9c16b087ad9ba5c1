// fuzz_decks SECONDS [SEED [FOLDER]]: decks by the grammar, one after another, each in a process of
// its own. Those that end it, or take over a second of the processor, are kept in FOLDER and named.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../build_paths.h"
#include "fuzz/deck_generator.h"
#include "fuzz/targets.h"

using namespace ghreveal;

namespace {

constexpr rlim_t kHangSeconds = 20;  // for the sanitizers, which take ten times as long
constexpr double kSlowSeconds = 1;

struct Ended {
    int status = 0;
    double seconds = 0;  // of the processor
};

Ended run_apart(const std::string& deck) {
    const pid_t child = fork();
    if (child == 0) {
        const rlimit limit{kHangSeconds, kHangSeconds};
        setrlimit(RLIMIT_CPU, &limit);
        fuzz::run_deck(deck);
        _exit(0);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    return {status, static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                        static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6};
}

}  // namespace

int main(int argc, char* argv[]) {
    const double seconds = argc > 1 ? std::atof(argv[1]) : 10;
    std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    const std::filesystem::path folder = argc > 3 ? argv[3] : "fuzz-findings";
    const auto properties =
        fuzz::read_property_values(testing::source_dir() / "tests/data/property-values.txt");
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    int found = 0;
    std::uint64_t decks = 0;
    for (; std::chrono::steady_clock::now() < end; ++seed, ++decks) {
        const std::string deck = fuzz::random_deck(seed, properties);
        const Ended ended = run_apart(deck);
        if (ended.status == 0 && ended.seconds < kSlowSeconds) {
            continue;
        }
        ++found;
        std::filesystem::create_directories(folder);
        const auto file = folder / (std::to_string(seed) + ".md");
        std::ofstream(file, std::ios::binary) << deck;
        std::printf("%s: status %d, %.1f s\n", file.c_str(), ended.status, ended.seconds);
        std::fflush(stdout);
    }
    std::printf("%llu decks, %d found\n", static_cast<unsigned long long>(decks), found);
    return found == 0 ? 0 : 1;
}
