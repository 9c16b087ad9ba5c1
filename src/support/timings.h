// How long each stage took, for `-v` and `tools/bench`.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace ghreveal {

class Timings {
public:
    using Clock = std::chrono::steady_clock;
    // Adds the time since its construction to `stage` when destroyed.
    class Scope {
    public:
        Scope(Timings& timings, std::string stage)
            : timings_(timings), stage_(std::move(stage)), start_(Clock::now()) {}
        ~Scope() { timings_.add(stage_, Clock::now() - start_); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Timings& timings_;
        std::string stage_;
        Clock::time_point start_;
    };

    Scope measure(std::string stage) { return Scope(*this, std::move(stage)); }
    void add(const std::string& stage, Clock::duration);
    // Stage names and times in the order the stages were first seen.
    const std::vector<std::pair<std::string, Clock::duration>>& stages() const { return stages_; }

private:
    std::vector<std::pair<std::string, Clock::duration>> stages_;
};

}  // namespace ghreveal
