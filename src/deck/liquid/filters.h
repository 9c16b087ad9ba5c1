// The filters of Liquid and Jekyll. A new one is a row in the table of the file that it is about.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/liquid/budget.h"
#include "deck/liquid/value.h"
#include "deck/liquid/variables.h"

namespace ghreveal::deck::liquid {

struct Arguments {
    std::vector<Value> values;
    std::vector<std::pair<std::string, Value>> named;

    // Nil where there are not as many.
    Value at(std::size_t i) const { return i < values.size() ? values[i] : Value(); }
    std::string text(std::size_t i, std::string_view otherwise = "") const {
        return i < values.size() ? to_text(values[i]) : std::string(otherwise);
    }
};

// What filters know beside their input.
struct FilterContext {
    Budget& budget;
    const Variables& variables;
    std::function<std::string(const std::string& key)> site_value;  // of `_config.yml`
    std::function<std::string(const std::string&)> markdown_to_html;
    // Nothing: the same deck gives the same bytes on any day.
    std::optional<Moment> now;
};

using FilterFunction = Value (*)(const Value& input, const Arguments&, FilterContext&);

struct FilterRow {
    std::string_view name;
    FilterFunction function;
};

// Null for one that is not known.
FilterFunction find_filter(std::string_view name);

std::span<const FilterRow> text_filters();
std::span<const FilterRow> markup_filters();
std::span<const FilterRow> number_filters();
std::span<const FilterRow> array_filters();
std::span<const FilterRow> date_filters();
std::span<const FilterRow> site_filters();

// Each place of `what` in the text; all of it where `what` is empty is left alone.
struct Replacement {
    std::string_view what;
    std::string_view with;
    bool only_first = false;
};
std::string replaced(std::string_view text, const Replacement&, Budget&);

}  // namespace ghreveal::deck::liquid
