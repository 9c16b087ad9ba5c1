// A progress bar on a terminal, for work that takes long enough to wonder.
#pragma once

#include <chrono>
#include <string>

namespace ghreveal::cli {

class Progress {
public:
    // Shows nothing when standard error is no terminal, or `wanted` is false.
    Progress(std::string name, int total, bool wanted);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    // One more of `total` is done.
    void advance();

private:
    std::string name_;
    int total_;
    int done_ = 0;
    bool shows_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace ghreveal::cli
