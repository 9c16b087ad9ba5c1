// What a deck's Liquid may take of time and memory.
#pragma once

#include <cstddef>
#include <utility>

#include "support/error.h"
#include "support/limit_names.h"
#include "support/limits.h"

namespace ghreveal::deck::liquid {

class Budget {
public:
    explicit Budget(const Limits& limits) : limits_(limits) {}

    // Where the template is now, for the messages.
    void move_to(SourcePosition where) { where_ = std::move(where); }
    const SourcePosition& where() const { return where_; }
    const Limits& limits() const { return limits_; }

    // A node rendered, an element looked at. Throws Error past the limit.
    void spend_steps(std::size_t steps) {
        steps_ += steps;
        if (steps_ > limits_.liquid_steps) {
            throw Error(where_, "the deck's Liquid has too much to do",
                        limit_hint(limits_, "liquid-steps"));
        }
    }
    // Text that a filter or a tag makes. Throws Error past the limit.
    void spend_bytes(std::size_t bytes) {
        bytes_ += bytes;
        if (bytes_ > limits_.expanded_bytes) {
            throw Error(where_, "the deck and what it includes are too large",
                        limit_hint(limits_, "expanded-bytes"));
        }
    }

private:
    const Limits& limits_;
    SourcePosition where_;
    std::size_t steps_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace ghreveal::deck::liquid
