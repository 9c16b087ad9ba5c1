// The counters of a document (CSS Lists 3 §4): what `counter-reset` begins, `counter-increment`
// changes and markers and `counter()` show.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "css/values.h"

namespace ghreveal::boxes {

class Counters {
public:
    // Between these, resets belong to the element: they end with its parent (CSS Lists 3 §4.3: a
    // counter's scope includes the element's following siblings).
    void enter_element() { ++depth_; }
    void leave_element();

    // A value that is no integer itself can be counted into the integers.
    void reset(std::string_view name, std::int64_t value);
    // Begins the counter at 0 when there is none yet. What would lead out of an integer's range
    // changes nothing, as in browsers.
    void increment(std::string_view name, int by);
    void set(std::string_view name, int value);
    // Of the innermost counter; 0 when there is none.
    int value(std::string_view name) const;
    // Of all counters of the name, outermost first.
    std::vector<int> values(std::string_view name) const;

private:
    struct Counter {
        std::string name;
        std::int64_t value = 0;
        int depth = 0;  // of the element that began it
    };
    Counter* innermost(std::string_view name);

    std::vector<Counter> counters_;  // outermost first
    int depth_ = 0;
};

}  // namespace ghreveal::boxes
