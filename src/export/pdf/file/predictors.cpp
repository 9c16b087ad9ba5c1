#include "export/pdf/file/predictors.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ghreveal::exporter {

namespace {

enum class Filter : unsigned char { kNone = 0, kSub = 1, kUp = 2, kPaeth = 4 };

// PNG §9.4: of left, above and left above the one nearest to where they lead.
int paeth(int left, int up, int corner) {
    const int estimate = left + up - corner;
    const int to_left = std::abs(estimate - left);
    const int to_up = std::abs(estimate - up);
    const int to_corner = std::abs(estimate - corner);
    return to_left <= to_up && to_left <= to_corner ? left : to_up <= to_corner ? up : corner;
}

// A row and the one above it, which is empty for the first.
struct Rows {
    std::string_view row;
    std::string_view above;
    std::size_t samples;
};

void append_filtered(const Rows& rows, Filter filter, std::string& out) {
    const auto sample = [](std::string_view row, std::size_t at) {
        return row.empty() ? 0 : static_cast<int>(static_cast<unsigned char>(row[at]));
    };
    out += static_cast<char>(filter);
    for (std::size_t i = 0; i < rows.row.size(); ++i) {
        const bool is_first = i < rows.samples;
        const int left = is_first ? 0 : sample(rows.row, i - rows.samples);
        const int up = sample(rows.above, i);
        const int corner = is_first ? 0 : sample(rows.above, i - rows.samples);
        const int predicted = filter == Filter::kSub     ? left
                              : filter == Filter::kUp    ? up
                              : filter == Filter::kPaeth ? paeth(left, up, corner)
                                                         : 0;
        out += static_cast<char>(sample(rows.row, i) - predicted);
    }
}

// How far the bytes are from zero, as signed ones: PNG §12.8 goes by that.
std::size_t weight(std::string_view filtered) {
    std::size_t sum = 0;
    for (const char c : filtered.substr(1)) {
        sum += static_cast<std::size_t>(std::abs(static_cast<int>(static_cast<signed char>(c))));
    }
    return sum;
}

Rows rows_at(std::string_view bytes, std::size_t row, const SampleLayout& layout) {
    const std::size_t size = layout.columns * layout.samples;
    return {bytes.substr(row * size, size),
            row == 0 ? std::string_view() : bytes.substr((row - 1) * size, size), layout.samples};
}

// The best filter for all rows, by some of them: to try each on each row takes four times as long.
Filter best_filter(std::string_view bytes, std::size_t row_count, const SampleLayout& layout) {
    constexpr std::size_t kTried = 32;
    constexpr std::array kFilters{Filter::kNone, Filter::kSub, Filter::kUp, Filter::kPaeth};
    std::array<std::size_t, kFilters.size()> weights{};
    const std::size_t step = std::max<std::size_t>(1, row_count / kTried);
    std::string filtered;
    for (std::size_t row = 0; row < row_count; row += step) {
        for (std::size_t i = 0; i < kFilters.size(); ++i) {
            filtered.clear();
            append_filtered(rows_at(bytes, row, layout), kFilters.at(i), filtered);
            weights.at(i) += weight(filtered);
        }
    }
    const auto* const least = std::min_element(weights.begin(), weights.end());
    return kFilters.at(static_cast<std::size_t>(least - weights.begin()));
}

}  // namespace

std::string with_predictors(std::string_view bytes, const SampleLayout& layout) {
    const std::size_t row_size = std::max<std::size_t>(1, layout.columns * layout.samples);
    const std::size_t row_count = bytes.size() / row_size;
    const Filter filter = best_filter(bytes, row_count, layout);
    std::string result;
    result.reserve(bytes.size() + row_count);
    for (std::size_t row = 0; row < row_count; ++row) {
        append_filtered(rows_at(bytes, row, layout), filter, result);
    }
    return result;
}

}  // namespace ghreveal::exporter
