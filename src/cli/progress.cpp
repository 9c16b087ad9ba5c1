#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace ghreveal::cli {

namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kPatience{500};

}  // namespace

Progress::Progress(std::string name, int total, bool wanted)
    : name_(std::move(name)),
      total_(total),
      shows_(wanted && total > 1 && isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (drawn_) {
        fmt::print(stderr, "\r\x1b[K");  // ECMA-48 EL: the line is empty again
        std::fflush(stderr);
    }
}

void Progress::advance() {
    ++done_;
    if (!shows_ || std::chrono::steady_clock::now() - start_ < kPatience) {
        return;
    }
    const int filled = kBarWidth * done_ / total_;
    fmt::print(stderr, "\r{} [{:=<{}}{: <{}}] {}/{}", name_, "", filled, "", kBarWidth - filled,
               done_, total_);
    std::fflush(stderr);
    drawn_ = true;
}

}  // namespace ghreveal::cli
