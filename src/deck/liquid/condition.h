// `a == b and c contains "d"`, as `if`, `unless` and `where_exp` take it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "deck/liquid/variables.h"

namespace ghreveal::deck::liquid {

struct Comparison {
    Expression left;
    std::string_view op;  // empty: whether the left side is true
    Expression right;
    // What joins it to those behind it, which are taken together first: Liquid has no precedence.
    enum class Join : std::uint8_t { kNone, kAnd, kOr } join = Join::kNone;
};

using Condition = std::vector<Comparison>;

// Views into the markup stay in it.
Condition parse_condition(std::string_view markup);
bool is_met(const Condition&, const Variables&);
// As `case` compares its value with those of its `when`s.
bool are_equal(const Expression& left, const Expression& right, const Variables&);

}  // namespace ghreveal::deck::liquid
