// One progress bar on a terminal for all decks of a run, when it takes long enough to wonder.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace ghreveal::cli {

// Decks run side by side, and all tell the same bar.
class Progress {
public:
    // Shows nothing when standard error is no terminal, or `wanted` is false.
    Progress(std::size_t decks, bool wanted);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    // A share of one of the decks is done; a deck's shares add up to 1.
    void advance(double share);
    // The line is empty again, for messages.
    void clear();

private:
    std::mutex mutex_;
    std::size_t decks_;
    double done_ = 0;
    bool shows_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace ghreveal::cli
