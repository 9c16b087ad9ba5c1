// `page.title`, `"text"`, `(1..4)`, and values with filters behind them: as Liquid's "lax" parser
// takes them apart, which is the one that Jekyll ends up with for whatever is not quite right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/liquid/value.h"

namespace ghreveal::deck::liquid {

struct Expression {
    enum class Kind : std::uint8_t { kLiteral, kVariable, kRange };

    Kind kind = Kind::kLiteral;
    Value literal;
    // Of a variable its name and the keys behind it, of a range its ends.
    std::vector<Expression> parts;
    bool is_bare = false;  // a key written `.size`, which may be a method's name
};

struct Filter {
    std::string name;
    std::vector<Expression> arguments;
    std::vector<std::pair<std::string, Expression>> named;
};

struct FilteredExpression {
    Expression value;
    std::vector<Filter> filters;
};

// Takes the next piece that white space, commas and bars outside of quotes end (Liquid's
// QuotedFragment) from the text; empty when there is none.
std::string_view take_fragment(std::string_view& text);
// Takes `[A-Za-z0-9_-]+`.
std::string_view take_name(std::string_view& text);
// Whether the text goes on with this character, white space aside, which is taken then.
bool take(std::string_view& text, char);

Expression parse_expression(std::string_view markup);
FilteredExpression parse_filtered(std::string_view markup);
// `limit: 2 offset: n`, in any order, whatever stands between.
std::vector<std::pair<std::string, Expression>> parse_attributes(std::string_view markup);

}  // namespace ghreveal::deck::liquid
