#include "boxes/content/counters.h"

#include <algorithm>
#include <limits>

namespace ghreveal::boxes {

namespace {

int in_range(std::int64_t value) {
    using Range = std::numeric_limits<int>;
    return static_cast<int>(
        std::clamp(value, std::int64_t{Range::min()}, std::int64_t{Range::max()}));
}

bool is_in_range(std::int64_t value) {
    return value == in_range(value);
}

}  // namespace

void Counters::leave_element() {
    std::erase_if(counters_, [this](const Counter& counter) { return counter.depth > depth_; });
    --depth_;
}

Counters::Counter* Counters::innermost(std::string_view name) {
    const auto found = std::find_if(counters_.rbegin(), counters_.rend(),
                                    [&](const Counter& counter) { return counter.name == name; });
    return found == counters_.rend() ? nullptr : &*found;
}

void Counters::reset(std::string_view name, std::int64_t value) {
    Counter* counter = innermost(name);
    if (counter != nullptr && counter->depth == depth_) {
        counter->value = value;
    } else {
        counters_.push_back({std::string(name), value, depth_});
    }
}

void Counters::increment(std::string_view name, int by) {
    Counter* counter = innermost(name);
    if (counter == nullptr) {
        counters_.push_back({std::string(name), by, depth_});
    } else if (is_in_range(counter->value + by)) {
        counter->value += by;
    }
}

void Counters::set(std::string_view name, int value) {
    Counter* counter = innermost(name);
    if (counter == nullptr) {
        counters_.push_back({std::string(name), value, depth_});
    } else {
        counter->value = value;
    }
}

int Counters::value(std::string_view name) const {
    const std::vector<int> all = values(name);
    return all.empty() ? 0 : all.back();
}

std::vector<int> Counters::values(std::string_view name) const {
    std::vector<int> values;
    for (const Counter& counter : counters_) {
        if (counter.name == name) {
            values.push_back(in_range(counter.value));
        }
    }
    return values;
}

}  // namespace ghreveal::boxes
