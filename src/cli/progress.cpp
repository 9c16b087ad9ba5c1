#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace ghreveal::cli {

namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kPatience{500};

}  // namespace

Progress::Progress(std::size_t decks, bool wanted)
    : decks_(decks), shows_(wanted && decks > 0 && isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    clear();
}

void Progress::clear() {
    const std::scoped_lock lock(mutex_);
    if (drawn_) {
        fmt::print(stderr, "\r\x1b[K");  // ECMA-48 EL: the line is empty again
        std::fflush(stderr);
        drawn_ = false;
    }
}

void Progress::advance(double share) {
    const std::scoped_lock lock(mutex_);
    done_ += share;
    if (!shows_ || std::chrono::steady_clock::now() - start_ < kPatience) {
        return;
    }
    const double part = std::min(1.0, done_ / static_cast<double>(decks_));
    const int filled = static_cast<int>(kBarWidth * part);
    const std::string count =
        decks_ == 1 ? "" : fmt::format(" {:.0f}/{} decks", done_ - 0.5, decks_);
    fmt::print(stderr, "\r[{:=<{}}{: <{}}] {:3.0f} %{}", "", filled, "", kBarWidth - filled,
               100 * part, count);
    std::fflush(stderr);
    drawn_ = true;
}

}  // namespace ghreveal::cli
