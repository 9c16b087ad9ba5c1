#include <algorithm>
#include <numeric>

#include "layout/sizing/layout_unit.h"
#include "layout/table/table_columns.h"

namespace ghreveal::layout {

namespace {

using Columns = std::span<const ColumnConstraint>;

enum class ColumnSort : std::uint8_t { kMerged, kPercent, kGiven, kAutomatic };

ColumnSort sort_of(const ColumnConstraint& column) {
    if (column.is_mergeable) {
        return ColumnSort::kMerged;
    }
    if (column.percent) {
        return ColumnSort::kPercent;
    }
    return column.is_constrained ? ColumnSort::kGiven : ColumnSort::kAutomatic;
}

// css-tables-3 "Width distribution algorithm": the guesses, each at least as wide as the one
// before it.
enum Guess { kMinContent, kPercentage, kSpecified, kMaxContent, kGuesses };

Px guessed_width(const ColumnConstraint& column, Guess guess, Px target) {
    switch (sort_of(column)) {
        case ColumnSort::kMerged:
            return 0;
        case ColumnSort::kPercent:
            return guess >= kPercentage ? column.percent_width(target) : column.min;
        case ColumnSort::kGiven:
            return guess >= kSpecified ? column.max : column.min;
        case ColumnSort::kAutomatic:
            break;
    }
    return guess >= kMaxContent ? column.max : column.min;
}

std::vector<Px> guessed_widths(Columns columns, Guess guess, Px target) {
    std::vector<Px> widths;
    widths.reserve(columns.size());
    for (const ColumnConstraint& column : columns) {
        widths.push_back(guessed_width(column, guess, target));
    }
    return widths;
}

Px sum(const std::vector<Px>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

// A point between two guesses: every column grows by the same part of its own difference.
std::vector<Px> between(const std::vector<Px>& smaller, const std::vector<Px>& larger, Px target) {
    const Px start = sum(smaller);
    const Px span = sum(larger) - start;
    const double part = span > 0 ? (target - start) / span : 0;
    std::vector<Px> widths(smaller.size());
    for (std::size_t at = 0; at < widths.size(); ++at) {
        widths[at] = smaller[at] + (larger[at] - smaller[at]) * part;
    }
    return widths;
}

// Browsers share out whole 1/64 px and give the last column what is over. That also takes the last
// digits off what floating point made of widths that just hold their text.
std::vector<Px> in_whole_units(std::vector<Px> widths, Px target) {
    constexpr double kRoundingError = 1e-6;
    const Px shared = sum(widths);
    for (Px& width : widths) {
        width = truncated_to_unit(width + kRoundingError);
    }
    if (!widths.empty()) {
        widths.back() += std::min(target, shared) - sum(widths);
    }
    return widths;
}

using Weight = double (*)(const ColumnConstraint&);

// Gives `surplus` to the columns of a sort in proportion to their weights; evenly when all are 0.
void share_out(std::vector<Px>& widths, Columns columns, ColumnSort sort, Px surplus,
               const Weight& weight) {
    double total = 0;
    double count = 0;
    for (const ColumnConstraint& column : columns) {
        if (sort_of(column) == sort) {
            total += weight(column);
            ++count;
        }
    }
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const ColumnConstraint& column = columns[at];
        if (sort_of(column) == sort) {
            widths[at] += total > 0 ? surplus * weight(column) / total : surplus / count;
        }
    }
}

bool has_any(Columns columns, ColumnSort sort) {
    return std::any_of(columns.begin(), columns.end(),
                       [sort](const ColumnConstraint& column) { return sort_of(column) == sort; });
}

double max_width(const ColumnConstraint& column) {
    return column.max;
}

double percentage(const ColumnConstraint& column) {
    return column.percent.value_or(0);
}

}  // namespace

std::vector<Px> distribute_automatic(Columns columns, Px target, GivenWidths given) {
    std::vector<Px> widths = guessed_widths(columns, kMinContent, target);
    if (target <= sum(widths)) {
        return widths;
    }
    for (const Guess guess : {kPercentage, kSpecified, kMaxContent}) {
        std::vector<Px> wider = guessed_widths(columns, guess, target);
        if (target <= sum(wider)) {
            return in_whole_units(between(widths, wider, target), target);
        }
        widths = std::move(wider);
    }
    const Px surplus = target - sum(widths);
    if (has_any(columns, ColumnSort::kAutomatic)) {
        share_out(widths, columns, ColumnSort::kAutomatic, surplus, max_width);
    } else if (given == GivenWidths::kMayGrow && has_any(columns, ColumnSort::kGiven)) {
        share_out(widths, columns, ColumnSort::kGiven, surplus, max_width);
    } else {
        share_out(widths, columns, ColumnSort::kPercent, surplus, percentage);
    }
    return in_whole_units(std::move(widths), target);
}

// Given widths hold, percentages shrink to what is left, the other columns share the rest evenly;
// when there are none, the given widths grow to fill the table, or else the percentages.
std::vector<Px> distribute_fixed(Columns columns, Px target) {
    std::vector<Px> widths(columns.size(), 0);
    Px given = 0;
    Px percent = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const ColumnConstraint& column = columns[at];
        if (sort_of(column) == ColumnSort::kPercent) {
            percent += widths[at] = column.percent_width(target);
        } else {
            given += widths[at] = column.is_constrained ? column.max : column.min;
        }
    }
    const Px left_for_percent = std::max(0.0, target - given);
    for (std::size_t at = 0; percent > left_for_percent && at < columns.size(); ++at) {
        if (sort_of(columns[at]) == ColumnSort::kPercent) {
            widths[at] *= left_for_percent / percent;
        }
    }
    const Px surplus = target - sum(widths);
    if (surplus <= 0) {
        return widths;
    }
    for (const ColumnSort sort :
         {ColumnSort::kAutomatic, ColumnSort::kGiven, ColumnSort::kPercent}) {
        if (has_any(columns, sort)) {
            const Weight weight = sort == ColumnSort::kPercent ? percentage : max_width;
            share_out(widths, columns, sort, surplus, weight);
            break;
        }
    }
    return in_whole_units(std::move(widths), target);
}

}  // namespace ghreveal::layout
