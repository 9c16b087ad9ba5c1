#include "support/timings.h"

#include <algorithm>

namespace ghreveal {

void Timings::add(const std::string& stage, Clock::duration time) {
    const auto known = std::find_if(stages_.begin(), stages_.end(),
                                    [&stage](const auto& entry) { return entry.first == stage; });
    if (known != stages_.end()) {
        known->second += time;
    } else {
        stages_.emplace_back(stage, time);
    }
}

}  // namespace ghreveal
